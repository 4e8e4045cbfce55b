"""The short name of a build: it follows what is printed, and does not know what is right."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from support.forms import choice, entry, matching, order, printed, text

from quizgen.assemble.digest import digest
from quizgen.model.assessment import Paper, Printing
from quizgen.model.bank import Media, Passage
from quizgen.model.item import Choice, Item, Option, TextEntry
from quizgen.model.text import parse_text

ITEMS = [choice("a"), matching("b", 3), order("c", 4), entry("d")]


def name(items: list[Item], forms: int = 1, seed: str | None = None) -> str:
    [digest] = {sheet.digest for sheet in printed(items, forms, seed).worksheets}
    return digest


def changed(items: list[Item], **how: object) -> list[Item]:
    return [replace(items[0], **how), *items[1:]]  # type: ignore[arg-type]


def test_it_is_eight_hex_digits_and_the_same_on_every_form() -> None:
    assert re.fullmatch("[0-9a-f]{8}", name(ITEMS, 3))
    assert name(ITEMS, 3) == name(ITEMS, 3)


def test_it_follows_what_is_on_paper() -> None:
    names = [
        name(ITEMS),
        name(ITEMS, 2),
        name(ITEMS, seed="other"),
        name(ITEMS[1:]),
        name(ITEMS[::-1]),
        name(changed(ITEMS, stem=text("another"))),
        name(changed(ITEMS, stem=parse_text("**another**"))),
        name(changed(ITEMS, stem=parse_text("[another](https://example.org)"))),
        name(changed(ITEMS, points=2)),
        name(changed(ITEMS, interaction=choice("x").interaction)),
    ]
    assert len(set(names)) == len(names)


@given(st.integers(1, 5), st.data())
def test_it_does_not_depend_on_which_options_are_right(forms: int, data: st.DataObject) -> None:
    texts = [text(f"option {n}") for n in range(4)]
    names = set()
    for right in data.draw(st.lists(st.integers(0, 3), min_size=2, max_size=2)):
        options = tuple(Option(one, n == right) for n, one in enumerate(texts))
        names.add(name(changed(ITEMS, interaction=Choice(options)), forms))
    assert len(names) == 1


def test_it_does_not_depend_on_answers_and_reasons() -> None:
    other = changed(ITEMS, explain=text("because"), references=(text("a book"),))
    other[3] = changed([ITEMS[3]], interaction=TextEntry(text("another answer")))[0]
    assert name(other, 2) == name(ITEMS, 2)


def test_it_follows_the_passage_where_that_is_printed() -> None:
    [sheet] = printed(ITEMS).worksheets
    one, other = (replace(sheet, passage=Passage(text("T"), (text(p),))) for p in ("one", "two"))
    assert len({digest([one], {}), digest([other], {}), digest([sheet], {})}) == 3


def test_it_follows_a_picture_of_the_same_name_and_the_paper_of_a_passage() -> None:
    [sheet] = printed(changed(ITEMS, stem=parse_text("See ![a map](map.png)."))).worksheets
    one, other = ({"map.png": Media("map.png", content)} for content in (b"one", b"other"))
    assert digest([sheet], one) != digest([sheet], other)
    letter = replace(sheet, printing=Printing(paper=Paper.LETTER))
    assert digest([sheet], one) == digest([letter], one)
    passage = Passage(text("T"), (text("lines"),))
    numbered = [replace(one, passage=passage) for one in (sheet, letter)]
    assert digest(numbered[:1], one) != digest(numbered[1:], one)
