"""What stands beside a task comes back from quizgen's own exports as what it was."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import write_bank
from support.brought import bring

from quizgen.checks import check_bank
from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import ExtendedText, Item, Match, Order
from quizgen.model.text import Text
from quizgen.readers.bank_folder import read_bank
from quizgen.readers.yaml.emit import Value, emit
from quizgen.writers.exporting.base import Export, ExportFormat, Group
from quizgen.writers.exporting.formats import FORMATS

QUESTIONS = """\
- id: city
  type: multiple_choice
  question: Which city?
  answer: Seoul
  distractors: [Tokyo, Washington]
  explain: They *met* there.
  evidence: ["sat down in “Seoul”", "“Yes,” he said, “no”"]
  reference: [An atlas, The map of 2023]
- id: charter
  type: timeline
  question: Order these.
  events:
  - {date: 1945-06-26, event: It is signed, explain: In a *hall*, hint: In June, evidence: in June}
  - {date: 1946-01, event: They meet}
  explain: So it was.
- id: years
  type: timeline
  question: Order these years.
  events:
  - 1945: A war ends
  - 1945-06: A charter is signed
- id: envoys
  type: matching
  question: Match these.
  pairs:
  - {premise: Cho, response: Korea, explain: The host, hint: Near the sea, evidence: Mr Cho came}
  - {premise: Akiba, response: Japan}
  - {premise: Sullivan, response: America, hint: Far away}
  distractors: [China]
  reference: An atlas
"""
PASSAGE = "# T\n\nThey sat down in “Seoul” in June. “Yes,” he said, “no”. Mr Cho came.\n"
WHOLE = ("moodle", "qti12", "qti21", "qti3", "csv", "xlsx")
WITH_HINTS = ("moodle", "csv", "xlsx", "qti21", "qti3")


def _bank(root: Path, language: str = "en", questions: str = QUESTIONS) -> Bank:
    folder = write_bank(root, questions, passage=PASSAGE, bank=f"language: {language}\n")
    bank = read_bank(folder, report := Report())
    assert bank is not None
    assert report.diagnostics == []
    return bank


def _format(name: str) -> ExportFormat:
    return next(one for one in FORMATS if one.name == name)


def _exported(bank: Bank, format: ExportFormat) -> bytes:
    questions = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    return format.render(Export("all", format, questions), bank).content


def _plain(texts: tuple[Text, ...]) -> list[str]:
    return [text.plain for text in texts]


def _opt(text: Text | None) -> str:
    return text.plain if text else ""


class Beside(NamedTuple):
    """What stands beside a task: a part has its text, its reason, its hint and its date."""

    type: str
    explain: str
    quotes: list[str]
    sources: list[str]
    parts: list[tuple[str, str, str, str]]


def _beside(item: Item) -> Beside:
    """Return what stands beside the task of `item`; quotes of parts belong to the whole."""
    parts: list[tuple[str, str, str, str]] = []
    match item.interaction:
        case Match(premises=premises, proofs=proofs, hints=hints):
            why = [_opt(proof.explain) for proof in proofs] or [""] * len(premises)
            helps = [_opt(hint) for hint in hints] or [""] * len(premises)
            dates = [""] * len(premises)
            parts = list(zip(map(_opt, premises), why, helps, dates, strict=True))
        case Order(events=events):
            for event in events:
                texts = (event.text, event.proof.explain, event.hint)
                parts.append((*map(_opt, texts), event.date or ""))  # type: ignore[arg-type]
        case _:
            pass
    quotes = sorted(_plain(item.evidence))
    return Beside(item.type, _opt(item.explain), quotes, _plain(item.references), parts)


@pytest.mark.parametrize("language", ["en", "de", "ko"])
@pytest.mark.parametrize("name", WHOLE)
def test_what_an_export_says_beside_a_task_comes_back(
    tmp_path: Path, name: str, language: str
) -> None:
    bank, format = _bank(tmp_path / "a", language), _format(name)
    got = bring(tmp_path, f"all{format.ending}", _exported(bank, format), "talks")
    own = f"all{format.ending}"
    head = f"id: talks\ntitle: T\nlanguage: {language}\npassage: passage.md\nreference: {own}\n"
    (tmp_path / "question_bank/talks/bank.yaml").write_text(head)
    brought = read_bank(tmp_path / "question_bank/talks", Report())
    assert brought is not None
    old = {item.id.value: item for item in bank.items}
    for item in brought.items:
        expected, beside = _beside(old[item.id.value]), _beside(item)
        if name not in WITH_HINTS:
            bare = [(text, why, "", date) for text, why, _, date in expected.parts]
            expected = expected._replace(parts=bare)
        # the file itself is the source of a question that named none
        sources = [source for source in beside.sources if source != own]
        assert beside._replace(sources=sources) == expected
    assert got.losses.keys() <= {"FIXED_ORDER", "DESCRIPTION"}
    assert [d.message for d in check_bank(brought) if d.severity.value == "error"] == []


@pytest.mark.parametrize("name", [*WHOLE, "gift"])
def test_an_export_that_comes_home_changes_nothing(tmp_path: Path, name: str) -> None:
    format = _format(name)
    questions = QUESTIONS
    if format.group is Group.SHEET:
        questions = questions.replace("*", "")  # a table loses styles, and says so
    bank = _bank(tmp_path, questions=questions)
    got = bring(tmp_path, f"all{format.ending}", _exported(bank, format), "talks")
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.changed == ()
    assert got.imported.update.added == 0
    assert got.imported.files == {}


GIFT_ONLY = """\
- id: why
  type: essay
  question: Why did they meet?
  answer: |-
    Because they wanted:

    - to *talk*
    - to eat
  rubric: {names the reason: 2, "1: names the place": 1}
  explain: So it was.
  reference: An atlas
- id: charter
  type: timeline
  question: Order these.
  events:
  - {date: 1945-06-26, event: It is signed, explain: In a *hall*}
  - {date: 1946-01, event: They meet}
  - {date: 1950, event: A war begins}
  reference: An atlas
"""


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_a_model_answer_a_rubric_and_dates_come_back_from_gift(
    tmp_path: Path, language: str
) -> None:
    bank, format = _bank(tmp_path / "a", language, GIFT_ONLY), _format("gift")
    got = bring(tmp_path, "all.gift.txt", _exported(bank, format), "talks")
    assert got.losses == {}
    essay, timeline = got.items
    old_essay, old_timeline = bank.items
    assert isinstance(essay.interaction, ExtendedText)
    assert isinstance(old_essay.interaction, ExtendedText)
    assert essay.interaction.answer.plain == old_essay.interaction.answer.plain
    assert [(line.text.plain, line.points) for line in essay.interaction.rubric] == [
        (line.text.plain, line.points) for line in old_essay.interaction.rubric
    ]
    assert _opt(essay.explain) == "So it was."
    assert _beside(timeline) == _beside(old_timeline)


def test_a_new_question_quotes_the_passage_of_its_bank(tmp_path: Path) -> None:
    _bank(tmp_path)
    table = 'Question,Answer,Quotation\nWho came?,Cho,"“Mr Cho came”\nNobody wrote this"\n'
    got = bring(tmp_path, "more.csv", table, "talks")
    (item,) = [one for one in got.items if one.stem.plain == "Who came?"]
    assert _plain(item.evidence) == ["Mr Cho came"]
    assert _opt(item.explain) == "“Nobody wrote this”"
    assert got.losses["QUOTE"] == ["“Nobody wrote this”"]


def test_dates_of_no_language_leave_an_ordering_and_are_told(tmp_path: Path) -> None:
    table = 'Type,Question,Answer\ntimeline,Sort.,"1. once: a\n2. then: b"\n'
    got = bring(tmp_path, "t.csv", table)
    assert got.items[0].type == "ordering"
    assert got.imported is not None
    assert {reason.name for reason in got.imported.losses} == {"DATES", "LANGUAGE"}


def test_dates_against_the_order_leave_an_ordering_and_are_told(tmp_path: Path) -> None:
    table = 'Type,Question,Answer\ntimeline,Sort.,"1. 1950: a\n2. 1940: b"\n'
    got = bring(tmp_path, "t.csv", table)
    assert got.items[0].type == "ordering"
    assert got.imported is not None
    assert "DATES" in {reason.name for reason in got.imported.losses}


SENTENCES = st.text("ab é한{}~=#:;|,%<&*_[]'\"“”→–1.\\", min_size=1, max_size=20).map(
    lambda text: f"x{text}y"
)


@st.composite
def pairs_with_notes(draw: st.DrawFn) -> str:
    """A matching question, whatever its texts are."""
    drawn = draw(
        st.lists(SENTENCES, min_size=5, max_size=5, unique_by=lambda t: " ".join(t.split()))
    )
    one, two, three, quote, source = (
        f"{letter}{text}" for letter, text in zip("abcde", drawn, strict=True)
    )
    notes: dict[str, Value] = {}
    for key, value in (("explain", one), ("hint", three), ("evidence", quote)):
        if draw(st.booleans()):
            notes[key] = value
    entry: dict[str, Value] = {
        "id": "q",
        "type": "matching",
        "question": "Match.",
        "pairs": [
            {"premise": one, "response": two, **notes},
            {"premise": two, "response": three, "hint": source},
        ],
        "reference": [source],
    }
    return emit({"questions": [entry]}).partition("\n")[2]


@pytest.mark.parametrize("name", ["moodle", "qti12", "qti21", "qti3", "csv"])
@settings(max_examples=25, deadline=None, derandomize=True)
@given(source=pairs_with_notes())
def test_whatever_is_noted_at_a_pair_comes_back(name: str, source: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        bank = read_bank(write_bank(root / "a", source, passage="# T\n\nx\n"), Report())
        assert bank is not None
        if not list(bank.items):
            return  # a bank does not take it
        format = _format(name)
        got = bring(root, f"all{format.ending}", _exported(bank, format), "talks")
        (old,), (new,) = bank.items, got.items
        expected, beside = _flat(_beside(old)), _flat(_beside(new))
        if name not in WITH_HINTS:
            bare = [(text, why, "", date) for text, why, _, date in expected.parts]
            expected = expected._replace(parts=bare)
        assert beside == expected


def _flat(beside: Beside) -> Beside:
    """Return `beside` with single spaces in all texts."""

    def one(text: str) -> str:
        return " ".join(text.split())

    return beside._replace(
        explain=one(beside.explain),
        quotes=list(map(one, beside.quotes)),
        sources=list(map(one, beside.sources)),
        parts=[tuple(map(one, part)) for part in beside.parts],  # type: ignore[misc]
    )
