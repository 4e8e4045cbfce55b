"""Fonts are read, cut down and embedded as reportlab does it, byte for byte."""

from __future__ import annotations

import itertools
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reportlab_fonts import ReportlabFonts, typeface

from quizgen.writers.pdf.file.font_resources import FontResources
from quizgen.writers.pdf.file.object_writer import ObjectWriter, escaped
from quizgen.writers.pdf.fonts.faces import MONO, SANS, SERIF, Face, Family, face
from quizgen.writers.pdf.fonts.subset import subset
from quizgen.writers.pdf.fonts.truetype import TrueType, font_file

STYLES = list(itertools.product((SERIF, SANS, MONO), (False, True), (False, True)))
FACES = st.sampled_from(STYLES).map(lambda style: face(*style))


@st.composite
def _texts(draw: st.DrawFn) -> tuple[Face, str]:
    drawn = draw(FACES)
    characters = st.sampled_from(sorted(set(drawn.widths) - {0, 0xFFFF}))
    few = st.lists(characters, min_size=1, max_size=30)
    many = st.lists(characters, min_size=240, max_size=600, unique=True)
    return drawn, "".join(map(chr, draw(st.one_of(few, few, few, many))))


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_a_font_has_the_characters_widths_and_measures_that_reportlab_finds(
    style: tuple[Family, bool, bool],
) -> None:
    ours, theirs = face(*style).file, typeface(face(*style)).face
    assert ours.name == theirs.name.decode()
    assert ours.glyphs == theirs.charToGlyph
    assert ours.widths == theirs.charWidths
    assert list(ours.box) == theirs.bbox
    assert (ours.ascent, ours.descent) == (theirs.ascent, theirs.descent)
    assert (ours.cap_height, ours.slope) == (theirs.capHeight, theirs.italicAngle)
    assert ours.missing_width == theirs.defaultWidth


@given(_texts())
def test_a_part_of_a_font_is_the_one_that_reportlab_cuts(of_face: tuple[Face, str]) -> None:
    drawn, text = of_face
    codes = [0, *map(ord, text[:255])]
    assert subset(drawn.file, codes) == typeface(drawn).face.makeSubset(codes)


@given(st.lists(_texts(), min_size=1, max_size=4))
def test_texts_and_fonts_come_into_the_file_as_reportlab_puts_them(
    texts: list[tuple[Face, str]],
) -> None:
    file, reference = ObjectWriter(), ObjectWriter()
    fonts, theirs = FontResources(file), ReportlabFonts(reference)
    for drawn, text in texts:
        ours = itertools.groupby(fonts.encode(text, drawn), key=lambda part: part[0])
        assert [(name, "".join(code for _, code in parts)) for name, parts in ours] == [
            (name, escaped(data.decode("latin-1"))) for name, data in theirs.encode(text, drawn)
        ]
    fonts.write()
    theirs.write()
    assert file.finish("", "") == reference.finish("", "")


def _font(*kinds: tuple[int, int], form: int = 12) -> bytes:
    """A font whose table of characters has a part for each of `kinds`, a platform and an encoding.

    The space is the first glyph in the first part, and so on.
    """
    places = [4 + 8 * len(kinds) + 28 * number for number in range(len(kinds))]
    heads = [struct.pack(">HHI", *kind, place) for kind, place in zip(kinds, places, strict=True)]
    parts = [
        struct.pack(">HHIIIIII", form, 0, 28, 0, 1, 0x20, 0x20, glyph)
        for glyph in range(len(kinds))
    ]
    tables = {tag: face(SANS).file.table(tag) for tag in ("head", "hhea", "hmtx", "maxp")}
    cmap = struct.pack(">HH", 0, len(kinds)) + b"".join([*heads, *parts])
    return font_file({**tables, "cmap": cmap})


@pytest.mark.parametrize(
    ("kinds", "glyph"),
    [
        ([(3, 1)], 0),
        ([(0, 4), (3, 10)], 1),
        ([(0, 3), (0, 5)], 0),  # variants
        ([(0, 3), (1, 0), (3, 0)], 0),  # symbols
    ],
)
def test_characters_are_those_of_the_last_table_for_unicode(
    kinds: list[tuple[int, int]], glyph: int
) -> None:
    assert TrueType(_font(*kinds)).glyphs[0x20] == glyph


def test_a_font_without_unicode_is_refused() -> None:
    with pytest.raises(ValueError, match="no table of Unicode"):
        TrueType(_font((1, 0), (3, 0)))


@pytest.mark.parametrize("form", [0, 2, 6, 8, 10, 13, 14])
def test_characters_in_another_format_are_refused(form: int) -> None:
    with pytest.raises(ValueError, match=f"format {form},"):
        TrueType(_font((3, 1), form=form))
