"""Questions and sections of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from quizgen.model.assessment import Question, Section
from quizgen.model.hints import hints_of_parts
from quizgen.model.item import GapFill, Item
from quizgen.writers.practice.answers import answer
from quizgen.writers.practice.context import PageContext
from quizgen.writers.practice.rich_text import escape
from quizgen.writers.practice.tasks import kind_of, task

USUAL_KIND = "choice"
"""The kind of a question that does not say its own: most are of it."""


def sections_html(sections: Sequence[Section], page: PageContext) -> str:
    """Return the questions of `sections`, each under its title."""
    place, parts = 1, []
    for section in sections:
        title = (
            f"<h2{page.dir(section.title)}>{page.html(section.title)}</h2>"
            if section.title.runs
            else ""
        )
        instructions = page.html(section.instructions)
        if instructions:
            title += f"<div class=lead{page.dir(section.instructions)}>{instructions}</div>"
        questions = "".join(_cases(section.questions, place, page))
        parts.append(f"<div class=part>{title}{questions}</div>")
        place += len(section.questions)
    return "\n".join(parts)


def _cases(questions: Sequence[Question], first: int, page: PageContext) -> Iterator[str]:
    """Yield the questions, those of a case below what they share."""
    places = zip(range(first, first + len(questions)), questions, strict=True)
    for case, run in groupby(places, key=lambda pair: pair[1].item.case):
        items = "\n".join(_question(place, question, page) for place, question in run)
        if case is not None and case.stem is not None:
            stem = f"<div class=stem{page.dir(case.stem)}>{page.html(case.stem)}</div>"
            yield f"<div class=case>{stem}{items}</div>"
        else:
            yield items


def _question(place: int, question: Question, page: PageContext) -> str:
    item = question.item
    points = escape(page.words.points(item.printed_points)) if item.printed_points else ""
    bonus = "+" if item.is_bonus and points else ""
    small = f" <small>{bonus}{points}</small>" if points else ""
    heading = f"<{page.heading}>{question.label}{small}</{page.heading}>"
    stem = "" if isinstance(item.interaction, GapFill) else _stem(place, item, page)
    kind = kind_of(question)
    about = [f"data-t={kind}"] * (kind != USUAL_KIND)
    about.append(f"data-i={_value(page.identities[item.name])}")
    about += [f"data-p={item.points}"] * (item.points != 1)
    about += ["data-b"] * item.is_bonus
    inner = heading + stem + _hints(item, page) + task(place, question, page)
    below = answer(item, page) if page.has_key else ""
    return f"<article {' '.join(about)}>{inner}{below}</article>"


def _value(text: str) -> str:
    """Return `text` as the value of an attribute, without quotation marks where it needs none."""
    return text if re.fullmatch(r"[\w-]+", text, re.ASCII) else f'"{escape(text)}"'


def _stem(place: int, item: Item, page: PageContext) -> str:
    return f"<div class=stem id=s{place}{page.dir(item.stem)}>{page.html(item.stem)}</div>"


def _hints(item: Item, page: PageContext) -> str:
    lines = [(item.hint, page.html(item.hint))] if item.hint else []
    lines += [
        (part, f"{page.html(part)}: {page.html(hint)}")
        for part, hint in hints_of_parts(item.interaction)
    ]
    if not lines:
        return ""
    inner = "".join(f"<div{page.dir(first)}>{line}</div>" for first, line in lines)
    return f"<details class=hint><summary>{escape(page.words.hint)}</summary>{inner}</details>"
