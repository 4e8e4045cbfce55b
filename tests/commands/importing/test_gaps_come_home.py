"""Gaps of an export that is edited keep their numbers and hints in the bank, or it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank
from support.brought import Brought, bring
from support.exports_edited import NATIVE, bring_edited, losses, yaml_files

from quizgen.model.assessment import Question
from quizgen.writers.exporting.base import Export, ExportFormat

SONG = "So an old song has it, in its first verse and in its last one, that all of us know well."
TEXT = (
    "The {{c2::sky::above}} is {{c1::blue}}, {{c1::*grass*}} is **green** and {{c5::snow}} is "
    f"white. {SONG}"
)
WITHOUT_STYLES = {"csv", "xlsx"}
EDITS = {  # what stands in the place of a part of the text
    "an answer": ("*grass*", "lawn"),
    "an answer with a hint": ("sky::", "heaven::"),
    "a part of an answer": ("snow", "fresh snow"),
    "words": ("is white", "is always very white"),
    "a word before": ("The {{c2::sky", "Perhaps the {{c2::sky"),
    "a word behind a hint": ("above}} is", "above}} often is"),
    "a hint": ("above", "high (up)"),
    "no hint": ("::above", ""),
    "a gap less": ("{{c1::blue}}", "blue"),
    "the first gap less": ("{{c2::sky::above}}", "sky"),
    "gaps less": (TEXT[TEXT.index("{{c1::blue") : -len(SONG)], "blue. "),
    "a gap and its words less": (", {{c1::*grass*}} is **green**", ""),
    "a gap more": ("white", "{{c6::white}}"),
    "gaps more": ("is white.", "is {{c6::white}}, {{c7::coal}} is black."),
    "a gap more before": ("The {{c2::sky", "The {{c6::wide}} {{c2::sky"),
    "a gap for another": ("{{c1::blue}}, {{c1::*grass*}}", "blue, {{c1::*grass*}} {{c6::often}}"),
    "gaps that changed places": (
        "{{c1::*grass*}} is **green** and {{c5::snow}} is white",
        "{{c5::snow}} is white and {{c1::*grass*}} is **green**",
    ),
    "all in other words": (
        TEXT.removesuffix(SONG),
        "Above us {{c2::heaven::high}} looks {{c1::azure}}; {{c1::lawns}} or {{c5::ice}} do not. ",
    ),
}
WITHOUT_NAMES = {"blackboard"}
"""Formats whose edited questions come as new ones; those of the bank are told as gone."""
OF_SEVERAL = {"gift"}
"""Formats that have a question for each gap."""


def _entry(text: str) -> str:
    return f"- id: cards\n  type: cloze\n  text: '{text}'\n  reference: An atlas\n"


def _brought(root: Path, format: ExportFormat, old: str, new: str) -> Brought | None:
    """Import the export of a bank with the text `new` into one with `old`, if it has it."""
    bank, _ = load_bank(write_bank(root / "edited", _entry(new)))
    questions = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    content = format.render(Export("all", format, questions), bank).content
    write_bank(root, _entry(old))
    got = bring(root, f"all{format.ending}", content, "talks")
    return got if got.imported and got.imported.questions else None


def _texts(root: Path) -> list[str]:
    lines = yaml_files(root)["people.yaml"].splitlines()
    return [line.removeprefix("  text: ").strip("\"'") for line in lines if "  text: " in line]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("format", NATIVE, ids=lambda format: format.name)
def test_gaps_come_home_or_are_told(tmp_path: Path, format: ExportFormat, edit: str) -> None:
    new = TEXT.replace(*EDITS[edit])
    assert new != TEXT
    got = _brought(tmp_path, format, TEXT, new)
    if got is None or got.imported is None or got.imported.update is None:
        return  # no question of the export is a text with gaps, which the export tells
    if format.name in OF_SEVERAL:
        assert _texts(tmp_path) == [TEXT]  # a new gap comes as a new question
        assert got.imported.update.added or losses(got) == {"OTHER_FORM"}
    elif got.imported.update.gone:
        assert format.name in WITHOUT_NAMES
        assert _texts(tmp_path) == [TEXT]
    else:
        assert [_plain(text) for text in _texts(tmp_path)] == [_plain(new)]
        assert losses(got) == ({"GONE_WITH"} if format.name in WITHOUT_STYLES else set())


def _plain(text: str) -> str:
    return text.replace("*", "")


@pytest.mark.parametrize("name", ["moodle", "qti12", "qti21", "qti3"])
def test_what_a_format_has_no_place_for_stays_beside_an_edited_answer(
    tmp_path: Path, name: str
) -> None:
    (format,) = (one for one in NATIVE if one.name == name)
    _brought(tmp_path, format, TEXT, TEXT.replace("snow", "ice"))
    assert _texts(tmp_path) == [TEXT.replace("snow", "ice")]


@pytest.mark.parametrize("name", ["moodle", "qti12", "qti21", "qti3"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{{c3::red}}, {{c1::hot}}: a fire", "{{c1::warm}}: a fire"),
        ("{{c3::red}}: a fire", "{{c3::bright}}, {{c4::warm}}: a fire"),
    ],
)
def test_gaps_that_may_be_either_stay_and_are_told(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    (format,) = (one for one in NATIVE if one.name == name)
    got = _brought(tmp_path, format, f"{old}. {SONG}", f"{new}. {SONG}")
    assert got is not None
    assert _texts(tmp_path) == [f"{old}. {SONG}"]
    assert losses(got) == {"OTHER_FORM"}


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("=grass}", "=lawn}", "{{c1::sky::above}} is {{c2::blue}}, and the {{c3::lawn}} green"),
        ("{1:SHORTANSWER:=sky}", "sky", "sky is {{c2::blue}}, and the {{c3::grass}} green"),
        ("(above)", "(a (high) one)", "{{c1::sky::a (high) one}} is {{c2::blue}}, and the"),
        (" (above)", "", "{{c1::sky}} is {{c2::blue}}, and the {{c3::grass}} green"),
    ],
)
def test_a_hint_behind_a_gap_of_moodle_is_no_text(
    tmp_path: Path, old: str, new: str, text: str
) -> None:
    got = bring_edited(tmp_path, "moodle", old, new)
    assert f'text: "The {text}' in yaml_files(tmp_path)["people.yaml"]
    # What was the hint of a gap that is gone is not taken for text, and told.
    assert losses(got) == ({"NOT_AS_IN_FILE"} if new == "sky" else set())


def test_parentheses_behind_a_hint_are_text(tmp_path: Path) -> None:
    old = "The {{c2::sky::above}} (a dome) is {{c1::blue}}."
    (format,) = (one for one in NATIVE if one.name == "moodle")
    for new in (old.replace("::above", ""), old.replace("dome", "tent")):
        _brought(tmp_path / new[12:20], format, old, new)
        assert _texts(tmp_path / new[12:20]) == [new]


@pytest.mark.parametrize("name", ["csv", "qti21", "qti3"])
def test_a_new_hint_comes_from_formats_that_have_hints(tmp_path: Path, name: str) -> None:
    (format,) = (one for one in NATIVE if one.name == name)
    new = TEXT.replace("snow", "snow::cold")
    _brought(tmp_path, format, TEXT, new)
    assert [_plain(text) for text in _texts(tmp_path)] == [_plain(new)]


def test_a_new_gap_has_a_number_below_where_none_is_above(tmp_path: Path) -> None:
    (format,) = (one for one in NATIVE if one.name == "moodle")
    old = "The {{c499::sky}} is {{c1::blue}} now."
    _brought(tmp_path, format, old, old.replace("now", "{{c2::now}}"))
    assert _texts(tmp_path) == [old.replace("now", "{{c2::now}}")]


@pytest.mark.parametrize(("words", "is_decided"), [(400, True), (600, False)])
def test_many_words_between_changes_are_too_many(
    tmp_path: Path, words: int, is_decided: bool
) -> None:
    (format,) = (one for one in NATIVE if one.name == "moodle")
    start, between = f"{SONG} " * 4, "so " * words
    old = f"{start}The {{{{c2::sky}}}} is {between}{{{{c1::blue}}}}."
    new = old.replace("sky", "sea").replace("blue", "green")
    got = _brought(tmp_path, format, old, new)
    assert got is not None
    assert _texts(tmp_path) == [new if is_decided else old]
    assert losses(got) == (set() if is_decided else {"OTHER_FORM"})


def test_gaps_with_the_same_hint_are_told_apart(tmp_path: Path) -> None:
    (format,) = (one for one in NATIVE if one.name == "moodle")
    old = f"{SONG} {{{{c2::grass::a plant}}}} {{{{c3::grew::did}}}} {{{{c5::moss::a plant}}}}"
    new = f"{SONG} grass {{{{c3::grew::did}}}} {{{{c5::fern::a plant}}}} now"
    _brought(tmp_path, format, old, new)
    assert _texts(tmp_path) == [new]


def test_a_gap_behind_its_own_word_keeps_its_hint(tmp_path: Path) -> None:
    (format,) = (one for one in NATIVE if one.name == "moodle")
    old = "In all of the white grass {{c6::grass::a plant}} was never seen before."
    new = old.replace("white grass", "white")
    _brought(tmp_path, format, old, new)
    assert _texts(tmp_path) == [new]


def test_a_known_hint_behind_a_new_gap_is_no_text(tmp_path: Path) -> None:
    (format,) = (one for one in NATIVE if one.name == "moodle")
    old = "There is {{c6::grass::a plant}}, and there is moss, and there were many more of them."
    new = old.replace("moss", "{{c7::moss::a plant}}")
    _brought(tmp_path, format, old, new)
    assert _texts(tmp_path) == [new]
