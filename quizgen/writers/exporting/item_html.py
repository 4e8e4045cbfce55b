"""What stands around an item's task in formats that take HTML: the same for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.item import Item, Match, Order, Proof
from quizgen.model.text import Text
from quizgen.model.text.html import HtmlText

_BLOCK = re.compile(r"<(?:ul|ol|table|pre|blockquote|div)\b")


def case_markup(item: Item, html: HtmlText) -> str:
    """Return the HTML of what the questions of the case of `item` are about; empty for no case."""
    return f"<div>{html.text(item.case_stem)}</div>" if item.case_stem else ""


def marked(name: str, markup: str) -> str:
    """Return `markup` inside an element by whose class `quizgen import` knows what it is.

    `quizgen.readers.foreign.marks` reads them; a program shows the text as if they were not there.
    """
    tag = "div" if _BLOCK.search(markup) else "span"
    return f'<{tag} class="quizgen-{name}">{markup}</{tag}>'


def feedback(item: Item, html: HtmlText) -> Iterator[str]:
    """Yield the HTML of what explains the answer: the explanation, quotes and references."""
    if item.explain:
        yield html.text(item.explain)
    yield from (marked("quote", f"“{html.text(quote)}”") for quote in item.evidence)
    yield from (marked("source", html.text(reference)) for reference in item.references)


def _of_part(number: int, before: str, behind: str) -> str:
    """Return what is said of the part with `number`, from 1: two texts with a colon between."""
    return marked(f"part-{number}", f"{before}: {behind}")


def proofs(parts: Iterable[Text], proofs: Iterable[Proof], html: HtmlText) -> Iterator[str]:
    """Yield the HTML of the explanations among `proofs`, each behind its part of the task."""
    for number, (part, proof) in enumerate(zip(parts, proofs, strict=False), 1):
        if proof.explain:
            yield _of_part(number, html.text(part), marked("why", html.text(proof.explain)))


def hints(item: Item, html: HtmlText) -> Iterator[str]:
    """Yield the HTML of the hint of `item`, and of those of its parts, each behind its part."""
    if item.hint:
        yield html.text(item.hint)
    match item.interaction:
        case Match(premises=premises, hints=of_pairs):
            parts = tuple(zip(premises, of_pairs, strict=False))
        case Order(events=events):
            parts = tuple((event.text, event.hint) for event in events)
        case _:
            parts = ()
    for number, (part, hint) in enumerate(parts, 1):
        if hint:
            yield _of_part(number, html.text(part), marked("hint", html.text(hint)))


def order_feedback(task: Order, html: HtmlText) -> Iterator[str]:
    """Yield the HTML of the dates of `task`, and of the explanations of its parts."""
    events = task.events
    for number, event in enumerate(events, 1):
        if event.date:
            date = marked("date", html.escape(event.date))
            yield _of_part(number, date, html.text(event.text))
    yield from proofs([e.text for e in events], [e.proof for e in events], html)


def by_topic(
    questions: Iterable[Question], bank: Bank
) -> Iterator[tuple[tuple[str, str], tuple[Question, ...]]]:
    """Yield those of `questions` that follow each other in a topic.

    Each time with the titles of the bank and the topic.
    """
    titles = {topic.id: topic.title.plain for topic in bank.topics}

    def place(question: Question) -> tuple[str, str]:
        item = question.item
        return bank.title_of(item).plain, titles.get(item.topic, item.topic)

    for (_, _), run in groupby(questions, key=lambda one: (one.item.bank, one.item.topic)):
        several = tuple(run)
        yield place(several[0]), several


def by_section(
    questions: Sequence[Question], bank: Bank
) -> Iterator[tuple[str, tuple[Question, ...]]]:
    """Yield those of `questions` that follow each other in a topic, each time with a title.

    It is the topic's, behind that of its bank where there are several banks.
    """
    has_several_banks = len({question.item.bank for question in questions}) > 1
    for (bank_title, topic_title), of_topic in by_topic(questions, bank):
        yield f"{bank_title}: {topic_title}" if has_several_banks else topic_title, of_topic


def moodle_category(*titles: str) -> str:
    """Return `titles`, from the outermost, as a path of Moodle's question categories.

    A slash in a title is doubled, and no title is empty.
    """
    levels = (" ".join(title.split()).replace("/", "//") or "-" for title in titles)
    return f"$course$/top/{'/'.join(levels)}"
