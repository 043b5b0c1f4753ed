"""Q: what stands in a year file."""
