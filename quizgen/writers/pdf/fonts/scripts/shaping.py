"""Letters that depend on their neighbours, set with HarfBuzz."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

import uharfbuzz as hb

from quizgen.writers.pdf.fonts.scripts.cff import cids_of

_KEPT_TABLES = frozenset(("glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF ", "OS/2", "cmap"))
"""What a PDF reader needs of a font that is addressed by glyph (ISO 32000-1, 9.9)."""

_BITMAPS = frozenset(("CBDT", "sbix"))
"""Tables of fonts whose glyphs are pictures, as of coloured emoji."""


_ABOVE = 230
"""The combining class of accents above a letter (Unicode, 4.3)."""
_ACCENT_GAP = 40.0
"""White between a letter and an accent that its font has no place for, in 1/1000 em: by eye."""


class ShapedGlyph(NamedTuple):
    """Glyph number `gid`, moved right and up by `x` and `y`; lengths in 1/1000 em.

    `text` is its share of the characters that it and its neighbours stand for.
    """

    gid: int
    text: str
    advance: float
    x: float
    y: float


class Shaped(NamedTuple):
    """Glyphs from left to right, whichever way they are read; `width` in 1/1000 em."""

    glyphs: tuple[ShapedGlyph, ...]
    width: float


class ScriptFace:
    """One face of a font file, for texts of `language`.

    A variable font's weight is pinned to bold if `strong`, else to regular.
    """

    def __init__(self, face: Any, strong: bool, language: str) -> None:
        self._face = face
        self._language = language
        self._font = hb.Font(face)
        self._scale = 1000 / face.upem
        self._shaped: dict[tuple[str, bool], Shaped] = {}
        axes = {axis.tag: axis for axis in face.axis_infos}
        self._pinned: dict[str, float] = {tag: axis.default_value for tag, axis in axes.items()}
        self.weight = _weight(face)
        if "wght" in axes:
            weight = 700.0 if strong else 400.0
            self.weight = min(max(weight, axes["wght"].min_value), axes["wght"].max_value)
            self._pinned["wght"] = self.weight
        if self._pinned:
            self._font.set_variations(self._pinned)
        self.codes = face.unicodes
        """The characters that it has, by code point."""
        tables = frozenset(face.table_tags)
        self.is_cff = "glyf" not in tables
        """Whether its outlines are PostScript's."""
        self.is_outline = _BITMAPS.isdisjoint(tables) and not tables.isdisjoint(
            ("glyf", "CFF ", "CFF2")
        )
        """Whether its glyphs are outlines, which alone can be embedded."""

    @property
    def name(self) -> str:
        """Its PostScript name, of the characters that a PDF's names may have."""
        name = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-")) or "Font"

    def measure(self, text: str, size: float) -> float:
        """Return the advance of `text` in points."""
        return self.shape(text).width * size / 1000

    def shape(self, text: str, rtl: bool = False) -> Shaped:
        """Return the glyphs of `text`, all of which runs from right to left if `rtl`."""
        shaped = self._shaped.get((text, rtl))
        if shaped is None:
            shaped = self._shaped[text, rtl] = self._shape(text, rtl)
        return shaped

    def _shape(self, text: str, rtl: bool) -> Shaped:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = self._language
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        clusters = [info.cluster for info in infos]
        texts = _shares(text, clusters, [at.x_offset for at in positions] if rtl else None)
        em = self._scale
        glyphs = [
            ShapedGlyph(info.codepoint, part, at.x_advance * em, at.x_offset * em, at.y_offset * em)
            for info, at, part in zip(infos, positions, texts, strict=True)
        ]
        for place in range(1, len(glyphs)):
            if not rtl and _is_loose(glyphs[place]):
                glyphs[place] = self._stacked(glyphs[place], glyphs[place - 1])
        return Shaped(tuple(glyphs), sum(glyph.advance for glyph in glyphs))

    def _stacked(self, mark: ShapedGlyph, base: ShapedGlyph) -> ShapedGlyph:
        """Return `mark` in the middle above `base`, where HarfBuzz leaves it unplaced."""
        under = self._font.get_glyph_extents(base.gid)
        over = self._font.get_glyph_extents(mark.gid)
        if under is None or over is None:
            return mark
        x = -(base.advance + (2 * over.x_bearing + over.width) * self._scale) / 2
        clear = (under.y_bearing - over.y_bearing - over.height) * self._scale + _ACCENT_GAP
        return mark._replace(x=x, y=max(0.0, clear))

    def advance(self, gid: int) -> float:
        """Return the advance of glyph `gid`, in 1/1000 em."""
        return float(self._font.get_glyph_h_advance(gid) * self._scale)

    @functools.cached_property
    def cids(self) -> list[int] | None:
        """What a CID-keyed font, the form that most large ones have, calls each glyph."""
        table = bytes(self._face.reference_table("CFF ").data)
        return cids_of(table) if table else None

    def bounds(self) -> tuple[float, float]:
        """Return ascent and descent (below zero) in 1/1000 em."""
        extents = self._font.get_font_extents("ltr")
        return float(extents.ascender * self._scale), float(extents.descender * self._scale)

    def subset(self, gids: Iterable[int]) -> bytes:
        """Return a font file with the glyphs `gids` only, which keep their numbers.

        Of a CID-keyed font, return the table ``CFF ``, in which glyphs keep their CIDs.
        """
        subset = hb.SubsetInput()
        subset.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.DOWNGRADE_CFF2
        )
        if self.cids is None:
            subset.flags |= hb.SubsetFlags.RETAIN_GIDS
        subset.glyph_set.update(gids)
        dropped = frozenset(self._face.table_tags) - _KEPT_TABLES - _VARIATIONS
        subset.drop_table_tag_set.update({int.from_bytes(tag.encode()) for tag in dropped})
        for tag, value in self._pinned.items():
            subset.pin_axis_location(self._face, tag, value)
        subset_face = hb.subset(self._face, subset)
        if self.cids is None:
            return bytes(subset_face.blob.data)
        return bytes(subset_face.reference_table("CFF ").data)


_VARIATIONS = frozenset(("fvar", "gvar", "avar", "HVAR", "MVAR", "STAT", "CFF2", "VVAR", "cvar"))


def open_faces(source: str | bytes, strong: bool, language: str) -> list[ScriptFace]:
    """Return the faces of a font file, given by path or content; none if it is damaged."""
    try:
        blob = hb.Blob(source) if isinstance(source, bytes) else hb.Blob.from_file_path(source)
        faces = [hb.Face(blob, index) for index in range(max(hb.Face(blob).count, 1))]
        script_faces = [ScriptFace(face, strong, language) for face in faces if face.glyph_count]
    except (OSError, ValueError, hb.HarfBuzzError):
        return []
    return [face for face in script_faces if face.is_outline]


def _weight(face: Any) -> float:
    """Return ``usWeightClass`` of the table OS/2: 400 is regular, 700 bold."""
    table = bytes(face.reference_table("OS/2").data)
    return float(int.from_bytes(table[4:6], "big")) if len(table) >= 6 else 400.0


def _is_loose(glyph: ShapedGlyph) -> bool:
    """Return whether `glyph` is an accent above that was left where it came."""
    above = len(glyph.text) == 1 and unicodedata.combining(glyph.text) == _ABOVE
    return above and not (glyph.advance or glyph.x or glyph.y)


def _shares(text: str, clusters: list[int], shifts: list[int] | None) -> list[str]:
    """Return each glyph's share of `text`.

    `clusters` has the index in `text` at which each glyph's cluster begins. Each glyph of a
    cluster has one of its characters, and the last glyph has the rest. `shifts`, the glyphs'
    offsets, are given for text from right to left: there, glyphs are copied from the right, so
    the glyph that is shifted furthest has the first character.
    """
    groups: dict[int, list[int]] = {}
    for glyph, start in enumerate(clusters):
        groups.setdefault(start, []).append(glyph)
    starts = sorted(groups)
    shares = [""] * len(clusters)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        glyphs = groups[start]
        if shifts is not None:
            glyphs.sort(key=lambda glyph: (-shifts[glyph], -glyph))
        for glyph, character in zip(glyphs, text[start:end], strict=False):
            shares[glyph] = character
        shares[glyphs[-1]] += text[start + len(glyphs) : end]
    return shares
