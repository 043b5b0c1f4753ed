"""S: headings, sections and what they must hold."""
