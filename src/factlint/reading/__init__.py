"""Readers: text in, places, figures, dates and names out; they know nothing of the tool."""
