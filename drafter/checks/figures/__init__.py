"""F: figures and their relations."""
