"""The faces that come with quizgen: Latin, Greek and Cyrillic letters.

The TrueType files are those of the packages font-source-serif-pro, font-source-sans-pro and
fontpkg-ibm-plex-mono. What they lack, `font_selection` looks for elsewhere.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from pathlib import Path

from font_source_sans_pro import font_files_ttf as sans_files
from font_source_serif_pro import font_files_ttf as serif_files

from quizgen.model.dataclass import dataclass
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Style
from quizgen.writers.pdf.fonts.truetype import TrueType


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """A typeface. `strong` names the weight for emphasis: bold in text, semibold in labels.

    Families are compared by identity, which is fast: texts look fonts up often.
    """

    name: str
    strong: str


SERIF = Family("SourceSerifPro", "Bold")
SANS = Family("SourceSansPro", "Semibold")
MONO = Family("IBMPlexMono", "Bold")
"""For code: every character is equally wide."""


class Font(NamedTuple):
    """How a run of text looks. `size` and `rise` (of the baseline) are points, `grey` is 0 to 1.

    `tint` puts a light ground behind the run, as for code.
    """

    family: Family
    size: float
    strong: bool = False
    italic: bool = False
    grey: float = 0.0
    rise: float = 0.0
    tint: bool = False


_CODE, _SCRIPT = 0.86, 0.68
"""How large code and sub- and superscripts are, in sizes of the text around them: by eye."""


@functools.cache
def styled(font: Font, style: Style, min_size: float) -> Font:
    """Return `font` in `style`, no smaller than `min_size` points unless `font` is smaller."""
    if style & Style.STRONG:
        font = font._replace(strong=True)
    if style & Style.EMPHASIS:
        font = font._replace(italic=True)
    if style & Style.CODE:
        font = font._replace(family=MONO, size=_smaller(font.size, _CODE, min_size), tint=True)
    if style & Style.SUBSCRIPT:
        rise = font.rise - font.size * 0.14
        font = font._replace(size=_smaller(font.size, _SCRIPT, min_size), rise=rise)
    if style & Style.SUPERSCRIPT:
        rise = font.rise + font.size * 0.35
        font = font._replace(size=_smaller(font.size, _SCRIPT, min_size), rise=rise)
    return font


def _smaller(size: float, part: float, min_size: float) -> float:
    return min(size, max(size * part, min_size))


class Face:
    """One font file. `widths` gives each character's advance in 1/1000 em, by code point."""

    __slots__ = ("file", "name", "path", "widths")

    def __init__(self, name: str, path: str) -> None:
        self.name = name
        self.path = path
        self.file = TrueType(Path(path).read_bytes())
        self.widths = self.file.widths

    def measure(self, text: str, size: float) -> float:
        """Return the advance of `text`, all of whose characters this face has, in points."""
        return sum(map(self.widths.__getitem__, map(ord, text))) * size / 1000


_FILES = {**serif_files, **sans_files}
_MONO_FILES = "fontpkg_ibm_plex_mono"


@functools.cache
def face(family: Family, strong: bool = False, italic: bool = False) -> Face:
    """Return the face of `family` in a style. Its file is read at the first call."""
    style = (family.strong if strong else "") + (("Italic" if family is MONO else "It") * italic)
    if family is MONO:
        path = files(_MONO_FILES).joinpath("files", f"{family.name}-{style or 'Regular'}.ttf")
        return Face(family.name + style, str(path))
    return Face(family.name + style, _FILES[family.name + style])


@functools.cache
def chain(family: Family, strong: bool, italic: bool) -> tuple[Face, ...]:
    """Return the faces to try for a character, best first.

    The requested style comes first, in `family` and then in the others; then upright faces,
    for the italics have no Greek or Cyrillic letters.
    """
    families = {SERIF: (SERIF, SANS), SANS: (SANS, SERIF), MONO: (MONO, SANS, SERIF)}[family]
    styles = [(f, s, i) for s, i in ((strong, italic), (strong, False)) for f in families]
    return tuple(face(*style) for style in dict.fromkeys(styles))
