"""What PDF files hold of fonts, kept from one build to the next.

Most corrections leave a file the same characters in the order in which they first come. To cut out
the parts of fonts that have them takes an eighth of the time of a file, to read them a hundredth.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Sequence
from typing import TypeAlias

from quizgen.model.named_tuple import NamedTuple
from quizgen.project.record_store import RecordStore
from quizgen.writers.pdf.fonts.subset import subset
from quizgen.writers.pdf.fonts.truetype import TrueType

_ROW = 10
"""So many widths stand on a line."""
_LETTERS = str.maketrans("0123456789", "ABCDEFGIJK")
"""The capitals that stand for figures in the name of a part: reportlab's, which leave H out."""


class FontPart(NamedTuple):
    """The part of a font that has certain characters.

    `program` is its TrueType file, `size` that file's bytes, and `to_unicode` its ToUnicode CMap;
    both are deflated. `widths` are those of its characters, as PDF source.
    """

    program: bytes
    size: int
    to_unicode: bytes
    widths: str


_Key: TypeAlias = tuple[bytes, int, tuple[int, ...]]
"""The directory of a font, the number of the part in its file, and the characters of that part."""


class FontParts:
    """The parts of the fonts of one file, those that `store` has under `name` from before.

    Without a `store` all are cut out anew. The record holds the parts of one file, once.
    """

    def __init__(self, store: RecordStore | None = None, name: str = "") -> None:
        self._store = store
        self._name = name
        self._before = _parts_in(store.read(name)) if store is not None else {}
        self._now: dict[_Key, FontPart] = {}

    def part(self, font: TrueType, number: int, codes: Sequence[int]) -> FontPart:
        """Return the part `number` of `font` in a file, with the characters `codes`."""
        key = font.directory, number, tuple(codes)
        known = self._before.get(key)
        part = self._now[key] = FontPart(*known) if known else _cut_out(font, number, codes)
        return part

    def keep(self) -> None:
        """Keep the parts that were used, if not all of them were there before."""
        if self._store is not None and self._now.keys() != self._before.keys():
            plain = {key: tuple(part) for key, part in self._now.items()}
            self._store.write(self._name, marshal.dumps(plain))


def _parts_in(record: bytes | None) -> dict[_Key, FontPart]:
    """Return what `FontParts.keep` wrote, which nobody else can sign."""
    try:
        parts = marshal.loads(record or b"")
    except (ValueError, EOFError, TypeError):
        return {}
    return parts if isinstance(parts, dict) else {}


def part_name(font: TrueType, number: int) -> str:
    """Return the name of the part `number` of `font` in a file."""
    return f"{number:06}".translate(_LETTERS) + f"+{font.name}"


def _cut_out(font: TrueType, number: int, codes: Sequence[int]) -> FontPart:
    program = subset(font, codes)
    to_unicode = _to_unicode(part_name(font, number), codes).encode()
    widths = [f"{font.widths.get(code, font.missing_width):g}" for code in codes]
    rows = [" ".join(widths[place : place + _ROW]) for place in range(0, len(widths), _ROW)]
    return FontPart(
        zlib.compress(program), len(program), zlib.compress(to_unicode), " \n  ".join(rows)
    )


def _to_unicode(name: str, codes: Sequence[int]) -> str:
    """Return the ToUnicode CMap of the font `name`, from codes to characters (9.10.3)."""
    lines = "\n".join([f"<{place:02X}> <{code:04X}>" for place, code in enumerate(codes)])
    return _CMAP.format(name=name, last=f"{len(codes) - 1:02X}", count=len(codes), lines=lines)


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry ({name})
/Ordering ({name})
/Supplement 0
>> def
/CMapName /{name} def
/CMapType 2 def
1 begincodespacerange
<00> <{last}>
endcodespacerange
{count} beginbfchar
{lines}
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
