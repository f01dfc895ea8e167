"""Facts that are tables: rows of Parquet or CSV files, with the words that a curator would write in YAML."""
