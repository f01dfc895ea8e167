"""Text edits at known places of a YAML file: what they change is proved by reading the file again."""
