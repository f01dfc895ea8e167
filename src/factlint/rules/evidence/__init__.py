"""Do the files read, do the quotes stand in the articles, and do the facts stand in their quotes."""
