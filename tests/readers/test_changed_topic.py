"""A file of which a few entries have changed gives what the whole file gives, in every place."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from support.kept_reading import Dict, read

from quizgen.model.source import Source
from quizgen.readers import changed_topic, kept_files
from quizgen.readers.yaml import parse
from tools.benchmarks.bank import BANK, write_project

PLAIN = """\
# Questions about salt.
topic: salt
title: The **salt** mines
questions:
# The first one
- id: a
  type: flashcard
  front: Which?
  back: >-
    folded over
    lines
- id: b
  type: multiple_choice
  question: |
    Which of these
    - lists

  answer: "one, quoted
    over lines"
  distractors:
  - two
  - "- three"

# between
- {id: c, type: short_answer, question: Who?, answer: Ann, accept: [A, B]}
- id: d
  type: matching
  question: Match these.
  pairs: {one: 1, two: 2}
  explain: It is so.
- id: e
  type: flashcard
  front: Last
  back: one
"""
INDENTED = "\n".join(
    f"  {line}" if line and n > 4 else line for n, line in enumerate(PLAIN.split("\n"))
)
PIECES = (
    *("'", '"', "[", "]", "{", "}", ":", ": ", " #", "#", "- ", "-", "|", ">", "&x ", "*x"),
    *("%", "---\n", "...\n", "\n", "\n\n", "  ", " ", "\t", "\n- ", "\n  - ", "? ", "<<: "),
    *("part_of: x\n  ", "group: g\n  ", "![a](b.png)", "\nquestions:\n", "topic: x\n", "é", "!t "),
    *("- id: new\n  type: flashcard\n  front: x\n  back: y\n", "\n  explain: z", "a: b\n"),
    *("<<<<<<< a\n", "x\x85y", "id: b\n", "next", "\n- next\n", "  reference: r\n", "\u00a0"),
    "\n  lint: {ignore: [no-source]}\n",
)


@pytest.fixture(autouse=True)
def _every_file_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_files, "MIN_LENGTH", 0)
    monkeypatch.setattr(changed_topic, "MAX_PART", 1)


def edit(text: str, chance: random.Random) -> str:
    """`text` with a random change in one or two places near each other."""
    lines = text.splitlines(keepends=True)
    for _ in range(1 + (chance.random() < 0.2)):
        place = chance.randrange(len(lines))
        line = lines[place]
        column = chance.randrange(len(line) + 1)
        match chance.randrange(8):
            case 0:
                lines[place] = ""
            case 1:
                lines.insert(place, chance.choice(lines))
            case 2:
                end = place + chance.randrange(8)
                lines[place:end] = lines[end : end + chance.randrange(8)] or ["\n"]
            case 3:
                lines[place] = line[:column] + line[column + 1 + chance.randrange(3) :]
            case 4:
                lines[place] = line.replace(" ", "  ", 1)
            case _:
                lines[place] = line[:column] + chance.choice(PIECES) + line[column:]
    return "".join(lines) or "\n"


def kept(text: str) -> tuple[Dict, Path]:
    """Records of a file that was read twice."""
    records, path = Dict(), Path("salt.yaml")
    for _ in range(2):
        read(Source(path, text), records)
    return records, path


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("text", [PLAIN, INDENTED, PLAIN.rstrip("\n")], ids=["0", "2", "no end"])
def test_any_change_gives_what_the_whole_file_gives(
    text: str, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, parts = random.Random(seed), 0
    before, path = kept(text)
    from_record = kept_files._from_record

    def spy(*arguments: Any) -> Any:
        nonlocal parts
        result = from_record(*arguments)
        parts += result is not None
        return result

    monkeypatch.setattr(kept_files, "_from_record", spy)
    for _ in range(ROUNDS):
        changed = edit(text, chance)
        records = Dict(before)
        assert read(Source(path, changed), records) == read(Source(path, changed), None), changed
    assert parts > ROUNDS / 10, "most of the file is to be taken from what is kept"


ROUNDS = 150


@pytest.mark.parametrize("seed", range(2))
def test_edits_one_after_the_other(seed: int) -> None:
    chance, records, path, text = random.Random(seed), Dict(), Path("salt.yaml"), PLAIN
    for _ in range(ROUNDS):
        changed = edit(text, chance)
        result = read(Source(path, changed), None)
        assert read(Source(path, changed), records) == result, changed
        if not result[1][1]:  # without a diagnostic
            text = changed


def test_a_correction_parses_its_entry_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changed_topic, "MAX_PART", 1 / 8)
    write_project(tmp_path, 400)
    path = tmp_path / BANK / "chapter-1.yaml"
    text = path.read_text()
    records = Dict()
    for number in range(2):
        read(Source(path, text.replace("  question: ", f"  question: {number} ", 1)), records)
    monkeypatch.setattr(kept_files, "read_topic", None)
    sizes: list[int] = []
    build = parse._Builder

    def spy(source: Source, content: str, report: Any) -> Any:
        sizes.append(len(content.strip()))
        return build(source, content, report)

    monkeypatch.setattr(parse, "_Builder", spy)
    for number in range(2, 5):
        read(Source(path, text.replace("  question: ", f"  question: {number} ", 1)), records)
    assert max(sizes) < 1000 < len(text)
