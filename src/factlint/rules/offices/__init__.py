"""Offices and people: who held what, and when."""
