"""The same questions to an .apkg through other compilers, from cold start to the file on disk.

    python -m venv /tmp/compilers && /tmp/compilers/bin/pip install anki-yaml-tool ankdown
    QUIZGEN_BENCH_COMPILERS=/tmp/compilers python -m tools.benchmarks.compilers

They have an environment of their own, since they bring other versions of what quizgen uses. Each
gets the question and the answer of every item as a card with two sides, which is all that it can
make of one; quizgen makes the cards of nine note types, checks the bank, and keeps a ledger.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from tools.benchmarks.apkg import BUILD
from tools.benchmarks.bank import BANK, CARDS
from tools.benchmarks.measure import Measurement, Sample, paired, project, show, whole_process

SIZES = (100, 1_000, 10_000)

TARGET = 1.0


class Card(NamedTuple):
    """The question and the answer of an item."""

    front: str
    back: str


def rows(sizes: Iterable[int] = SIZES, rounds: int = 3) -> Iterator[Measurement]:
    """Yield a row for each of `sizes` and each other compiler that is installed."""
    place = os.environ.get("QUIZGEN_BENCH_COMPILERS")
    if place is None:
        return
    programs = Path(place, "bin")
    for items in sizes:
        with project(items) as root:
            cards = list(_cards(root))
            for name, command in (
                ("anki-yaml-tool", _anki_yaml_tool(programs, cards, root)),
                ("ankdown", _ankdown(programs, cards, root)),
            ):
                if (programs / name).exists():
                    yield paired(
                        f".apkg of {items:,}, against {name}",
                        lambda: _quizgen(root),
                        lambda command=command: whole_process(*command),  # type: ignore[misc]
                        target=TARGET,
                        rounds=rounds,
                    )


def _quizgen(root: Path) -> Sample:
    shutil.rmtree(root / ".quizgen", ignore_errors=True)
    deck = root / "decks" / f"{CARDS}.yaml"
    return whole_process(sys.executable, "-c", BUILD, root, deck, root / "dist")


def _cards(root: Path) -> Iterator[Card]:
    for path in sorted(root.glob(f"{BANK}/chapter-*.yaml")):
        topic = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for entry in topic["questions"]:
            front = entry.get("question") or entry.get("front") or entry.get("text")
            answer = entry.get("answer") or entry.get("back") or entry.get("pairs")
            yield Card(str(front), str(answer or entry.get("explain")))


def _anki_yaml_tool(programs: Path, cards: Iterable[Card], root: Path) -> tuple[object, ...]:
    source = root / "anki-yaml-tool.yaml"
    template = {"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}
    deck = {
        "config": {
            "name": "Bench",
            "deck-name": "Bench",
            "css": "",
            "fields": ["Front", "Back"],
            "templates": [template],
        },
        "data": [card._asdict() for card in cards],
    }
    source.write_text(yaml.safe_dump(deck, allow_unicode=True), encoding="utf-8")
    program = programs / "anki-yaml-tool"
    return program, "build", "--file", source, "--output", root / "anki-yaml-tool.apkg"


def _ankdown(programs: Path, cards: Iterable[Card], root: Path) -> tuple[object, ...]:
    folder = root / "ankdown"
    folder.mkdir()
    text = "\n---\n\n".join(f"{card.front}\n\n%\n\n{card.back}\n" for card in cards)
    (folder / "bench.md").write_text(text, encoding="utf-8")
    return programs / "ankdown", "-r", folder, "-p", root / "ankdown.apkg"


if __name__ == "__main__":
    show(rows())
