"""Rules over a year file, over printed text and over the templates folder. Pure. One file a rule.

`registry.RULES` is the one explicit list.
"""
