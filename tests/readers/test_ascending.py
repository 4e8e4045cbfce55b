"""Answers from the least to the greatest, whatever their letters would be."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import clean_items, load_bank, write_bank

from quizgen.assemble.shuffle import display_order
from quizgen.model.item import Choice

ENTRY = (
    "- {{id: q, type: multiple_choice, question: Q, ascending: true, answer: {answer}, "
    "distractors: [{distractors}], reference: r}}"
)


def shown(tmp_path: Path, answer: str, distractors: str, language: str = "en") -> list[str]:
    questions = ENTRY.format(answer=answer, distractors=distractors)
    [item] = clean_items(tmp_path, questions, bank=f"language: {language}\n")
    assert isinstance(item.interaction, Choice)
    order = display_order(item, "any", "seed")
    return [item.interaction.options[index].text.plain for index in order]


@pytest.mark.parametrize(
    ("answer", "distractors", "expected"),
    [
        ("2013", "2017, 1998, 2006", "1998 2006 2013 2017"),
        ("9 days", "12 days, 1 days", "1 days/9 days/12 days"),
        ("'1,200'", "'90', '1,000,000'", "90 1,200 1,000,000"),
        ("0.5", "-3, 0.25", "-3 0.25 0.5"),
        ("$5 billion", "$12 billion, $0.5 billion", "$0.5 billion/$5 billion/$12 billion"),
        ("2023-12-09", "2023-08-18, 2023-12-19", "2023-08-18 2023-12-09 2023-12-19"),
        ("'5'", "{text: none, pinned: true}, '4'", "4 5 none"),
    ],
)
def test_numbers_and_dates(tmp_path: Path, answer: str, distractors: str, expected: str) -> None:
    wanted = expected.split("/") if "/" in expected else expected.split()
    assert shown(tmp_path, answer, distractors) == wanted


def test_words_are_alike_however_their_accents_are_encoded(tmp_path: Path) -> None:
    entry = ENTRY.format(answer="9 m\u00e8tres", distractors="12 me\u0300tres, 10 m\u00e8tres")
    bank, found = load_bank(write_bank(tmp_path, entry))
    assert [d.name for d in found] == ["decomposed-text"]
    assert len([*bank.items]) == 1


def test_numbers_are_read_as_the_bank_s_language_writes_them(tmp_path: Path) -> None:
    assert shown(tmp_path, "'1.200'", "'900', '3,5'", "de") == ["3,5", "900", "1.200"]


@pytest.mark.parametrize(
    ("answer", "distractors", "unclear"),
    [
        ("Seoul", "Tokyo", "Seoul"),
        ("9 December 2023", "18 August 2023", "9 December 2023"),
        ("5 days", "2 weeks", "2 weeks"),
        ("'5'", "'1,2,3'", "1,2,3"),
    ],
)
def test_answers_that_cannot_be_compared(
    tmp_path: Path, answer: str, distractors: str, unclear: str
) -> None:
    _, found = load_bank(write_bank(tmp_path, ENTRY.format(answer=answer, distractors=distractors)))
    assert found[0].name == "unclear-order"
    assert found[0].message.startswith(f"how {unclear!r} compares")
    assert found[0].span.line == 3
