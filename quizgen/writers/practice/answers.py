"""The answer below a question: what is right, why, and where it stands. It opens by a tap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import Text
from quizgen.writers.practice.context import PageContext, outside_gaps
from quizgen.writers.practice.rich_text import escape


def answer(item: Item, page: PageContext) -> str:
    """Return the answer to `item` as an element that is closed at first."""
    parts = [f"<div class=right>{_solution(item, page)}</div>"]
    if item.explain:
        parts.append(f"<div class=why{page.dir(item.explain)}>{page.html(item.explain)}</div>")
    parts += [f"<p class=src>{line}" for line in page.sources(item, item.evidence)]
    head = f"<summary>{escape(page.practice.answer)}</summary>"
    return f"<details class=ans>{head}{''.join(parts)}</details>"


def _solution(item: Item, page: PageContext) -> str:
    html = page.html
    match item.interaction:
        case Reveal(back=back):
            return _paragraph(back, page)
        case Choice(keys=keys):
            return _list([_paragraph(key.text, page) for key in keys])
        case TextEntry(answer=right, accepted=accepted):
            opening, closing = page.words.also_right
            variants = ", ".join(map(html, accepted))
            also = f"<div>{escape(opening)}{variants}{escape(closing)}</div>" if accepted else ""
            return _paragraph(right, page) + also
        case GapFill() as gap_fill:
            return _filled(gap_fill, page)
        case Numeric() as numeric:
            unit = f" {html(numeric.unit)}" if numeric.unit else ""
            within = escape(page.words.tolerance(numeric.written_tolerance))
            note = f"<div>{within}</div>" if numeric.tolerance else ""
            return f"{escape(numeric.written)}{unit}{note}"
        case Match() as match:
            return _pairs(match, page)
        case Order() as order:
            return _events(order, page)
        case ExtendedText() as essay:
            return _essay(essay, page)
        case other:
            assert_never(other)


def _paragraph(text: Text, page: PageContext) -> str:
    """Return `text`, in an element of its own where its direction is not the page's."""
    other = page.dir(text)
    return f"<div{other}>{page.html(text)}</div>" if other else page.html(text)


def _list(lines: Sequence[str], tag: str = "ul") -> str:
    """Return `lines` as a list; one line of a list without numbers stands alone."""
    if len(lines) == 1 and tag == "ul":
        return lines[0]
    return f"<{tag}>{''.join(f'<li>{line}' for line in lines)}</{tag}>"


def _filled(gap_fill: GapFill, page: PageContext) -> str:
    filled_in = page.texts.gap_text(
        gap_fill.parts, lambda gap: f"<mark>{page.html(gap.answer)}</mark>"
    )
    return f"<div{page.dir(outside_gaps(gap_fill))}>{filled_in}</div>"


def _because(explain: str) -> str:
    return f"<div class=why>{explain}</div>" if explain else ""


def _pairs(match: Match, page: PageContext) -> str:
    explanations = [page.html(proof.explain) for proof in match.proofs]
    explanations += [""] * (len(match.premises) - len(explanations))
    return _list(
        [
            f"{page.html(premise)} → <b>{page.html(match.responses[key])}</b>{_because(explain)}"
            for premise, key, explain in zip(match.premises, match.key, explanations, strict=True)
        ]
    )


def _events(order: Order, page: PageContext) -> str:
    lines = []
    for event in order.events:
        date = f"<b>{escape(event.date)}</b> " if event.date else ""
        lines.append(f"{date}{page.html(event.text)}{_because(page.html(event.proof.explain))}")
    return _list(lines, "ol")


def _essay(essay: ExtendedText, page: PageContext) -> str:
    rubric = [
        f"{page.html(line.text)} ({escape(page.words.criterion_points(line.points))})"
        for line in essay.rubric
    ]
    lines = "".join(f"<li>{line}" for line in rubric)
    return _paragraph(essay.answer, page) + (f"<ul class=rubric>{lines}</ul>" if rubric else "")
