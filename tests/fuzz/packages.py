"""Zipped files spoilt with care: their parts, the XML in them, and what the zip says of itself."""

from __future__ import annotations

import re
import struct
import warnings
import zipfile
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from tests.fuzz.damage import number, odd, span, spoilt
from tests.fuzz.tokens import REPORT, VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

Parts = list[tuple[str, bytes]]
_TAG = re.compile(r"<[^<>]+>")
_ATTRIBUTE = re.compile(r'(?<==")[^"]*(?=")')
_WORDS = re.compile(r"(?<=>)[^<>]+(?=<)")
_ODD_NAMES = (
    "../../x", "/etc/x", "C:\\x", "word/../../x", "word/document.xml", "xl/workbook.xml", "mimetype", "a" * 300,
    "word\\document.xml", "word/footnotes.xml", "word/header1.xml", "[Content_Types].xml", "x/", "文", "",
)  # fmt: skip
_DOCTYPE = (
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
    "<!DOCTYPE x SYSTEM 'http://198.51.100.1/x.dtd'>",
    "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>",
)
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535))
#: In a central header: flags, method, crc, packed and unpacked size, name's length, offset.
_FIELDS = ((8, "<H"), (10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"), (42, "<I"))
_LIES = (0, 1, 2, 8, 12, 14, 99, 0xFFFF, 1 << 20, 1 << 30, 0xFFFFFFFF)


def repacked(data: bytes, others: Sequence[bytes], words: Sequence[str], rng: Random) -> bytes:
    """A package with parts changed, moved or missing, and now and then a lying header."""
    parts = unpacked(data)
    for _ in range(rng.choice((1, 1, 2, 4))):
        parts = _parts_changed(parts, others, words, rng)
    result = packed(parts, rng)
    if rng.random() < 0.15:
        result = _lied(result, rng)
    return result if rng.random() < 0.9 else spoilt(result, others, rng)


def unpacked(data: bytes) -> Parts:
    """The parts of a sound package, in order."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def packed(parts: Parts, rng: Random) -> bytes:
    """A package of these parts; names may stand twice."""
    out = BytesIO()
    method = rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED))
    if rng.random() < 0.02:
        method = rng.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method, compresslevel=1) as package:
        warnings.simplefilter("ignore")
        for name, content in parts:
            package.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def _parts_changed(
    parts: Parts, others: Sequence[bytes], words: Sequence[str], rng: Random
) -> Parts:
    if not parts:
        return parts
    at = rng.randrange(len(parts))
    name, content = parts[at]
    match rng.randrange(12):
        case 0:
            return [*parts[:at], *parts[at + 1 :]]
        case 1:
            return [*parts, (name, spoilt(content, [content], rng))]
        case 2:
            return [*parts, (rng.choice(_ODD_NAMES), rng.choice((content, b"", b"<x/>")))]
        case 3:
            other = unpacked(rng.choice(others))
            return [*parts[:at], (name, rng.choice(other)[1]), *parts[at + 1 :]]
        case 4:
            return [*parts[:at], (name, spoilt(content, [content], rng)), *parts[at + 1 :]]
        case _:
            at = _xml_part(parts, rng)
            name, content = parts[at]
            return [*parts[:at], (name, xml_changed(content, words, rng)), *parts[at + 1 :]]


def _xml_part(parts: Parts, rng: Random) -> int:
    """The place of a part; the one with the text comes up most often."""
    main = [n for n, (name, _) in enumerate(parts) if re.search(r"document|sheet1|Strings", name)]
    if main and rng.random() < 0.6:
        return rng.choice(main)
    return rng.randrange(len(parts))


def xml_changed(content: bytes, words: Sequence[str], rng: Random) -> bytes:
    """XML that mostly still is XML: elements doubled, gone, nested, other values and words."""
    text = content.decode("utf-8", "replace")
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        text = _xml_changed_once(text, words, rng)
    codec = rng.choice(("utf-8",) * 12 + ("utf-16", "gb18030"))
    return text.encode(codec, "replace")


def _xml_changed_once(text: str, words: Sequence[str], rng: Random) -> str:
    match rng.randrange(10):
        case 0 | 1 | 2:
            value = rng.choice((number(rng), rng.choice(VALUES)))
            return _put(text, _ATTRIBUTE, escape(value, quote=True), rng)
        case 3 | 4:
            word = rng.choice((*words, *REPORT, number(rng), odd(rng).translate(_NOT_XML)))
            return _put(text, _WORDS, escape(word) if rng.random() < 0.95 else word, rng)
        case 5 | 6:
            return _element_moved(text, rng)
        case 7:
            return _nested(text, rng)
        case 8 if rng.random() < 0.3:
            return _put(text, _TAG, rng.choice(("", "<x/>", "<!-- -->", "<?x y?>", "&a;")), rng)
        case 9 if rng.random() < 0.2:
            return text.replace("?>", "?>" + rng.choice(_DOCTYPE), 1)
        case 9 if rng.random() < 0.2:
            start, end = span(len(text), rng)
            return text[:start] + text[end:]
        case _:
            return _element_moved(text, rng)


def _put(text: str, form: re.Pattern[str], new: str, rng: Random) -> str:
    found = _near(text, form, rng)
    return text[: found.start()] + new + text[found.end() :] if found else text


def _near(text: str, form: re.Pattern[str], rng: Random) -> re.Match[str] | None:
    """Some place of a form, found without looking at all of a long text."""
    return form.search(text, rng.randrange(len(text) + 1))


def _element(text: str, rng: Random) -> tuple[int, int] | None:
    """Where some element begins and ends; of nested ones of a name, up to the first end."""
    found = _near(text, re.compile(r"<([\w:]+)(?:\s[^<>]*)?>"), rng)
    if found is None:
        return None
    if found[0].endswith("/>"):
        return found.span()
    end = text.find(f"</{found[1]}>", found.end())
    return None if end < 0 else (found.start(), end + len(found[1]) + 3)


def _element_moved(text: str, rng: Random) -> str:
    place = _element(text, rng)
    if place is None:
        return text
    element, rest = text[slice(*place)], text[: place[0]] + text[place[1] :]
    match rng.randrange(4):
        case 0:
            return rest
        case 1:
            return text[: place[1]] + element * rng.choice((1, 3, 40)) + text[place[1] :]
        case _:
            near = _near(rest, _TAG, rng)
            return rest[: near.end()] + element + rest[near.end() :] if near else text


def _nested(text: str, rng: Random) -> str:
    place = _element(text, rng)
    if place is None:
        return text
    depth = rng.choice((2, 50, 150, 240, 300, 3000))
    name = rng.choice(
        (
            "w:tbl",
            "w:tc",
            "w:sdt",
            "w:sdtContent",
            "w:ins",
            "w:p",
            "w:r",
            "w:txbxContent",
            "si",
            "c",
            "x",
        )
    )
    element = text[slice(*place)]
    return (
        text[: place[0]] + f"<{name}>" * depth + element + f"</{name}>" * depth + text[place[1] :]
    )


def _lied(data: bytes, rng: Random) -> bytes:
    """A central header that says something else than what is there."""
    heads = [found.start() for found in re.finditer(b"PK\x01\x02", data)]
    changed = bytearray(data)
    if heads:
        offset, form = rng.choice(_FIELDS)
        at = rng.choice(heads) + offset
        size = struct.calcsize(form)
        lie = rng.choice(_LIES) & ((1 << 8 * size) - 1)
        if at + size <= len(changed):
            struct.pack_into(form, changed, at, lie)
    return bytes(changed)


__all__ = ["Parts", "packed", "repacked", "unpacked", "xml_changed"]
