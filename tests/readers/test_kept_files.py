"""What is read from kept values is what is read from the file, in every field and place."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.kept_reading import Dict, form, read

from quizgen.model import answer_space, case, item, word
from quizgen.model.bank import Topic
from quizgen.model.diagnostics import Report
from quizgen.model.source import NOWHERE, Source
from quizgen.model.text import gaps, runs
from quizgen.readers import kept_files, kept_values, pickles
from quizgen.readers.kept_files import kept_passage
from quizgen.readers.kept_values import dumped, loaded
from quizgen.readers.pickles import ReadFile
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import read_topic
from tools.benchmarks.bank import BANK, write_project

SAMPLE = Path(__file__).parents[2] / "question_bank"


@pytest.fixture(autouse=True)
def _every_file_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_files, "MIN_LENGTH", 0)


def topic_files(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.rglob("*.yaml")):
        if path.name != "bank.yaml":
            yield Source(path, path.read_text(encoding="utf-8"))


FAULTY = """\
topic: faults
cases:
- {id: text, stem: "Look at ![a map](map.png)."}
- {id: text, stem: Again}
questions:
- {id: a, type: flashcard, front: "![a](b.png) and [sound: x](y.mp3)", back: "**b** `c` $d$"}
- {id: a, type: flashcard, front: x}
- {id: c, type: multiple, question: x}
- id: d
  type: essay
  question: |
    - one
    - two

    | a | b |
    |---|:-:|
    | 1 | 2 |

    > quoted

        code
  answer: &x y
  part_of: text
  tags: [*x, z]
- {id: e, type: numeric, question: How many?, answer: 1.50, tolerance: 0.1, unit: m}
- [list]
"""


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_same_is_read_a_third_time(tmp_path: Path, language: str) -> None:
    write_project(tmp_path, 200)
    sources = [*topic_files(tmp_path / BANK), *topic_files(SAMPLE)]
    sources.append(Source(tmp_path / "faulty.yaml", FAULTY))
    records = Dict()
    for math in (False, True):
        for source in sources:
            expected = read(source, None, language=language, math=math)
            for _ in range(3):
                assert read(source, records, language=language, math=math) == expected
    assert len(records) == len(sources)


@pytest.mark.parametrize("text", [FAULTY, "topic: a\nquestions: []\n", "- a\n", "", "a: [\n"])
def test_values_are_kept_from_the_second_time_on(text: str) -> None:
    source, records = Source(Path("a.yaml"), text), Dict()
    sizes = []
    for _ in range(4):
        read(source, records)
        sizes.append(len(*records.values()))
    assert sizes[0] == 64 < sizes[1] == sizes[2] == sizes[3]


def test_what_comes_with_a_fix_is_read_again_each_time() -> None:
    text = 'topic: a\nquestions:\n- {id: a, type: flashcard, front: "x", back: y}   \n'
    source, records = Source(Path("a.yaml"), text + "  \n"), Dict()
    results = {repr(read(source, records)) for _ in range(4)}
    assert len(results) == 1


def test_kept_values_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    source, records = Source(Path("a.yaml"), FAULTY), Dict()
    read(source, records), read(source, records)
    monkeypatch.setattr(kept_files, "read_topic", None)
    read(source, records)


@pytest.mark.parametrize("change", ["text", "path", "language", "math", "speak"])
def test_a_change_is_read_anew(change: str) -> None:
    source, records = Source(Path("a.yaml"), FAULTY), Dict()
    for _ in range(3):
        read(source, records)
    circumstances: dict[str, Any] = {}
    if change == "text":
        source = Source(source.path, FAULTY.replace("How many", "How much"))
    elif change == "path":
        source = Source(Path("b.yaml"), FAULTY)
    else:
        circumstances = {change: "fr" if change == "language" else True}
    assert read(source, records, **circumstances) == read(source, None, **circumstances)


def test_texts_are_read_a_few_items_at_a_time_when_one_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_project(tmp_path, 400)
    source = next(topic_files(tmp_path / BANK))
    topic = read_topic(source, Reading(Report()))
    assert topic is not None
    content = dumped(ReadFile(topic, (), ()))
    readings: list[bytes] = []
    unpickled = pickles.unpickled

    def spy(content: bytes, names: Any) -> Any:
        readings.append(content)
        return unpickled(content, names)

    monkeypatch.setattr(kept_values, "unpickled", spy)
    kept = loaded(content, source)
    assert kept is not None
    assert isinstance(kept.value, Topic)
    assert [item.id.value for item in kept.value.items] == [item.id.value for item in topic.items]
    assert len(readings) == 1
    assert form(kept.value.items[40]) == form(topic.items[40])
    assert len(readings) == 2
    assert len(readings[1]) < len(content) / 2
    assert form(kept.value) == form(topic)
    assert len(readings) == 1 + 4, "a hundred items come in four groups"


def test_what_was_kept_in_groups_of_another_size_is_all_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = Source(Path("a.yaml"), FAULTY)
    topic = read_topic(source, Reading(Report()))
    assert topic is not None
    monkeypatch.setattr(kept_values, "GROUP_SIZE", 3)
    content = dumped(ReadFile(topic, (), ()))
    monkeypatch.setattr(kept_values, "GROUP_SIZE", 2)
    kept = loaded(content, source)
    assert kept is not None
    assert form(kept.value) == form(topic)


class Evil:
    def __reduce__(self) -> Any:
        return print, ("run",)


def test_other_values_are_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    """Not even a record that is signed runs anything."""
    source = Source(Path("a.yaml"), FAULTY)
    values: list[Any] = [Evil(), Path("a"), print, Topic, "text", None, {"a": Evil()}, [Evil()]]
    for value in values:
        for protocol in (0, 2, 5):
            assert loaded(pickle.dumps(value, protocol), source) is None
    assert capsys.readouterr().out == ""


def test_damaged_values_are_not_read() -> None:
    source, records = Source(Path("a.yaml"), FAULTY), Dict()
    expected = read(source, records)
    read(source, records)
    ((name, record),) = records.items()
    for damage in (record[:40], record[:-1], record[:32] + b"\x80\x05.", record[:32] + b"x" * 99):
        records[name] = damage
        assert read(source, records) == expected
        assert read(source, records) == expected


def test_what_is_no_value_of_a_topic_file_is_not_read_back() -> None:
    read_file = ReadFile(None, (), ((Evil(), NOWHERE),))  # type: ignore[arg-type]
    assert loaded(dumped(read_file), Source(Path("a.yaml"), "")) is None


def test_every_kind_of_value_of_a_topic_file_can_be_kept() -> None:
    """A class that is missing in the tables would be read anew each time, and nobody would know."""
    modules = (answer_space, case, gaps, item, runs, word)
    classes = {
        (value.__module__, name)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and value.__module__ == module.__name__
    }
    assert classes - pickles._NAMES.keys() == {
        (gaps.__name__, "GapText"),  # a step on the way to a `GapFill`
        (gaps.__name__, "GapProblem"),
        (gaps.__name__, "GapSource"),
    }


PASSAGES = [
    "# Salt\n\nThe *mines* were dug in 1402.\n\nThen ![a road](road.png) came.\n",
    "# T\n\n1. One\n2. Two\n\nThree\n",
    "# T\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\nText with $x$.\n",
    "",
]


@pytest.mark.parametrize("text", PASSAGES)
@pytest.mark.parametrize("math", [False, True])
def test_a_passage_is_the_same_a_third_time(text: str, math: bool) -> None:
    source, records = Source(Path("passage.md"), text), Dict()
    results = []
    for kept_in in (None, records, records, records, records):
        reading = Reading(Report(), "en", math)
        passage = kept_passage(source, reading, kept_in, "de")
        results.append(form((passage, tuple(reading.report.diagnostics))))
    assert results == results[:1] * 5


def test_a_passage_in_another_language_is_read_anew() -> None:
    source, records = Source(Path("passage.md"), PASSAGES[0]), Dict()
    for _ in range(3):
        kept_passage(source, Reading(Report()), records, "de")
    passage = kept_passage(source, Reading(Report()), records, None)
    assert passage is not None
    assert passage.language is None
