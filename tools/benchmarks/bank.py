"""A project of any number of items, as a large school's would look; the same on every machine.

python -m tools.benchmarks.bank 1000 /tmp/bench
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.benchmarks.words import SENTENCES, WORDS

BANK = Path("question_bank/bench")
CARDS = "cards"
SHEET = "sheet"
"""Two deck files: every item as an Anki deck, and every item on one worksheet."""

TOPICS = 4
"""Topic files, as the sample bank has."""

MARKUP = ("**{}**", "*{}*", "`{}`", "{}^2^", "[{}](https://example.org/glossary)")


class Draw:
    """Random choices for an item that depend on the item's number alone."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.draws = 0

    def below(self, limit: int) -> int:
        """Return the next number from 0 to `limit` - 1."""
        self.draws += 1
        digest = hashlib.sha256(f"{self.number}/{self.draws}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % limit

    def some(self, kind: str, count: int) -> list[str]:
        """Return `count` different words of `kind`."""
        words = WORDS[kind]
        first = self.below(len(words))
        return [words[(first + n) % len(words)] for n in range(count)]

    def one(self, kind: str) -> str:
        """Return one word of `kind`."""
        return self.some(kind, 1)[0]

    def year(self) -> int:
        """Return a year from 1400 to 1799."""
        return 1400 + self.below(400)

    def text(self, text: str) -> str:
        """Return `text`, in one case of ten with markup on a word."""
        if self.below(10):
            return text
        words = text.split(" ")
        place = self.below(len(words))
        words[place] = MARKUP[self.below(len(MARKUP))].format(words[place])
        marked = " ".join(words)
        return f'"{marked}"' if marked[0] in "*`[" else marked


def _multiple_choice(draw: Draw) -> Iterator[str]:
    kind, question = (
        ("city", "In which city did the {body} sign the {paper} of {year}?"),
        ("body", "Which body drew up the {paper} of {year} on the trade in {goods}?"),
        ("person", "Who spoke for the towns when the {paper} of {year} was debated in {city}?"),
        ("aim", "What did the {body} hope to gain from the {paper} of {year}?"),
        ("reason", "Why did the trade in {goods} through {city} fall after {year}?"),
    )[draw.below(5)]
    key, *distractors = draw.some(kind, 4)
    yield f"question: {_about(draw, question)}"
    yield f"answer: {draw.text(key)}"
    if kind in {"aim", "reason"}:
        yield "distractors:"
        yield from (f"- {draw.text(distractor)}" for distractor in distractors)
    else:
        yield f"distractors: [{', '.join(distractors)}]"


def _true_false(draw: Draw) -> Iterator[str]:
    yield f"question: {_about(draw, 'The {body} signed the {paper} of {year} in {city}.')}"
    yield f"answer: {('true', 'false')[draw.below(2)]}"


def _flashcard(draw: Draw) -> Iterator[str]:
    which = draw.below(len(WORDS["term"]))
    yield f"front: {draw.text(WORDS['term'][which].capitalize())}"
    yield f"back: {draw.text(WORDS['meaning'][which])}"
    if which % 2:
        yield "reversed: true"


def _short_answer(draw: Draw) -> Iterator[str]:
    answer = draw.one("person")
    yield f"question: {_about(draw, 'Who led the {body} when the {paper} of {year} was signed?')}"
    yield f"answer: {answer}"
    yield f"accept: [{answer.split()[-1]}, {answer.upper()}]"


def _cloze(draw: Draw) -> Iterator[str]:
    body, city, goods = draw.one("body"), draw.one("city"), draw.one("goods")
    yield (
        f'text: "In {draw.year()} the {{{{c1::{body}::institution}}}} moved its market for {goods} '
        f'to {{{{c2::{city}}}}}, against the wish of the guilds."'
    )


def _numeric(draw: Draw) -> Iterator[str]:
    yield f"question: {_about(draw, 'How many ships entered {city} with {goods} in {year}?')}"
    yield f"answer: {100 + draw.below(900)}"
    yield "tolerance: 5"
    yield "unit: ships"


def _matching(draw: Draw) -> Iterator[str]:
    *cities, spare = draw.some("city", 4)
    yield "question: Match each person to the town he or she spoke for."
    yield "pairs:"
    yield from (f"  {p}: {c}" for p, c in zip(draw.some("person", 3), cities, strict=True))
    yield f"distractors: [{spare}]"


def _ordering(draw: Draw) -> Iterator[str]:
    yield f"question: {_about(draw, 'Put the steps to the {paper} of {year} in order.')}"
    yield "in_order:"
    yield from (f"- {event}" for event in draw.some("event", 4))


def _timeline(draw: Draw) -> Iterator[str]:
    year = draw.year()
    yield f"question: Put these events of the years after {year} in order, earliest first."
    yield "events:"
    for later, event in enumerate(draw.some("event", 4), 1):
        yield f"  {year + later}-{1 + draw.below(12):02}-{1 + draw.below(28):02}: {event}"


def _essay(draw: Draw) -> Iterator[str]:
    yield f"question: {_about(draw, 'Why did the {body} agree to the {paper} of {year}?')}"
    yield "answer: >-"
    yield from (f"  {aim}." for aim in draw.some("aim", 3))
    yield "rubric:"
    yield "  Names a reason from the passage: 1"
    yield "  Explains it in a sentence: 2"
    yield "lines: 8"


PERCENT: tuple[tuple[int, Callable[[Draw], Iterator[str]]], ...] = (
    (60, _multiple_choice),
    (10, _true_false),
    (8, _flashcard),
    (7, _short_answer),
    (6, _cloze),
    (4, _numeric),
    (2, _matching),
    (1, _ordering),
    (1, _timeline),
    (1, _essay),
)
_TYPES = [write for percent, write in PERCENT for _ in range(percent)]


def write_project(folder: Path, items: int, topics: int = TOPICS) -> None:
    """Write a project with a bank of `items` items and its deck files into `folder`."""
    for path, text in _files(items, topics):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _files(items: int, topics: int) -> Iterator[tuple[Path, str]]:
    yield BANK / "bank.yaml", "id: bench\ntitle: The League of Ports\npassage: passage.md\n"
    yield BANK / "passage.md", _passage()
    names = [f"chapter-{number}" for number in range(1, topics + 1)]
    for first, name in enumerate(names):
        entries = [_entry(number) for number in range(first, items, topics)]
        yield BANK / f"{name}.yaml", f"topic: {name}\nquestions:\n{''.join(entries)}"
    deck = "anki:\n  deck: Benchmark::The League of Ports\n  subdecks: topic\n"
    yield Path(f"decks/{CARDS}.yaml"), f"bank: bench\n{deck}"
    sections = "".join(f"  - {{title: {name}, topics: {name}}}\n" for name in names)
    sheet = f"- name: sheet\n  title: The League of Ports\n  sections:\n{sections}"
    yield Path(f"decks/{SHEET}.yaml"), f"bank: bench\nworksheets:\n{sheet}"


def _passage() -> str:
    paragraphs = [". ".join(SENTENCES[n : n + 2]) + "." for n in range(0, len(SENTENCES), 2)]
    return "# The League of Ports\n" + "".join(
        f"\n{number}. {paragraph}\n" for number, paragraph in enumerate(paragraphs, 1)
    )


def _entry(number: int) -> str:
    """Return question `number`. A hundred in a row have the types in the parts of `PERCENT`."""
    draw = Draw(number)
    write = _TYPES[number * 37 % 100]
    body = list(write(draw))
    lines = [f"id: q{number:05}", f"type: {write.__name__.strip('_')}", *body, *_common(draw)]
    return "- " + "\n  ".join(lines) + "\n"


def _common(draw: Draw) -> Iterator[str]:
    explain = "The passage says so of {body}, and the {paper} of {year} was no different."
    yield f"explain: {_about(draw, explain)}"
    if draw.below(4):
        yield f"evidence: {_quote(draw)}"
    else:
        yield f"reference: Chronicle of {draw.one('city')}, folio {draw.below(300) + 1}"
    yield f"difficulty: {('easy', 'medium', 'hard')[draw.below(3)]}"
    yield f"tags: [{draw.one('goods')}, century-{15 + draw.below(4)}]"


def _quote(draw: Draw) -> str:
    words = SENTENCES[draw.below(len(SENTENCES))].split()
    first = draw.below(len(words) - 6)
    return " ".join(words[first : first + 6])


def _about(draw: Draw, template: str) -> str:
    words = {kind: draw.one(kind) for kind in ("body", "paper", "goods", "city")}
    return draw.text(template.format(year=draw.year(), **words))


if __name__ == "__main__":
    write_project(Path(sys.argv[2]), int(sys.argv[1]))
