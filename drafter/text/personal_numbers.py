"""Numbers that belong to one person: resident identity numbers and bank cards."""

from __future__ import annotations

from drafter.text.lazily import lazily

_BIRTH = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_UNCHECKED = lazily(rf"[1-8][0-9]{{5}}(?:19|20)[0-9]{{2}}{_BIRTH}[0-9]{{3}}")
_WHOLE = lazily(rf"{_UNCHECKED.pattern}[0-9Xx]")
_OLD = lazily(rf"[1-8][0-9]{{5}}[0-9]{{2}}{_BIRTH}[0-9]{{3}}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_CARD = lazily("62[0-9]{14,17}")


def is_resident_number(digits: str) -> bool:
    """Whether this is a resident identity number with its right check digit (GB 11643)."""
    if not _WHOLE.fullmatch(digits):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == digits[-1].upper()


def looks_like_resident_number(digits: str) -> bool:
    """Whether it is built like one: a wrong check digit, none, or the old kind of 15 digits."""
    return any(form.fullmatch(digits) for form in (_WHOLE, _UNCHECKED, _OLD))


def is_bank_card(digits: str) -> bool:
    """Whether this is a card number of UnionPay's, its check digit right (Luhn)."""
    if not _CARD.fullmatch(digits):
        return False
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0  # noqa: PLR2004
