"""Projects to try programs on: from right ones to such as nobody would recognise."""

from __future__ import annotations

import contextlib
import functools
import itertools
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from hypothesis import strategies as st

from quizgen.checks.explain import examples
from quizgen.checks.rules import RULES
from quizgen.commands.build.build import build
from quizgen.readers.question_types import QUESTION_TYPES
from support import CHOICE, PIXEL, write_project
from support.fuzzing.commas import comma_questions
from support.fuzzing.damage import damaged, encoded, noise, retold, untidied
from support.paths import ROOT

Files: TypeAlias = Mapping[str, bytes]
"""What a project's files hold, by their paths."""

BANK = """\
# The bank
id: talks
title: The talks
language: en
passage: passage.md
passage_language: en-GB
reference: A source for all
math: true
topics: [people, goals]
glossary:
  sanctions: steps against a country
  Seoul: the *capital* of South Korea
"""
LANGUAGES = ("en", "en", "en", "de", "es", "fr", "ko", "ar")
PASSAGE = """\
# The talks

1. Three advisers sat down in Seoul.

3. They spoke of *sanctions*, of 1718 and 2397, and of Zoe\u0308.

"""
SAMPLE = ROOT / "question_bank/seoul-talks/passage.md"
"""The examples of rules quote this one."""
DECK = """\
# All that a deck file can say
bank: talks
anki:
  deck: "World Affairs::The talks"
  subdecks: topic
  description: Three **advisers**
  options: {name: Talks, new_per_day: 10, learning_steps: [1m, 10m], bury_siblings: true}
worksheets:
- name: sheet
  title: The talks
  school: A school
  logo: "![Crest](a.png)"
  fields: [Name, Group]
  paper: Letter
  forms: 2
  seed: spring
  editions: [standard, large-print, dyslexia]
  columns: 2
  writing_lines: compact
  instructions: Read the passage.
  passage: true
  glossary: true
  teacher: true
  sections:
  - title: All of it
    instructions: Choose.
    word_bank: true
    topics: [people]
- name: other
  title: The goals
  sections:
  - title: Some
    blueprint:
    - {topics: [goals], difficulty: [easy, medium], count: 1}
flashcards:
  name: cards
  title: Cards
  grid: 2x3
  flip: long-edge
  offset: [0.5, -1]
  count: 3
"""
ADVICE = ", ".join(f'"{rule.name}"' for rule in RULES)
MILD = f"""\
[lint]  # what to tell
ignore = ["no-source", {ADVICE}]
"""
PLAIN_DECK = """\
bank: talks
anki: {deck: Talks}
worksheets:
- {name: sheet, title: The talks, sections: [{title: All of it}]}
"""
"""It is printed in a tenth of the time."""

SETTINGS = ("", MILD, '[lint]\nerror = ["stem-too-short"]\nignore = ["clang"]\n')
NUMBERS = """
- id: bridges
  type: multiple_choice
  question: How many bridges cross the river?
  answer: 12  # with the new one
  distractors:
  - {text: 30, rationale: So many there are in the next town.}
  - 9
  - {text: 17, rationale: So many there were.}
- id: ships
  type: multiple_choice
  question: How many ships came in the first year?
  answer: 412
  distractors: [530, 290, '350']  # guesses
  explain: Zo\u00eb counted them.
- id: years
  type: multiple_choice
  question: In which years did they me\u0301et?
  answer: [1998 m\u00e8tres, 1990 m\u00e8tres]
  distractors:
  - "1995 me\u0300tres"   # the next
  - 1991 me\u0300tres
  ascending: true
- id: lengths
  type: multiple_choice
  question: How long is the wall of the old port?
  answer: 400 me\u0300tres
  distractors: ["530 me\u0300tres", '290 me\u0300tres', 350 me\u0300tres]
"""

_COUNT = itertools.count(1)


def _with_own_ids(entry: str) -> str:
    return re.sub(r"(?m)^- id: .*$", lambda _: f"- id: q{next(_COUNT)}", entry.strip("\n"))


NUMBERED = _with_own_ids(NUMBERS)
ENTRIES = tuple(
    _with_own_ids(entry)
    for entry in (
        NUMBERS,
        CHOICE,
        *(question_type.example for question_type in QUESTION_TYPES),
        *(example for rule in RULES for example in examples(rule)),
    )
)
"""One or several questions each. No two have the same id."""

GAPS = "- {id: gaps, type: cloze, text: 'In {{c1::Seoul}} and {{c2::Tokyo::a city}}'}"
EASY = "- {id: easy, type: essay, difficulty: easy, question: Why?, answer: So}"


@contextlib.contextmanager
def written(files: Files) -> Iterator[Path]:
    """A folder that holds `files`."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for path, content in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        yield root


TOPICS = ("question_bank/talks/people.yaml", "question_bank/talks/goals.yaml")
DECK_FILE = "decks/talks.yaml"
BANK_FILE = "question_bank/talks/bank.yaml"


@st.composite
def damaged_projects(draw: st.DrawFn) -> Files:
    """Any damage to any file, more often to one than to all."""
    files = _project(draw)
    chosen = draw(st.lists(st.sampled_from(sorted(files)), max_size=3, unique=True))
    if DECK_FILE not in chosen:
        files[DECK_FILE] = PLAIN_DECK.encode()
    for path in chosen:
        if path.endswith(".png"):
            files[path] = noise(draw, files[path])
            continue
        text = files[path].decode()
        files[path] = draw(encoded(draw(damaged(text))))
        if draw(st.integers(0, 9)) == 0:
            files[path] = noise(draw, files[path])
    return files


@st.composite
def odd_projects(draw: st.DrawFn) -> Files:
    """Files that can be read, with odd texts in them."""
    files = _project(draw) | {"quizgen.toml": MILD.encode()}
    for path in draw(st.lists(st.sampled_from([*TOPICS, DECK_FILE, BANK_FILE]), max_size=4)):
        files[path] = retold(draw, files[path].decode()).encode()
    return files


@st.composite
def untidy_projects(draw: st.DrawFn) -> Files:
    """Questions that `check --fix` has something to do with; some are damaged besides."""
    files = _project(draw, NUMBERED, *draw(st.lists(comma_questions(), max_size=3)))
    for path in TOPICS:
        text = untidied(draw, files[path].decode())
        if draw(st.booleans()):
            text = draw(damaged(text, most=2))
        files[path] = draw(encoded(text))
    return files


def _project(draw: st.DrawFn, *always: str) -> dict[str, bytes]:
    entries = draw(st.lists(st.sampled_from(ENTRIES), min_size=2, max_size=6, unique=True))
    half = len(entries) // 2
    language = draw(st.sampled_from(LANGUAGES))
    return {
        BANK_FILE: BANK.replace("language: en", f"language: {language}", 1).encode(),
        "question_bank/talks/passage.md": (PASSAGE + SAMPLE.read_text("utf-8")).encode(),
        "question_bank/talks/media/a.png": PIXEL,
        TOPICS[0]: _topic("people", [GAPS, *always, *entries[:half]]),
        TOPICS[1]: _topic("goals", [EASY, *entries[half:]]),
        DECK_FILE: DECK.encode(),
        "decks/talks.ledger": _ledger(),
        "quizgen.toml": draw(st.sampled_from(SETTINGS)).encode(),
    }


def _topic(name: str, entries: list[str]) -> bytes:
    questions = "\n".join(entries)
    return f"topic: {name}\ntitle: About {name}\nquestions:\n{questions}\n".encode()


@functools.cache
def _ledger() -> bytes:
    """What a build writes beside the deck file."""
    with tempfile.TemporaryDirectory() as name:
        root = write_project(Path(name))
        assert build(root, built=1_700_000_000).files
        return (root / "decks/talks.ledger").read_bytes()
