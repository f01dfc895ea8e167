"""Drawings: SVG written by hand, one file a chart. Colours come from the page's style sheet."""
