"""The parts of the Word writer; `drafter.writers.docx` joins them."""
