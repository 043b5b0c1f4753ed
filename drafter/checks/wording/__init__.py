"""W: words, set phrases with their time, repetition, marks."""
