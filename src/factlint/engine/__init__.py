"""Which rules run on which keys, and what becomes of what they find."""
