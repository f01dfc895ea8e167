"""Rules about the upkeep of a corpus: acceptances and the registry."""
