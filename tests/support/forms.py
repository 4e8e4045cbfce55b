"""Worksheets in several forms, assembled from items made in code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from quizgen.assemble import assemble
from quizgen.model.assessment import (
    Assessment,
    DeckFile,
    Printing,
    Selection,
)
from quizgen.model.bank import Bank, Topic
from quizgen.model.diagnostics import Report
from quizgen.model.item import (
    Choice,
    Event,
    ExtendedText,
    GapFill,
    Interaction,
    Item,
    Match,
    Numeric,
    Option,
    OptionMark,
    Order,
    Reveal,
    TextEntry,
    Word,
)
from quizgen.model.text import Text, parse_gaps
from quizgen.writers import DECK_PARTS
from quizgen.writers.pdf.deck_part import SectionSpec, WorksheetSpec


def text(plain: str) -> Text:
    return Text((plain,))


def item(name: str, interaction: Interaction, topic: str = "t") -> Item:
    return Item(Word(name), "any", topic, text(f"stem-{name}"), interaction)


def choice(name: str, wrong: int = 3, keys: int = 1, pinned: int = 0) -> Item:
    """Options ``NAME-key0``, ``NAME-wrong0``, …, ``NAME-pinned0``."""
    options = [Option(text(f"{name}-key{n}"), True) for n in range(keys)]
    options += [Option(text(f"{name}-wrong{n}"), False) for n in range(wrong)]
    options += [Option(text(f"{name}-pinned{n}"), False, pinned=True) for n in range(pinned)]
    return item(name, Choice(tuple(options)))


def true_false(name: str, truth: bool = True) -> Item:
    options = Option(text("True"), truth), Option(text("False"), not truth)
    return item(name, Choice(options, fixed=True, mark=OptionMark.BOX))


def matching(name: str, pairs: int, wrong: int = 1) -> Item:
    """Premises ``NAME-premise0`` that belong to ``NAME-response0``, …"""
    premises = tuple(text(f"{name}-premise{n}") for n in range(pairs))
    responses = tuple(text(f"{name}-response{n}") for n in range(pairs + wrong))
    return item(name, Match(premises, responses, tuple(range(pairs))))


def order(name: str, events: int) -> Item:
    """Events ``NAME-event0``, ``NAME-event1``, … in this order."""
    return item(name, Order(tuple(Event(text(f"{name}-event{n}")) for n in range(events))))


def entry(name: str) -> Item:
    return item(name, TextEntry(text(f"{name}-key")))


def cloze(name: str, count: int) -> Item:
    """Gaps that ``NAME-gap0``, ``NAME-gap1``, … fill."""
    gaps = " and ".join(f"{{{{c{n}::{name}-gap{n - 1}}}}}" for n in range(1, count + 1))
    return item(name, GapFill(parse_gaps(f"Here {gaps}.").parts))


def numeric(name: str, number: int) -> Item:
    return item(name, Numeric(Decimal(number), str(number)))


def printed(
    sections: Mapping[str, Iterable[Item]] | Iterable[Item],
    forms: int = 1,
    seed: str | None = None,
) -> Assessment:
    """One worksheet ``sheet`` with the items of each section, by its title."""
    if not isinstance(sections, Mapping):
        sections = {"All": sections}
    topics, specs = [], []
    for title, items in sections.items():
        topics.append(Topic(title, text(title), tuple(items)))
        ids = tuple(one.id for one in topics[-1].items)
        specs.append(SectionSpec(text(title), None, Selection(ids=ids)))
    sheet = WorksheetSpec(Word("sheet"), text("T"), Printing(), None, tuple(specs), forms, seed)
    deck = DeckFile("deck", Path("deck.yaml"), (Word("bank"),), {"worksheets": (sheet,)})
    report = Report()
    assessment = assemble(
        deck, [Bank("bank", text("Bank"), "en", tuple(topics))], DECK_PARTS, report
    )
    assert report.diagnostics == []
    return assessment


def one_of_each() -> list[Item]:
    """An item of each interaction, and a timeline besides an ordering."""
    dated = Order((Event(text("one"), "1990"), Event(text("two"), "1991")))
    return [
        choice("a"),
        entry("b"),
        cloze("c", 2),
        numeric("d", 4),
        matching("e", 3),
        order("f", 3),
        item("g", dated),
        item("h", ExtendedText(text("so"))),
        item("i", Reveal(text("back"), reversed=True)),
    ]
