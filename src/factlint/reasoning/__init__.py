"""Pure mathematics on exact numbers and intervals: what cannot hold together, and which statements are to blame.

Nothing here knows of facts, files or findings; only `factlint.interval` is used.
"""
