"""The timeline: what facts and registry say about when, as constraints on days, and why they cannot all hold."""
