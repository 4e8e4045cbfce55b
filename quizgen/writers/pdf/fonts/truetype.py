"""TrueType files: what a font has for each character, and the tables that files are made of.

They are those of the font packages that quizgen depends on, and what these need is read (OpenType
1.9, chapters "cmap", "hmtx" and others).
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterable, Mapping
from functools import cached_property

from quizgen.model.named_tuple import NamedTuple

_ITALIC, _BOLD, _FIXED, _SYMBOLIC = 1 << 6, 1 << 18, 1, 1 << 2
"""Flags of a font descriptor (ISO 32000-1, table 123)."""
_SEMIBOLD = 600
"""The weight from which a font counts as bold."""
_MORE_PARTS, _WIDE_PLACES, _SCALE, _TWO_SCALES, _MATRIX = 0x20, 1, 8, 0x40, 0x80
"""Flags of a part of a composed glyph ("glyf")."""

_UNICODE = {0: (0, 1, 2, 3, 4), 3: (1, 10)}
"""The encodings of Unicode, by platform ("cmap"): (0, 5) has variants, and (3, 0) symbols."""


class TrueType:
    """The TrueType file with the bytes `content`.

    `glyphs` gives the number of the glyph of each character, by code point, and `widths` its
    advance in 1/1000 em.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._places: dict[str, tuple[int, int]] = {}
        for index in range(struct.unpack_from(">H", content, 4)[0]):
            tag, _, start, length = struct.unpack_from(">4sIII", content, 12 + 16 * index)
            self._places[tag.decode("latin-1")] = start, length
        self.directory = content[: 12 + 16 * len(self._places)]
        """The places of the tables, and the checksum of each, which fonts as they are published
        have in common with no other."""
        self._is_long = self._number("head", 50) == 1
        self.count = self._number("maxp", 4, "H")
        self.scale = 1000 / self._number("head", 18, "H")
        self.metrics = self._metrics()
        self.glyphs = _characters(self.table("cmap"))
        # A space that parts no words is drawn as any other.
        self.glyphs[0xA0] = self.glyphs[0x20]
        advances = [self._scaled(advance) for advance, _ in self.metrics]
        self.missing_width = advances[0]
        self.widths = {code: advances[glyph] for code, glyph in self.glyphs.items()}

    def table(self, tag: str) -> bytes:
        """Return the table `tag`; empty if the file has none."""
        start, length = self._places.get(tag, (0, 0))
        return self._content[start : start + length]

    def outline(self, glyph: int) -> bytes:
        """Return the outline of `glyph`, or what it is composed of; empty for a space."""
        start = self._places["glyf"][0]
        starts = self._outline_starts
        return self._content[start + starts[glyph] : start + starts[glyph + 1]]

    @cached_property
    def _outline_starts(self) -> tuple[int, ...]:
        shape, unit = (">%dI", 1) if self._is_long else (">%dH", 2)
        places = struct.unpack_from(shape % (self.count + 1), self.table("loca"))
        return tuple([place * unit for place in places])

    @cached_property
    def name(self) -> str:
        """The PostScript name."""
        table = self.table("name")
        count, texts = struct.unpack_from(">2xHH", table)
        for row in struct.iter_unpack(">6H", table[6 : 6 + 12 * count]):
            if row[:4] == (3, 1, 0x409, 6):  # Unicode, American English, PostScript name
                start = texts + row[5]
                return table[start : start + row[4]].decode("utf-16-be")
        raise ValueError("the font has no name")

    @cached_property
    def box(self) -> tuple[float, ...]:
        """The box around all glyphs: left, bottom, right and top in 1/1000 em."""
        return tuple([self._scaled(self._number("head", place)) for place in (36, 38, 40, 42)])

    @cached_property
    def ascent(self) -> float:
        """How far letters reach up, in 1/1000 em."""
        return self._scaled(self._number("OS/2", 68))

    @cached_property
    def descent(self) -> float:
        """How far letters reach down, in 1/1000 em; negative."""
        return self._scaled(self._number("OS/2", 70))

    @cached_property
    def cap_height(self) -> float:
        """The height of capitals in 1/1000 em."""
        return self._scaled(self._number("OS/2", 88))

    @cached_property
    def slope(self) -> float:
        """The angle of italics, in degrees counter-clockwise from upright."""
        return self._number("post", 4, "i") / 65536

    @cached_property
    def weight(self) -> int:
        """The weight, 400 for regular."""
        return self._number("OS/2", 4, "H")

    @cached_property
    def flags(self) -> int:
        """The flags of the font descriptor."""
        flags = _SYMBOLIC
        flags |= _ITALIC if self.slope else 0
        flags |= _BOLD if self.weight >= _SEMIBOLD else 0
        return flags | (_FIXED if self._number("post", 12, "I") else 0)

    def _metrics(self) -> list[tuple[int, int]]:
        """Return the advance and the left side bearing of each glyph, as numbers of 16 bits."""
        full, table = self._number("hhea", 34, "H"), self.table("hmtx")
        numbers = struct.unpack_from(f">{self.count + full}H", table)
        metrics = list(zip(numbers[: 2 * full : 2], numbers[1 : 2 * full : 2], strict=True))
        return metrics + [(metrics[-1][0], bearing) for bearing in numbers[2 * full :]]

    def _scaled(self, units: int) -> float:
        return units if self.scale == 1 else units * self.scale

    def _number(self, tag: str, place: int, kind: str = "h") -> int:
        number: int = struct.unpack_from(f">{kind}", self._content, self._places[tag][0] + place)[0]
        return number


def _characters(table: bytes) -> dict[int, int]:
    """Return the glyph of each code point, from the `table` "cmap": its last for Unicode.

    Raise `ValueError` where it has none, or one of another format than 4 and 12.
    """
    start = None
    for index in range(struct.unpack_from(">H", table, 2)[0]):
        platform, encoding, place = struct.unpack_from(">HHI", table, 4 + 8 * index)
        if encoding in _UNICODE.get(platform, ()):
            start = place
    if start is None:
        raise ValueError("the font has no table of Unicode characters")
    kind = struct.unpack_from(">H", table, start)[0]
    if kind not in (4, 12):
        raise ValueError(f"the characters of the font are in format {kind}, which is not read")
    return (_in_groups if kind == 12 else _in_segments)(table[start:])


def _in_groups(table: bytes) -> dict[int, int]:
    """Return the glyphs by a `table` of format 12: ranges of characters with ranges of glyphs."""
    glyphs: dict[int, int] = {}
    count = struct.unpack_from(">I", table, 12)[0]
    for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
        glyphs.update(zip(range(first, last + 1), itertools.count(glyph), strict=False))
    return glyphs


def _in_segments(table: bytes) -> dict[int, int]:
    """Return the glyphs by a `table` of format 4: ranges, some with a list of their glyphs."""
    length, twice = struct.unpack_from(">H2xH", table, 2)
    numbers = struct.unpack_from(f">{(length - 14) // 2}H", table, 14)
    count = twice // 2
    lasts, firsts = numbers[:count], numbers[count + 1 : 2 * count + 1]
    shifts = numbers[2 * count + 1 : 3 * count + 1]
    lists = numbers[3 * count + 1 :]
    glyphs: dict[int, int] = {}
    for index, (first, last, shift) in enumerate(zip(firsts, lasts, shifts, strict=True)):
        place = index + lists[index] // 2
        for code in range(first, last + 1):
            glyph = code if not lists[index] else lists[place + code - first]
            glyphs[code] = (glyph + shift) & 0xFFFF if glyph or not lists[index] else 0
    return glyphs


class GlyphPart(NamedTuple):
    """A part of a composed glyph: the number of its `glyph`, and the place where that stands."""

    glyph: int
    place: int


def parts(outline: bytes) -> list[GlyphPart]:
    """Return what the glyph with `outline` is composed of; nothing for one that is drawn."""
    result: list[GlyphPart] = []
    if len(outline) < 10 or outline[0] < 0x80:  # the number of its lines is not negative
        return result
    place, flags = 10, _MORE_PARTS
    while flags & _MORE_PARTS:
        flags, glyph = struct.unpack_from(">HH", outline, place)
        result.append(GlyphPart(glyph, place + 2))
        place += 8 if flags & _WIDE_PLACES else 6
        place += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return result


def with_parts(font: TrueType, glyphs: Iterable[int]) -> list[int]:
    """Return `glyphs` of `font`, each once, and behind them those that they are composed of."""
    known = dict.fromkeys(glyphs)
    result = list(known)
    for glyph in result:  # which grows
        for part in parts(font.outline(glyph)):
            if part.glyph not in known:
                known[part.glyph] = None
                result.append(part.glyph)
    return result


def checksum(table: bytes) -> int:
    """Return the sum of `table`, in numbers of 32 bits."""
    padded = table + bytes(-len(table) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


def font_file(tables: Mapping[str, bytes]) -> bytes:
    """Return the TrueType file of `tables` (OpenType 1.9, "Organization of an OpenType Font")."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">IHHHH", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    place = len(header) + 16 * count
    directory: list[bytes] = []
    body: list[bytes] = []
    for tag, table in sorted(tables.items()):
        directory.append(struct.pack(">4sIII", tag.encode(), checksum(table), place, len(table)))
        body += table, bytes(-len(table) % 4)
        place += len(table) + -len(table) % 4
    return b"".join([header, *directory, *body])
