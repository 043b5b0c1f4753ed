"""What is in a folder, and what to do there next."""
