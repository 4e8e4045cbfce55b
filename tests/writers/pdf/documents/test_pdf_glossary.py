"""The glossary between the passage and the questions."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
from support.pdf_samples import (
    EVERY_INTERACTION,
    assessment,
    built,
    files,
    in_every_printing,
    read,
    squeezed,
    with_parts,
    words_of,
)

from quizgen.model.assessment import Assessment, Printing
from quizgen.model.bank import GlossaryEntry
from quizgen.model.text import parse_text


def explaining(*pairs: tuple[str, str], printing: Printing = Printing()) -> Assessment:  # noqa: B008
    made = assessment(EVERY_INTERACTION, printing=printing)
    entries = tuple(GlossaryEntry(parse_text(term), parse_text(meaning)) for term, meaning in pairs)
    [sheet] = made.worksheets
    return with_parts(made, worksheets=(replace(sheet, glossary=entries),))


@in_every_printing
def test_every_term_stands_before_its_meaning_and_before_the_questions(printing: Printing) -> None:
    made = explaining(
        ("sanctions", "penalties for a *country*, such as a ban on trade"),
        ("a very long term that has to be broken", "short"),
        ("summit", "a meeting of leaders. " * 30),
        printing=printing,
    )
    sheet, _ = built(made)
    found = words_of(sheet)
    places = [found.index(word) for word in ("Glossary", "sanctions", "summit", "Who")]
    assert places == sorted(places)
    said = squeezed("".join(found))
    assert "penaltiesforacountry,suchasabanontrade" in said
    said = re.sub(r"ThreeadvisersmeetinSeoulPage\dof\d", "", said)
    assert said.count("ameetingofleaders.") == 30


def test_a_glossary_longer_than_a_page_loses_nothing() -> None:
    sheet, _ = built(explaining(*((f"term{n}", f"meaning{n}") for n in range(120))))
    said = squeezed("".join(read(sheet)))
    assert all(f"term{n}meaning{n}" in said for n in range(120))


def test_a_screen_reader_hears_a_list_of_labels_and_bodies() -> None:
    sheet, _ = built(explaining(("summit", "a meeting"), ("launder", "to hide")))
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        [root] = list(pdf.Root.StructTreeRoot.K)
        lists = [kid for kid in root.K if kid.get("/S") == "/L"]
        kinds = [[str(part.S) for part in entry.K] for entry in lists[0].K]
    assert kinds == [["/Lbl", "/LBody"], ["/Lbl", "/LBody"]]


def test_without_one_there_is_no_heading() -> None:
    assert all("Glossary" not in "".join(read(one)) for one in files(explaining()).values())
