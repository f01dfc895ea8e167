"""Rules about figures: what is stated of one quantity, and what quantities must add up to."""
