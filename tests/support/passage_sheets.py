"""Passages on paper, with what they cite, as tests read them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pdfplumber
from hypothesis import strategies as st

from quizgen.model.assessment import Assessment, Printing
from quizgen.model.bank import Passage
from support.pdf_samples import (
    assessment,
    entry,
    item,
    section,
    squeezed,
    text,
    with_parts,
    words_of,
)

STANDARD = Printing()
SENTENCE = "Three advisers met in Seoul and spoke about *missiles*, sanctions and Tae-yong's plan. "
LONG = Passage(
    text("The talks"), tuple(text(f"Part{n} {SENTENCE * (3 + n % 5)}") for n in range(1, 25))
)

CITED = re.compile(r"Passage(?:,paragraph(\d+))?(?:,lines?(\d+)(?:–(\d+))?)?:“")


@dataclass
class Line:
    """A line of the passage as it stands in a PDF."""

    page: int
    said: str
    number: str = ""


def with_passage(
    passage: Passage, quotes: Iterable[str] = (), printing: Printing = STANDARD
) -> Assessment:
    """A worksheet that prints `passage`, with an item for each of the `quotes` as evidence."""
    items = [item(f"q{n}", f"Stem{n}", entry("x"), evidence=[q]) for n, q in enumerate(quotes)]
    made = assessment(section(*items), printing=printing)
    sheet = replace(made.worksheets[0], passage=passage)
    return replace(with_parts(made, worksheets=(sheet,)), bank=replace(made.bank, passage=passage))


def lines_of(sheet: bytes) -> list[Line]:
    """The passage line by line: all paragraphs between the first heading and the next one."""
    lines: dict[tuple[int, float], Line] = {}
    heads: list[float] = []
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        for page in document.pages:
            for char in page.chars:
                baseline = char["matrix"][5]
                if char["tag"] == "H2" and baseline not in heads:
                    heads.append(baseline)
                if len(heads) == 1 and baseline > 60:
                    line = lines.setdefault(
                        (page.page_number, baseline), Line(page.page_number, "")
                    )
                    if char["tag"] in ("P", "Span"):
                        line.said += char["text"]
                    elif char["tag"] == "Artifact":
                        line.number += char["text"]
    return [line for line in lines.values() if line.said]


def citations(key: bytes) -> list[tuple[str, str, str]]:
    """Paragraph, first and last line of each quote, as the key has them."""
    found = CITED.findall(squeezed("".join(words_of(key))))
    return [(paragraph, first, last or first) for paragraph, first, last in found]


def flat(source: str) -> str:
    return " ".join(source.split())


WORDS = st.sampled_from(
    [
        "a",
        "and",
        "sanctions",
        "2397",
        "naïve",
        "Tae-yong",
        "Malligyong-1",
        "*trilateral*",
        "**nuclear**",
        "`code`",
    ]
)


@st.composite
def passages_with_quotes(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Paragraphs in Markdown, and stretches of them."""
    paragraphs = draw(st.lists(st.lists(WORDS, min_size=1, max_size=90), min_size=1, max_size=5))
    quotes = []
    for _ in range(4):
        words = draw(st.sampled_from(paragraphs))
        start = draw(st.integers(0, len(words) - 1))
        quotes.append(" ".join(words[start : start + draw(st.integers(1, 40))]))
    return [" ".join(words) for words in paragraphs], quotes
