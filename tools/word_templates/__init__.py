"""What the Word templates in templates/word are made of; `tools.build_word` puts them together."""
