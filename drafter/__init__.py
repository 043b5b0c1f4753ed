"""drafter: the yearly report on law-based government, from a questionnaire to a Word draft."""

__version__ = "0.1.0"
