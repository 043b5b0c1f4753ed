"""P: the templates folder: indicators, topics, phrases."""
