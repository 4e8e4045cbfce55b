"""Four-option questions with inline markup, whatever the markup is.

Options are too long for two columns: where they are short, quizgen sets them side by side, needs
fewer pages than the others do, and the comparison is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tools.benchmarks.bank import Draw

_STEMS = (
    ("aim", "What did the {body} hope to gain when the {paper} of {year} was signed in {city}?"),
    ("reason", "Why did the {body} lose the trade in {goods} through {city} after {year}?"),
)
_STYLES = ("strong", "emphasis", "code", "squared")


class Written(NamedTuple):
    """A question as an author writes it, in some markup."""

    stem: str
    options: tuple[str, ...]


def questions(count: int, markup: Mapping[str, str]) -> Iterator[Written]:
    """Yield `count` questions.

    A word of each stem and of two of four options is marked up by the patterns in `markup`.
    """
    for number in range(count):
        draw = Draw(number)
        kind, stem = _STEMS[draw.below(len(_STEMS))]
        words = {name: draw.one(name) for name in ("body", "paper", "goods", "city")}
        stem = _marked(draw, stem.format(year=draw.year(), **words), markup)
        first, second, third, fourth = draw.some(kind, 4)
        yield Written(
            stem, (first, _marked(draw, second, markup), third, _marked(draw, fourth, markup))
        )


def _marked(draw: Draw, text: str, markup: Mapping[str, str]) -> str:
    words = text.split(" ")
    place = draw.below(len(words))
    words[place] = markup[_STYLES[draw.below(len(_STYLES))]].format(words[place])
    return " ".join(words)
