"""Model to bytes or text."""
