"""typst's markup to a document, by the package `typst` from PyPI: tagged, with "page x of y".

Type, measure and spacing are quizgen's, so that both need about as many pages.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import typst
from font_source_serif_pro import font_files_ttf

from tools.benchmarks.typesetters.questions import questions

_MARKUP = {"strong": "*{}*", "emphasis": "_{}_", "code": "`{}`", "squared": "{}#super[2]"}

_HEAD = """\
#set document(title: "The League of Ports")
#set page(
  paper: "a4",
  margin: 20mm,
  footer: context align(right, counter(page).display("1 of 1", both: true)),
)
#set text(font: "Source Serif Pro", size: 11pt, lang: "en")
#show raw: set text(font: "IBM Plex Mono", size: 9.5pt)
#set par(leading: 6.7pt)
#set enum(numbering: "1.A.", body-indent: 7pt, spacing: 9.7pt)
#set block(width: 92%, spacing: 26.7pt, breakable: false)
"""
"""Leading and spacing are from a baseline to the capitals below it: 7.3 pt less than to the
next baseline."""


def written(count: int) -> bytes:
    """Return the source of a typst document with `count` questions."""
    items = []
    for number, one in enumerate(questions(count, _MARKUP), 1):
        options = "".join(f"  + {option}\n" for option in one.options)
        items.append(f"#block[\n{number}. {one.stem}\n{options}]\n")
    return (_HEAD + "".join(items)).encode()


def typeset(source: bytes) -> bytes:
    """Return the PDF of the typst document `source`, set in quizgen's own faces."""
    serif = Path(font_files_ttf["SourceSerifPro"]).parent
    mono = files("fontpkg_ibm_plex_mono").joinpath("files")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(serif), str(mono)])
    file = typst.compile(source, format="pdf", font_paths=fonts)
    assert isinstance(file, bytes)
    return file
