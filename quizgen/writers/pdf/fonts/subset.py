"""The part of a TrueType file that a few characters need."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from quizgen.writers.pdf.fonts.truetype import TrueType, checksum, font_file, parts, with_parts

_COPIED = ("name", "OS/2", "cvt ", "fpgm", "prep")
_WHOLE = 0xB1B0AFBA
"""What the numbers of a whole file add up to ("head")."""
_MAX_SHORT = 0xFFFF
"""The largest half of a place that a short table of places holds ("loca")."""


def subset(font: TrueType, codes: Sequence[int]) -> bytes:
    """Return the TrueType file of the glyphs of `font` for the code points `codes`, in their order.

    In a text, a byte stands for the character at that place in `codes`. One that the font does not
    have is its first glyph, an empty box.
    """
    glyphs = with_parts(font, (0, *(font.glyphs.get(code, 0) for code in codes)))
    new = {glyph: place for place, glyph in enumerate(glyphs)}
    tables = {tag: table for tag in _COPIED if (table := font.table(tag))}
    tables["post"] = b"\0\3\0\0" + font.table("post")[4:16] + bytes(16)
    advances, tables["hmtx"] = _metrics(font, glyphs)
    tables["hhea"] = _with_number(font.table("hhea"), 34, advances)
    tables["maxp"] = _with_number(font.table("maxp"), 4, len(glyphs))
    numbers = [new[font.glyphs.get(code, 0)] for code in codes]
    head = (0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes))  # format 6: a list
    tables["cmap"] = struct.pack(f">{len(head) + len(codes)}H", *head, *numbers)
    tables["glyf"], starts = _outlines(font, glyphs, new)
    is_long = (starts[-1] + 1) >> 1 > _MAX_SHORT
    places = starts if is_long else [start >> 1 for start in starts]
    tables["loca"] = struct.pack(f">{len(places)}{'I' if is_long else 'H'}", *places)
    tables["head"] = _with_number(font.table("head"), 50, is_long)
    return _summed(tables)


def _metrics(font: TrueType, glyphs: Sequence[int]) -> tuple[int, bytes]:
    """Return how many of `glyphs` need an advance of their own, and the table "hmtx"."""
    metrics = [font.metrics[glyph] for glyph in glyphs]
    count = len(metrics)
    while count > 1 and metrics[count - 1][0] == metrics[count - 2][0]:
        count -= 1
    numbers = [number for pair in metrics[:count] for number in pair]
    numbers += [bearing for _, bearing in metrics[count:]]
    return count, struct.pack(f">{len(numbers)}H", *numbers)


def _outlines(
    font: TrueType, glyphs: Sequence[int], new: dict[int, int]
) -> tuple[bytes, list[int]]:
    """Return the outlines of `glyphs`, each from a multiple of four on, and where each begins.

    Composed ones name their parts by the numbers that these have `new`.
    """
    outlines: list[bytes] = []
    starts = [0]
    for glyph in glyphs:
        outline = font.outline(glyph)
        for part in parts(outline):
            outline = _with_number(outline, part.place, new[part.glyph])
        outlines.append(outline + bytes(-len(outline) % 4))
        starts.append(starts[-1] + len(outlines[-1]))
    return b"".join(outlines), starts


def _with_number(table: bytes, place: int, number: int) -> bytes:
    return table[:place] + struct.pack(">H", number) + table[place + 2 :]


def _summed(tables: dict[str, bytes]) -> bytes:
    """Return the file of `tables` with the number in "head" that makes the sum of all right."""
    head = tables["head"]
    tables["head"] = head[:8] + bytes(4) + head[12:]
    file = font_file(tables)
    place = file.index(tables["head"]) + 8
    directory = file[: 12 + 16 * len(tables)]
    sums = (entry[1] for entry in struct.iter_unpack(">4s3I", directory[12:]))
    missing = (_WHOLE - checksum(directory) - sum(sums)) & 0xFFFFFFFF
    return file[:place] + struct.pack(">I", missing) + file[place + 4 :]
