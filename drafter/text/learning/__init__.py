"""What sample reports have in common: their outlines aligned by meaning, their figures by words."""
