"""Banks that change at random for releases on end, as teachers change theirs.

Every question and every pair has a number that no edit touches, its *concept*, and its texts
name it: so a test can tell whether a learner's card still asks what it asked when it was reviewed.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from support.edited_project import picture

CONCEPT = re.compile(r"[QP](\d+)\b")
PAIRED = ("matching", "timeline")
TYPES = ("flashcard", "multiple_choice", "short_answer", "matching", "timeline", "cloze")


@dataclass
class Pair:
    """Two sides of a pair, or a date and an event."""

    concept: int
    left: int = 0
    right: int = 0
    fresh: bool = True
    """Not corrected since the last release: with both sides changed at once it is a new pair."""


@dataclass
class Question:
    """One question. `text`, `answer` and `option` count how often they were corrected.

    `picture` is 0 without one, and else counts how often it was drawn anew.
    """

    concept: int
    id: str
    type: str
    topic: str
    text: int = 0
    answer: int = 0
    option: int = 0
    picture: int = 0
    pairs: list[Pair] = field(default_factory=list)
    renamed_from: str = ""
    tag: str = ""

    def yaml(self) -> str:
        """Return the entry of the question in its topic file."""
        asked, answer = f"Q{self.concept} v{self.text}", f"A{self.concept} v{self.answer}"
        drawn = f'"{answer} ![a map]({self.picture_file})"' if self.picture else answer
        options = f"[x{self.option}, y]"
        own = {
            "flashcard": f"front: {asked}, back: {drawn}",
            "multiple_choice": f"question: {asked}, answer: {drawn}, distractors: {options}",
            "short_answer": f"question: {asked}, answer: {answer}",
            "cloze": f'text: "{asked} {{{{c1::{answer}}}}}"',
            "matching": f"question: {asked}, pairs: {{{self._pairs('P{0} v{1}', 'R{0} v{2}')}}}",
            "timeline": f"question: {asked}, events: {{{self._pairs('{3}', 'P{0} v{1} w{2}')}}}",
        }[self.type]
        rest = f", renamed_from: {self.renamed_from}" if self.renamed_from else ""
        rest += f", tags: [{self.tag}]" if self.tag else ""
        return f"- {{id: {self.id}, type: {self.type}, {own}, reference: r{rest}}}\n"

    @property
    def picture_file(self) -> str:
        """The name of the question's picture in the media folder, which stays the same."""
        return f"m{self.concept}.png"

    def _pairs(self, left: str, right: str) -> str:
        return ", ".join(
            f"{left.format(p.concept, p.left, p.right, 1000 + p.concept)}: "
            f"{right.format(p.concept, p.left, p.right)}"
            for p in self.pairs
        )

    def concepts(self) -> set[int]:
        """Return the concepts that the cards of the question ask."""
        pairs = {pair.concept for pair in self.pairs}
        return {"matching": pairs, "timeline": {self.concept, *pairs}}.get(
            self.type, {self.concept}
        )


@dataclass
class World:
    """The banks and deck files of a project: question lists by bank, `(bank, ids)` by deck file."""

    banks: dict[str, list[Question]]
    decks: dict[str, tuple[str, frozenset[int] | None]]
    languages: dict[str, str] = field(default_factory=dict)
    concepts: int = 0

    def new_concept(self) -> int:
        self.concepts += 1
        return self.concepts

    def new_question(self, chance: random.Random, bank: str) -> Question:
        """Add a question of any type at any place of `bank`."""
        concept = self.new_concept()
        kind = chance.choice(TYPES)
        question = Question(concept, f"q{concept}", kind, chance.choice("ab"))
        if kind in PAIRED:
            question.pairs = [Pair(self.new_concept()) for _ in range(chance.randint(2, 4))]
        self.banks[bank].insert(chance.randint(0, len(self.banks[bank])), question)
        return question

    def held(self, deck: str) -> list[Question]:
        """Return the questions that the deck file `deck` holds."""
        bank, chosen = self.decks[deck]
        return [q for q in self.banks[bank] if chosen is None or q.concept in chosen]

    def live(self, deck: str) -> set[int]:
        """Return the concepts that cards of the deck file `deck` ask."""
        return {concept for question in self.held(deck) for concept in question.concepts()}

    def forget_renames(self) -> None:
        """Drop every ``renamed_from``, as docs/updates.md allows after a build."""
        for questions in self.banks.values():
            for question in questions:
                question.renamed_from = ""

    def write(self, root: Path) -> None:
        """Write all banks and deck files below `root`; what is gone is deleted, but for ledgers."""
        for folder in ("question_bank", "decks"):
            (root / folder).mkdir(parents=True, exist_ok=True)
            for old in [*(root / folder).glob("*.yaml"), *(root / folder).glob("*/*.yaml")]:
                old.unlink()
        for bank, questions in self.banks.items():
            folder_of_bank = root / "question_bank" / bank
            folder_of_bank.mkdir(exist_ok=True)
            language = self.languages.get(bank, "en")
            head = f"id: {bank}\ntitle: {bank}\nlanguage: {language}\n"
            (folder_of_bank / "bank.yaml").write_text(head)
            (folder_of_bank / "media").mkdir(exist_ok=True)
            for question in questions:
                if question.picture:
                    drawn = picture(100 * question.concept + question.picture)
                    (folder_of_bank / "media" / question.picture_file).write_bytes(drawn)
            for topic in "ab":
                entries = "".join(q.yaml() for q in questions if q.topic == topic)
                if entries:
                    text = f"topic: {topic}\nquestions:\n{entries}"
                    (folder_of_bank / f"{topic}.yaml").write_text(text)
        for deck in self.decks:
            bank, chosen = self.decks[deck]
            ids = [q.id for q in self.held(deck)]
            only = f", ids: [{', '.join(ids)}]" if chosen is not None else ""
            text = f"bank: {bank}\nanki: {{deck: {deck}{only}}}\n"
            (root / "decks" / f"{deck}.yaml").write_text(text)


def new_world(chance: random.Random, questions: int = 6) -> World:
    """Return a world with one bank and one deck file that holds all of it."""
    world = World({"rivers": []}, {"all": ("rivers", None)})
    for _ in range(questions):
        world.new_question(chance, "rivers")
    return world


def edited(world: World, chance: random.Random, edits: int) -> World:
    """Return a copy of `world` after as many random edits of texts, pairs, ids and questions."""
    after = copy.deepcopy(world)
    for pair in [pair for qs in after.banks.values() for q in qs for pair in q.pairs]:
        pair.fresh = True
    for _ in range(edits):
        bank = chance.choice(sorted(after.banks))
        if not after.banks[bank]:
            after.new_question(chance, bank)
            continue
        question = chance.choice(after.banks[bank])
        _edit(after, bank, question, chance)
    return after


def _edit(world: World, bank: str, question: Question, chance: random.Random) -> None:
    match chance.choice(("text", "answer", "pair", "pair", "id", "topic", "tag", "new", "gone")):
        case "text":
            question.text += 1
        case "answer":
            question.answer += 1
        case "pair" if question.pairs:
            _edit_pairs(world, question, chance)
        case "id" if not question.renamed_from:
            old, question.id = question.id, f"{question.id}r"
            question.renamed_from = old
        case "topic":
            question.topic = "b" if question.topic == "a" else "a"
        case "tag":
            question.tag = f"t{chance.randint(1, 9)}"
        case "new":
            world.new_question(chance, bank)
        case "gone" if len(world.banks[bank]) > 2:
            world.banks[bank].remove(question)


def _edit_pairs(world: World, question: Question, chance: random.Random) -> None:
    pair = chance.choice(question.pairs)
    match chance.choice(("left", "right", "add", "remove", "shuffle")):
        case "left" if pair.fresh:
            pair.left, pair.fresh = pair.left + 1, False
        case "right" if pair.fresh:
            pair.right, pair.fresh = pair.right + 1, False
        case "add":
            at = chance.randint(0, len(question.pairs))
            question.pairs.insert(at, Pair(world.new_concept()))
        case "remove" if len(question.pairs) > 2:
            question.pairs.remove(pair)
        case _:
            chance.shuffle(question.pairs)


def concepts_in(text: str) -> Iterator[int]:
    """Yield the concepts that `text` names."""
    return (int(match[1]) for match in CONCEPT.finditer(text))
