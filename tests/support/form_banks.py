"""Banks of a few items for tests of forms."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from quizgen.model.item import (
    Choice,
    Item,
)
from support.forms import (
    choice,
    cloze,
    entry,
    matching,
    numeric,
    order,
    true_false,
)


@st.composite
def banks(draw: st.DrawFn) -> dict[str, list[Item]]:
    """Two sections of items of every kind that a letter, a number or a word answers. They are
    recognised by their words."""
    sections: dict[str, list[Item]] = {"Heading1": [], "Heading2": []}
    for title in sections:
        for _ in range(draw(st.integers(1, 5))):
            name = f"q{sum(map(len, sections.values()))}"
            size = draw(st.integers(2, 5))
            kinds = {
                "choice": choice(name, size, draw(st.integers(1, 2))),
                "cloze": cloze(name, draw(st.integers(1, 2))),
                "entry": entry(name),
                "fixed": fixed(choice(name, size)),
                "match": matching(name, size),
                "numeric": numeric(name, draw(st.integers(0, 999))),
                "order": order(name, size),
                "pinned": choice(name, size, pinned=2),
                "truth": true_false(name, draw(st.booleans())),
            }
            sections[title].append(kinds[draw(st.sampled_from(sorted(kinds)))])
    return sections


def fixed(item: Item) -> Item:
    """The item, with options that stand in the author's order in every form."""
    assert isinstance(item.interaction, Choice)
    return replace(item, interaction=replace(item.interaction, fixed=True))
