"""Questions that name the lines of the passage to look at."""

from __future__ import annotations

import re
from dataclasses import replace

from support.passage_sheets import (
    LONG,
    STANDARD,
    lines_of,
    with_passage,
)
from support.pdf_samples import (
    built,
    choice,
    entry,
    gaps,
    in_every_printing,
    item,
    read,
    section,
    squeezed,
    text,
    with_parts,
    words_of,
)

from quizgen.model.assessment import Assessment, Printing
from quizgen.model.bank import Passage
from quizgen.model.item import Item
from quizgen.model.text import Text


def citing(passage: Passage, *items: Item, printing: Printing = STANDARD) -> Assessment:
    """A worksheet that prints `passage`, with `items` that say where in it to look."""
    made = with_passage(passage, printing=printing)
    cited = section(*(replace(one, cites_lines=True) for one in items))
    return with_parts(made, worksheets=(replace(made.worksheets[0], sections=(cited,)),))


@in_every_printing
def test_a_question_cites_the_lines_that_its_evidence_is_on(printing: Printing) -> None:
    quote = LONG.paragraphs[6].plain[:90]
    asked = item("q", "Asked", entry("x"), evidence=[quote])
    sheet, _ = built(citing(LONG, asked, printing=printing))
    found = re.search(r"Asked\(lines?(\d+)(?:–(\d+))?\)", squeezed("".join(words_of(sheet))))
    assert found
    first, last = (int(number or found[1]) for number in found.groups())
    lines = [line.said for line in lines_of(sheet)]
    assert squeezed(quote) in squeezed("".join(lines[first - 1 : last]))
    assert squeezed(quote) not in squeezed("".join(lines[first:last]))
    assert squeezed(quote) not in squeezed("".join(lines[first - 1 : last - 1]))


def test_lines_of_several_quotes_are_joined_where_they_follow_each_other() -> None:
    passage = Passage(text("T"), tuple(map(text, ("one", "two", "three", "four", "five"))))
    asked = item("q", "Asked", entry("x"), evidence=["five", "two", "one", "four", "one"])
    alone = item("r", "Alone", choice("a", "b"), evidence=["three"])
    gap = item("s", Text(()), gaps("It is {{c1::so}}."), evidence=["three"])
    said = squeezed("".join(read(built(citing(passage, asked, alone, gap))[0])))
    assert "Asked(lines1–2,4–5)" in said
    assert "Alone(line3)" in said
    assert "Itis.(line3)" in said


def test_without_a_passage_nothing_is_cited() -> None:
    made = citing(LONG, item("q", "Asked", entry("x"), evidence=[LONG.paragraphs[0].plain]))
    [sheet] = made.worksheets
    bare = with_parts(made, worksheets=(replace(sheet, passage=None),))
    assert "line" not in "".join(read(built(bare)[0]))


def test_the_sheet_of_a_question_that_cites_nothing_tells_no_evidence() -> None:
    one, other = (built(with_passage(LONG, [LONG.paragraphs[n].plain[:40]]))[0] for n in (1, 5))
    assert one == other
