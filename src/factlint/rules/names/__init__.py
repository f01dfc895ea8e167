"""Names and identity: what people, offices and things are called."""
