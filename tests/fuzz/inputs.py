"""Inputs: for each reader and number one file, the same whenever it is asked for."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz import tokens
from tests.fuzz.damage import encoded, number, odd, reworded, spoilt
from tests.fuzz.packages import repacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.fuzz.seeds import Seeds

_UNITS = ("件", "宗", "%", "万元", "亿元", "余份", "万余人次", "个百分点", "‰", "％", "倍")
#: Each reader with the name that its file gets; some are also found under a false name.
NAMES = {
    "yaml": "2023.yaml",
    "profile": "2023.yaml",
    "docx": "报告.docx",
    "html": "报告.html",
    "mht": "报告.mht",
    "txt": "报告.txt",
    "md": "报告.md",
    "pdf": "报告.pdf",
    "xlsx": "填报表.xlsx",
    "csv": "填报表.csv",
    "edited-docx": "初稿.docx",
    "word-template": "模板.docx",
}
_ZIPPED = {
    "docx": tokens.REPORT,
    "xlsx": tokens.CSV,
    "edited-docx": tokens.REPORT,
    "word-template": tokens.TEMPLATE,
}
_TYPED = {
    "yaml": tokens.YAML,
    "profile": tokens.YAML,
    "html": tokens.HTML,
    "mht": (
        *tokens.HTML, "\nContent-Type: ", "multipart/mixed", "; boundary=", '"----x"', "\n------x\n", "\n\n",
        "Content-Transfer-Encoding: base64", "quoted-printable", "uuencode", "=E6=B3", "charset=", "message/rfc822",
        *(f'text/html; charset="{name}"' for name in tokens.CODECS),
    ),
    "txt": tokens.REPORT,
    "md": tokens.MARKDOWN,
    "csv": tokens.CSV,
    "pdf": tokens.PDF,
}  # fmt: skip


def files(seeds: Seeds, reader: str) -> tuple[bytes, ...]:
    """The sound files of a reader."""
    return {
        "yaml": seeds.year_files,
        "profile": seeds.profiles,
        "docx": (*seeds.documents, *seeds.drafts),
        "html": seeds.pages,
        "mht": seeds.archives,
        "txt": seeds.texts,
        "md": seeds.markdowns,
        "pdf": seeds.pdfs,
        "xlsx": seeds.sheets,
        "csv": seeds.tables,
        "edited-docx": seeds.drafts,
        "word-template": seeds.templates,
    }[reader]


def made(seeds: Seeds, reader: str, seed: int, number: int) -> bytes:
    """The file of this number."""
    rng = Random(f"{seed} {reader} {number}")  # noqa: S311 - dice
    if rng.random() < 0.02:
        return _head(reader) + rng.randbytes(rng.choice((0, 1, 9, 300, 5000)))
    sound = files(seeds, reader)
    data = rng.choice(sound)
    if reader in _ZIPPED and rng.random() < 0.9:
        return repacked(data, sound, _ZIPPED[reader], rng)
    if reader in _TYPED and rng.random() < 0.85:
        return _retyped(data, _TYPED[reader], reader, rng)
    return spoilt(data, sound, rng)


def _retyped(data: bytes, words: Sequence[str], reader: str, rng: Random) -> bytes:
    if reader == "pdf":
        text = reworded(data.decode("latin-1"), words, rng)
        return text.encode("latin-1", "replace")
    text = data.decode("utf-8", "replace")
    if reader in {"yaml", "profile"} and rng.random() < 0.6:
        return encoded(_answered(text, rng), rng)
    if rng.random() < 0.1:
        # Nothing but the format's own words.
        text = "".join(rng.choices((*words, "\n"), k=rng.choice((3, 30, 300))))
    return encoded(reworded(text, words, rng), rng)


def _answered(text: str, rng: Random) -> str:
    """A year file that stays YAML: some of its values, and now and then a key, are others."""
    lines = text.split("\n")
    for _ in range(rng.choice((1, 2, 4, 8))):
        at = rng.randrange(len(lines))
        key, colon, _ = lines[at].partition(": ")
        value = "".join(rng.choices(tokens.YAML, k=rng.choice((1, 1, 2, 5)))) + number(rng)
        value = rng.choice((value, number(rng), odd(rng), number(rng) + rng.choice(_UNITS)))
        quoted = json.dumps(value, ensure_ascii=rng.random() < 0.1)
        if rng.random() < 0.1:
            key = key[: len(key) - len(key.lstrip())] + json.dumps(value, ensure_ascii=False)
        plain = f"{key}: {value}" if colon else lines[at] + value
        lines[at] = f"{key}: {quoted}" if colon and rng.random() < 0.8 else plain
    return "\n".join(lines)


def _head(reader: str) -> bytes:
    """What tells the kind of a file, before noise."""
    return {
        "pdf": b"%PDF-1.7\n",
        "docx": b"PK\x03\x04",
        "xlsx": b"PK\x03\x04",
        "mht": b"MIME-Version: 1.0\n",
        "html": b"<html>",
    }.get(reader, b"")
