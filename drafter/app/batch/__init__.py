"""Many files at once: which they are, the processes that share them, what is up to date."""
