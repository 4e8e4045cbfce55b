"""A bank's facts as one HTML page, to look at or to print. It loads nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from quizgen.commands.stats.facts import BankFacts
from quizgen.commands.stats.reading_level import ReadingLevel
from quizgen.commands.stats.text import LETTERS


def as_page(banks: Sequence[BankFacts]) -> str:
    """Format `banks` as one page. Every bar has its number beside it."""
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    title = "Question banks: " + ", ".join(facts.bank for facts in banks)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>\n{style}</style></head>\n"
        f"<body><main>{''.join(map(_bank, banks))}</main></body></html>\n"
    )


def _bank(facts: BankFacts) -> str:
    title = f"{facts.bank}: {facts.items} items, {facts.points} points"
    return (
        f"<section class='bank'>\n<h1>{escape(title)}</h1>\n{''.join(_sections(facts))}</section>\n"
    )


def _sections(facts: BankFacts) -> Iterator[str]:
    for what in ("topic", "type", "difficulty"):
        yield _chart(f"Items by {what}", what, facts.counts_by(what).items())
    if facts.paragraphs:
        paragraphs = ((f"{p.number or '–'}  {p.opening}", len(p.items)) for p in facts.paragraphs)
        yield _chart("Items that ask about each paragraph", "paragraph", paragraphs, facts.language)
    for position in facts.positions:
        if position.counts:
            places = zip(LETTERS, position.counts, strict=False)
            yield _chart(f"Where the keys stand: {position.where}", "letter", places)
    if facts.reading:
        yield f"<section><h2>Reading level of the passage</h2>{_reading(facts.reading)}</section>\n"


def _reading(level: ReadingLevel) -> str:
    values = {
        "words": level.words,
        "sentences": level.sentences,
        "LIX (Björnsson)": level.lix,
        "reading ease (Flesch)": level.ease,
        "school grade (Flesch-Kincaid)": level.grade,
    }
    rows = (f"<dt>{n}</dt><dd>{v:g}</dd>" for n, v in values.items() if v is not None)
    return f"<dl>{''.join(rows)}</dl>"


def _chart(heading: str, column: str, bars: Iterable[tuple[str, int]], language: str = "en") -> str:
    """Format `bars` as a table whose second column draws each number as a bar."""
    bar_list = list(bars)
    most = max((number for _, number in bar_list), default=0) or 1
    rows = "".join(
        f'<tr><th scope="row" lang="{escape(language)}">{escape(name)}</th>'
        f'<td><span class="bar" style="width: {100 * number / most:.1f}%"></span></td>'
        f"<td>{number}</td></tr>\n"
        for name, number in bar_list
    )
    return (
        f"<section><h2>{escape(heading)}</h2><table>"
        f'<tr class="head"><th scope="col">{column}</th><td></td><th scope="col">items</th></tr>'
        f"{rows}</table></section>\n"
    )
