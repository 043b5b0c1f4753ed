"""Pure functions on Chinese text: numerals, quantities, headings, marks."""
