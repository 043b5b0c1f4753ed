"""Zip files whose parts are copied as they are packed: what has not changed is not packed again.

The bytes are those that `zipfile` writes; it can copy no packed part, and takes long to load.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Of zlib: packed in a quarter of the time that its usual 6 takes, a part is an eighth longer.
LEVEL = 1
#: The list of content types, which Word wants first.
FIRST = "[Content_Types].xml"

_DEFLATED, _VERSION, _UTF8 = 8, 20, 0x800
# The earliest date that a zip can hold: no clock, no two runs that differ.
_DATE, _TIME = 0x21, 0
_MODE = 0o600 << 16
_SMALL = 8192  # bytes
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")


class Packed(NamedTuple):
    """A part of a zip file, deflated.

    Attributes:
        name: of the file in it.
        check: CRC-32 of its contents.
        size: of its contents, in bytes.
        data: its contents, deflated.
    """

    name: str
    check: int
    size: int
    data: bytes

    @property
    def content(self) -> bytes:
        """Its contents.

        Raises:
            ValueError: they are damaged.
        """
        try:
            content = zlib.decompress(self.data, -zlib.MAX_WBITS)
        except zlib.error as error:
            raise ValueError(self.name) from error
        if len(content) != self.size or zlib.crc32(content) != self.check:
            raise ValueError(self.name)
        return content


def pack(name: str, content: bytes) -> Packed:
    """A part with these contents; small ones, mostly headers and footers, come again."""
    return _packed_before(name, content) if len(content) < _SMALL else _packed(name, content)


@lru_cache(64)
def _packed_before(name: str, content: bytes) -> Packed:
    return _packed(name, content)


def _packed(name: str, content: bytes) -> Packed:
    packer = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    return Packed(name, zlib.crc32(content), len(content), data)


def archive(parts: Iterable[Packed]) -> bytes:
    """A package of parts, each of another name; the same for the same parts in any order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for part in sorted(parts, key=lambda part: (part.name != FIRST, part.name)):
        name = part.name.encode()
        flags = 0 if part.name.isascii() else _UTF8
        sizes = (part.check, len(part.data), part.size, len(name))
        head = (_VERSION, 0, flags, _DEFLATED, _TIME, _DATE, *sizes)
        pieces += (_LOCAL.pack(b"PK\3\4", *head, 0), name, part.data)
        directory.append(_CENTRAL.pack(b"PK\1\2", _VERSION, 0, *head, 0, 0, 0, 0, _MODE, at) + name)
        at += _LOCAL.size + len(name) + len(part.data)
    listed = b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), at, 0)
    return b"".join((*pieces, listed, end))


def parts_of(data: bytes) -> dict[str, Packed]:
    """The parts of a package that `archive` made.

    Raises:
        ValueError: it is damaged.
    """
    try:
        found = dict(_parts(data))
    except (struct.error, UnicodeDecodeError) as error:
        raise ValueError("damaged") from error
    return found


def _parts(data: bytes) -> Iterable[tuple[str, Packed]]:
    """The parts in the order of the list at the end."""
    mark, _, _, _, count, _, at, _ = _END.unpack(data[-_END.size :])
    if mark != b"PK\5\6":
        raise ValueError("no zip")
    for _ in range(count):
        entry = _CENTRAL.unpack_from(data, at)
        check, packed, size, length, extra, comment = entry[9:15]
        at += _CENTRAL.size
        name = data[at : at + length].decode()
        at += length + extra + comment
        start = entry[-1]
        local = _LOCAL.unpack_from(data, start)
        start += _LOCAL.size + local[-2] + local[-1]
        yield name, Packed(name, check, size, data[start : start + packed])
