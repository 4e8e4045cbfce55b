"""Cards that Anki's own voice says aloud: what, when and in which language."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.sound import TTSTag
from support import write_project

from quizgen import build, check

QUESTIONS = """
- {id: f, type: flashcard, front: "What *is* it? [/anki:tts] <b> &", back: B, reversed: true,
   reference: r}
- {id: c, type: multiple_choice, question: Q, answer: [A, B], distractors: [C], reference: r}
- {id: tf, type: true_false, question: Q, answer: true, reference: r}
- {id: s, type: short_answer, question: Q, answer: Abc, hint: Not said, reference: r}
- {id: n, type: numeric, question: Q, answer: 100, unit: km, reference: r}
- {id: g, type: cloze, text: "A {{c1::gap::one}} and {{c2::*more*}}", reference: r}
- {id: m, type: matching, question: Q, pairs: {a: x, b: y}, reference: r}
- {id: o, type: ordering, question: Q, in_order: [a, b, c], reference: r}
- {id: t, type: timeline, question: Q, events: {1990: a, 1991: b}, reference: r}
- {id: e, type: essay, question: Q, answer: Abc, reference: r}
- {id: none, type: essay, question: Q, answer: Abc, speak: false, reference: r}
"""
SAID = {
    "f Front to back": (["What is it? [/anki:tts] <b> &"], ["B"]),
    "f Back to front": (["B"], []),
    "c Choose": (["Q"], ["A, B"]),
    "tf Choose": (["Q"], ["True"]),
    "s Type": (["Q"], ["Abc"]),
    "n Type": (["Q"], ["100 km"]),
    "g Cloze": ([], ["A gap and more"]),
    "m Match": (["Q a"], ["x"]),
    "m Match 2": (["Q b"], ["y"]),
    "o Order": (["Q"], ["a, b, c"]),
    "t Order": (["Q"], ["a, b"]),
    "t When": (["When did this happen? a"], ["1990"]),
    "t When 2": (["When did this happen? b"], ["1991"]),
    "e Write": (["Q"], ["Abc"]),
    "none Write": ([], []),
}


def said(root: Path, questions: str, bank: str) -> dict[str, tuple[list[str], list[str]]]:
    result = build(write_project(root, questions, bank=bank), built=1_700_000_000)
    assert result.files, result.diagnostics
    package = next(path for path in result.files if path.suffix == ".apkg")
    collection = Collection(str(root / "c.anki2"))
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    )
    found: dict[str, tuple[list[str], list[str]]] = {}
    for card_id in sorted(collection.find_cards("")):
        card = collection.get_card(card_id)
        sides: list[list[str]] = []
        for tags in (card.question_av_tags(), card.answer_av_tags()):
            assert all(isinstance(tag, TTSTag) for tag in tags)
            sides.append([tag.field_text for tag in tags if isinstance(tag, TTSTag)])
            assert {tag.lang for tag in tags if isinstance(tag, TTSTag)} <= {"en_US"}
        assert "anki:tts" not in card.question().replace("&#91;/anki:tts]", "")
        name = f"{card.note().fields[0].split('/')[1]} {card.template()['name']}"
        if card.note_type()["type"] == 1:  # a card for each gap
            name = name.replace(" Cloze 1", " Cloze")
        if name in found and found[name] != (sides[0], sides[1]):
            name += " 2"
        found[name] = (sides[0], sides[1])
    collection.close()
    return found


def test_question_and_answer_are_said(tmp_path: Path) -> None:
    assert said(tmp_path / "p", QUESTIONS, "speak: true\n") == SAID


def test_nothing_is_said_unless_asked_for(tmp_path: Path) -> None:
    found = said(tmp_path / "p", QUESTIONS, "")
    assert {name for name, sides in found.items() if any(sides)} == set()


def test_a_question_can_ask_for_itself(tmp_path: Path) -> None:
    questions = QUESTIONS.replace("speak: false", "speak: true")
    found = said(tmp_path / "p", questions, "")
    assert {name: sides for name, sides in found.items() if any(sides)} == {
        "none Write": (["Q"], ["Abc"])
    }


@pytest.mark.parametrize(
    ("language", "told"),
    [("de", []), ("de-AT", []), ("qya-GB", []), ("qya", ["no-voice"]), ("zh-Hant", [])],
)
def test_a_language_without_a_voice_is_told(tmp_path: Path, language: str, told: list[str]) -> None:
    question = "- {id: q, type: short_answer, question: Q, answer: Abc, reference: r}\n"
    bank = f"language: {language}\nspeak: true\n"
    found = check(write_project(tmp_path / "p", question, bank=bank))
    assert [one.name for one in found if one.severity.value == "error"] == told
