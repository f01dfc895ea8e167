"""Dates and events: when things took place."""
