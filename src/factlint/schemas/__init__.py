"""What a table must satisfy: one pandera model a table, and the one adapter from pandera's errors to problems."""
