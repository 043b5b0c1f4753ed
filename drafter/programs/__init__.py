"""Other programs of the machine at work."""
