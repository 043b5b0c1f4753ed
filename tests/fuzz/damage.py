"""Ways to spoil bytes and words, whatever file they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

#: Bytes at which counters, lengths and signs turn over.
_EDGES = (b"\x00", b"\xff", b"\x7f", b"\x80", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\n", b"<")
_WILD = "\x00\x01\x08\x0b\x0c\x1b\x1f\x7f\x85\u2028\u2029\ud800\udfff\ufffe\uffff"
_TAME = "\xa0\xad\u0301\u200b\u200d\u202e\u3000\ufeff\ufffd\U0001f468\U0010ffff𠮷㐀〇零亿兆％‰①Ⅻ½²٣߁৪０９"
_ODD = _WILD + _TAME
#: Without what ends the reading of a text at once.
_NO_WILD = dict.fromkeys(map(ord, _WILD))
_CODECS = (
    "utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "gbk", "big5", "utf-16", "utf-16-le",
    "utf-16-be", "utf-32", "latin-1", "utf-7",
)  # fmt: skip
_NUMBERS = (
    "0", "-1", "00", "1e999", "NaN", "Infinity", "-0.0", "٣", "９", "〇", "1,2,3", "2147483648",
    "4294967295", "18446744073709551616", "9" * 400, "9" * 5000, "0." + "0" * 500 + "1", "1_000",
    "一" * 300, "亿" * 50, "万亿亿万", "1.2.3", "%", "0x1F", "1E-400", "十" * 100,
)  # fmt: skip


def spoilt(data: bytes, others: Sequence[bytes], rng: Random) -> bytes:
    """Bytes flipped, cut, doubled, moved or mixed with another file's, one to six times."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        changed = rng.choice(_BYTES)(changed, others, rng)
    return bytes(changed)


def _flip(data: bytearray, _: Sequence[bytes], rng: Random) -> bytearray:
    for _turn in range(rng.choice((1, 2, 8, 40))):
        if data:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def _cut(data: bytearray, _: Sequence[bytes], rng: Random) -> bytearray:
    return data[: rng.randrange(len(data) + 1)]


def _without(data: bytearray, _: Sequence[bytes], rng: Random) -> bytearray:
    start, end = span(len(data), rng)
    return data[:start] + data[end:]


def _again(data: bytearray, _: Sequence[bytes], rng: Random) -> bytearray:
    start, end = span(len(data), rng)
    return data[:end] + data[start:end] * rng.choice((1, 1, 2, 20)) + data[end:]


def _edge(data: bytearray, _: Sequence[bytes], rng: Random) -> bytearray:
    at = rng.randrange(len(data) + 1)
    edge = rng.choice(_EDGES)
    return data[:at] + edge + data[at + rng.choice((0, len(edge))) :]


def _noise(data: bytearray, _: Sequence[bytes], rng: Random) -> bytearray:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.randbytes(rng.choice((1, 4, 64, 600))) + data[at:]


def _splice(data: bytearray, others: Sequence[bytes], rng: Random) -> bytearray:
    other = rng.choice(others)
    start, end = span(len(other), rng)
    at = rng.randrange(len(data) + 1)
    return data[:at] + bytearray(other[start:end]) + data[at:]


_BYTES: tuple[Callable[[bytearray, Sequence[bytes], Random], bytearray], ...] = (
    _flip, _flip, _cut, _without, _again, _edge, _edge, _noise, _splice,
)  # fmt: skip


def span(length: int, rng: Random) -> tuple[int, int]:
    """A piece of something of this length, more often a short one."""
    start = rng.randrange(length + 1)
    return start, min(length, start + rng.choice((1, 2, 5, 20, 100, 1000)))


def reworded(text: str, words: Sequence[str], rng: Random) -> str:
    """A text with some of these words, odd characters and numbers put in, lines moved about."""
    for _ in range(rng.choice((1, 1, 2, 3, 5, 9))):
        text = _reworded_once(text, words, rng)
    return text


def _reworded_once(text: str, words: Sequence[str], rng: Random) -> str:
    at = rng.randrange(len(text) + 1)
    match rng.randrange(9):
        case 0 | 1 | 2:
            return text[:at] + rng.choice(words) + text[at:]
        case 3:
            start, end = span(len(text), rng)
            return text[:start] + rng.choice(words) + text[end:]
        case 4:
            return text[:at] + rng.choice(_ODD) * rng.choice((1, 1, 3)) + text[at:]
        case 5:
            return text[:at] + rng.choice(_NUMBERS) + text[at:]
        case 6:
            return (
                text[:at] + str(rng.choice((*words, *_ODD))) * rng.choice((10, 60, 300)) + text[at:]
            )
        case 7:
            return _lines_moved(text, rng)
        case _:
            start, end = span(len(text), rng)
            return text[:start] + text[end:]


def _lines_moved(text: str, rng: Random) -> str:
    lines = text.split("\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(4):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            del lines[one]
        case _:
            lines[one] = " " * rng.randrange(9) + lines[one].lstrip()
    end: str = rng.choice(("\n", "\n", "\n", "\r\n", "\r", "\u2028"))
    return str(end.join(lines))


def encoded(text: str, rng: Random) -> bytes:
    """A text in some encoding, or half in one and half in another."""
    if rng.random() < 0.8:
        text = text.translate(_NO_WILD)
    if rng.random() < 0.9:
        return text.encode("utf-8", "surrogatepass")
    at = rng.randrange(len(text) + 1) if rng.random() < 0.5 else len(text)
    halves = (text[:at], text[at:])
    return b"".join(half.encode(rng.choice(_CODECS), "replace") for half in halves)


def number(rng: Random) -> str:
    """A number that few programs expect."""
    return rng.choice(_NUMBERS)


def odd(rng: Random) -> str:
    """A few characters that few programs expect."""
    return "".join(rng.choices(_ODD, k=rng.choice((1, 2, 9))))
