"""Facts that are tables: sorted into buckets by the keys of the rules, and checked bucket by bucket."""
