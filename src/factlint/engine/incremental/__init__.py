"""After an edit: what the last run left, what changed since, and only the rules and keys that it touches."""
