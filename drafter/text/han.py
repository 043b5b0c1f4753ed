"""A Chinese character in regular expressions.

Compiling a class of twenty thousand characters takes a millisecond, and some sixty patterns ask for
one; a letter that is neither a digit nor of the Latin alphabet is compiled in no time, and takes in
the rare characters beyond U+FFFF as well. What else it takes in (Greek, kana) does not matter where
it is used.
"""

from __future__ import annotations

#: One character; it cannot stand inside the brackets of a class.
HAN = r"[^\W\d_A-Za-z]"
#: One character that is none.
NOT_HAN = r"[\W\d_A-Za-z]"
#: One letter, Chinese or Latin.
LETTER = r"[^\W\d_]"
