"""A PDF file being written: numbered objects, and the table that finds them.

Objects are written as source as soon as they are complete: only their places are kept.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate

from quizgen.project.pdf_integrity import file_identifier

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""1.7 is what PDF/UA-1 builds on; the second line tells transfer programs that this is binary."""

_ENTRY = struct.Struct(">BIH")
"""What the file's table says of an object: its kind, and where it is (ISO 32000-1, 7.5.8)."""
_GROUP = 200
"""So many objects are compressed together: enough to compress well, few to find one among."""
_EFFORT = 5
"""zlib's level. Its usual 6 takes 1.6 times as long on 2,000 questions and saves 1 % of the size;
4 takes 0.8 times as long and loses 7 %."""


class ObjectWriter:
    """Numbers objects and writes them. References are PDF source, such as ``12 0 R``.

    `count` is the number of the last object that was reserved or written.
    """

    def __init__(self) -> None:
        self._out = bytearray(_HEADER)
        self._table = bytearray(_ENTRY.pack(0, 0, 65535))
        self._group: list[tuple[int, str]] = []
        self.count = 0

    def reserve(self) -> int:
        """Return the number of a new object, which is to be written by `put` later."""
        self.count += 1
        return self.count

    def put(self, number: int, source: str) -> None:
        """Write the object `number`, which is not a stream, from its PDF `source`."""
        self.put_all([(number, source)])

    def put_all(self, objects: Iterable[tuple[int, str]]) -> None:
        """Write `objects`, which are not streams: the number of each and its PDF source."""
        self._group += objects
        while len(self._group) >= _GROUP:
            self._put_group()

    def add(self, source: str) -> str:
        """Write a new object from its PDF `source`, and return the reference to it."""
        number = self.reserve()
        self.put(number, source)
        return reference(number)

    def add_stream(self, entries: str, data: bytes, deflate: bool = True) -> str:
        """Write a new stream of `data`, and return the reference to it.

        `entries` are the source of its dictionary's entries, without length and filter.
        """
        number = self.reserve()
        self.put_body(number, _stream(entries, data, deflate))
        return reference(number)

    def put_body(self, number: int, body: bytes) -> None:
        """Write the object `number`, stream or not, uncompressed, from its PDF source `body`."""
        self._enter([number], 1, len(self._out))
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, body)

    def _put_group(self) -> None:
        """Write the waiting objects in one compressed object stream (ISO 32000-1, 7.5.7)."""
        group, self._group = self._group[:_GROUP], self._group[_GROUP:]
        stream = self.reserve()
        numbers, sources = [number for number, _ in group], [source for _, source in group]
        self._enter(numbers, 2, stream)
        starts = accumulate([len(source) + 1 for source in sources], initial=0)
        index = " ".join(
            [f"{number} {start}" for number, start in zip(numbers, starts, strict=False)]
        )
        entries = f"/Type/ObjStm/N {len(group)}/First {len(index) + 1}"
        data = "\n".join([index, *sources]).encode("latin-1")
        self.put_body(stream, _stream(entries, data, deflate=True))

    def _enter(self, numbers: Sequence[int], kind: int, place: int) -> None:
        """Enter in the cross-reference table that `numbers` are at `place`, in order."""
        missing = (self.count + 1) * _ENTRY.size - len(self._table)
        if missing > 0:
            self._table += bytes(missing)
        for index, number in enumerate(numbers):
            _ENTRY.pack_into(self._table, number * _ENTRY.size, kind, place, index)

    def finish(self, root: str, info: str) -> bytes:
        """Return the complete file, whose catalog is `root` and information dictionary `info`.

        The file's identifier is a digest of its content, so that equal content gives equal bytes.
        """
        self._put_group()
        digest = file_identifier(self._out)
        start, number = len(self._out), self.reserve()
        self._enter([number], 1, start)
        entries = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root}/Info {info}"
        table = _stream(f"{entries}/ID[<{digest}><{digest}>]", bytes(self._table), deflate=True)
        self.put_body(number, table)
        self._out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(self._out)


def reference(number: int) -> str:
    """Return a reference to the object `number`, as PDF source."""
    return f"{number} 0 R"


def _stream(entries: str, data: bytes, deflate: bool) -> bytes:
    if deflate:
        data = zlib.compress(data, _EFFORT)
        entries += "/Filter/FlateDecode"
    head = f"<<{entries}/Length {len(data)}>>\nstream\n"
    return head.encode("latin-1") + data + b"\nendstream"


def text_string(text: str) -> str:
    """Return `text` as the source of a PDF text string: ASCII or UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({escaped(text)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def escaped(text: str) -> str:
    """Return `text`, one character a byte, as the inside of a literal string's parentheses.

    The rules are those of ISO 32000-1, 7.3.4.2.
    """
    if "\\" in text or "(" in text or ")" in text or "\r" in text:
        for special, escape in (("\\", "\\\\"), ("(", "\\("), (")", "\\)"), ("\r", "\\r")):
            text = text.replace(special, escape)
    return text
