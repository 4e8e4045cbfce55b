"""A template of any kind is read in little time, and its text is never more than a bank holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.growth import is_within

from quizgen.commands.importing.cards.card_templates import CardTemplates
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.readers.apkg import ApkgCard, ApkgNote, ApkgNoteType, ApkgTemplate

N = 100_000


def sides(front: str, field: str = "word", back: str = "{{FrontSide}}{{B}}") -> CardTemplates:
    note_type = ApkgNoteType(1, "T", False, ("F", "B"), (ApkgTemplate("C", front, back),))
    templates = CardTemplates(note_type, {})
    templates.cards_of(ApkgNote(1, "g", 1, 0, (), (field, "b"), (ApkgCard(0, 1),)))
    return templates


@pytest.mark.parametrize(
    ("front", "field"),
    [
        ("{{" * N, ""),
        ("{{#F}}" * N + "{{/F}}" * N, "x"),
        ("{{#F}}" * N + "{{/G}}" * N, "x"),
        ("<script " * N, ""),
        ("<!--" * N, ""),
        ("<a '" * N, ""),
        ('<a b="' * N, ""),
        ("<a " + "b" * N + ">", ""),
        ("<div hidden>" * N + "{{F}}" + "</div>" * N, "x"),
        (" " * N + "{{F}}", "x"),
        ("<a" + " " * N + "{{F}}", "x"),
        ("{{furigana:F}}", "日" * N),
        ("{{kanji:F}}", "日" * N + "[" * N),
        ("{{F}}" * N, "<b>" * N),
        ("{{F}}", "<div>" * N),
        ("{{F}}", " " * N),
    ],
    ids=range(16),
)
def test_little_time(front: str, field: str) -> None:
    assert is_within(5, lambda: sides(front, field))


def test_a_field_shown_without_end_is_told() -> None:
    note_type = ApkgNoteType(1, "T", False, ("F",), (ApkgTemplate("C", "{{F}}" * N, "{{F}}"),))
    note = ApkgNote(1, "g", 1, 0, (), ("word " * 1000,), (ApkgCard(0, 1),))
    (card,) = CardTemplates(note_type, {}).cards_of(note)
    assert card.front == ""
    assert card.losses[0][0] is ImportLoss.LONG


PIECES = st.sampled_from(
    [
        *("{{F}}", "{{#F}}", "{{/F}}", "{{^F}}", "{{hint:F}}", "{{FrontSide}}", "{{B}}", "{{"),
        *("}}", "<div hidden>", "</div>", "<script>", "</script>", "<!--", "-->", "<a href='"),
        *(
            "'>",
            '"',
            "word",
            "<br>",
            "{{Tags}}",
            "{{type:B}}",
            "{{edit:F}}",
            "&#x41;",
            "{{=<% %>=}}",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES, max_size=14).map("".join))
def test_any_template_is_read(front: str, back: str) -> None:
    sides(front, back=back)
