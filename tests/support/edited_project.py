"""A project of which every part can be edited: the values, and the files they are written to."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from PIL import Image

Entry = dict[str, Any]

PARAGRAPHS = [
    "Three advisers sat down in Seoul on 9 December 2023.",
    "They spoke of *sanctions* against the north, and of missiles.",
    "Sullivan, Cho and Akiba agreed to meet again.",
]
QUOTES = ["advisers sat down in Seoul", "They spoke of sanctions", "agreed to meet again"]


def picture(seed: int) -> bytes:
    """A PNG file; another seed, another picture."""
    drawn = Image.new("RGB", (8 + seed % 30, 12), (seed % 255, 90, 120))
    buffer = io.BytesIO()
    drawn.save(buffer, "PNG")
    return buffer.getvalue()


def _items() -> list[Entry]:
    shown = "What does ![a map](map.png) show?"
    mixed = {"question": "Who met?", "answer": "Cho", "distractors": ["Xi", "Kim", "Kishida"]}
    return [
        {"type": "multiple_choice", **mixed, "tags": ["who"], "explain": "He spoke for Seoul."},
        {"type": "multiple_choice", "question": shown, "answer": "Korea", "distractors": ["Peru"]},
        {"type": "true_false", "question": "They met in Seoul.", "answer": True},
        {"type": "short_answer", "question": "In which city?", "answer": "Seoul"},
        {"type": "numeric", "question": "How many met?", "answer": 3, "unit": "advisers"},
        {"type": "matching", "question": "Match.", "pairs": {"Cho": "Seoul", "Akiba": "Tokyo"}},
        {"type": "ordering", "question": "Order.", "in_order": ["they came", "they sat", "left"]},
        {"type": "timeline", "question": "Order.", "events": {1718: "a resolution", 1874: "one"}},
        {
            "type": "cloze",
            "text": "They met in {{c1::Seoul}} and spoke of {{c2::sanctions::what}}.",
        },
        {"type": "flashcard", "front": "Cho", "back": "an *adviser*", "reversed": True},
        {"type": "essay", "question": "Why?", "answer": "They feared it.", "lines": 4},
    ]


@dataclass
class Model:
    """What a teacher has written. `machine` are the font files of the teacher's computer."""

    bank: Entry = field(default_factory=lambda: {"id": "talks", "title": "The talks"})
    passage: list[str] = field(default_factory=lambda: list(PARAGRAPHS))
    topics: dict[str, list[Entry]] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    decks: dict[str, Entry] = field(default_factory=dict)
    remarks: int = 0
    machine: list[Path] = field(default_factory=list)

    @property
    def items(self) -> list[Entry]:
        return [item for items in self.topics.values() for item in items]

    @property
    def worksheets(self) -> list[Entry]:
        return [sheet for deck in self.decks.values() for sheet in deck.get("worksheets", [])]


def model() -> Model:
    """Two topics with each type of question in both, and two decks."""
    made = Model(media={name: picture(n) for n, name in enumerate(["map.png", "crest.png"])})
    for topic in ("people", "aims"):
        made.topics[topic] = [
            {"id": f"{topic}-{n}", **item, "evidence": QUOTES[n % len(QUOTES)]}
            for n, item in enumerate(_items())
        ]
    all_of_it = [{"title": "People", "topics": "people"}, {"title": "Aims", "topics": "aims"}]
    mixed = {"name": "all", "title": "All", "forms": 2, "passage": True, "sections": all_of_it}
    gaps = [{"title": "Gaps", "types": "cloze", "word_bank": True}]
    made.decks = {
        "talks": {
            "bank": "talks",
            "anki": {"deck": "Talks", "subdecks": "topic"},
            "worksheets": [mixed, {"name": "gaps", "title": "Gaps", "sections": gaps}],
            "flashcards": {"topics": "people", "grid": "1x3"},
        },
        "aims": {
            "bank": "talks",
            "anki": {"deck": "Aims", "topics": "aims"},
            "worksheets": [{"name": "w", "title": "Aims", "sections": all_of_it[1:]}],
        },
    }
    return made


def write(made: Model, root: Path) -> None:
    """The project of `made` in the folder `root`, without ledgers and outputs."""
    bank = root / "question_bank" / "talks"
    for folder in (bank / "media", root / "decks", root / "fonts"):
        folder.mkdir(parents=True, exist_ok=True)
    _put(bank / "bank.yaml", {**made.bank, "passage": "passage.md"}, made.remarks)
    paragraphs = "".join(f"\n{n}. {one}\n" for n, one in enumerate(made.passage, 1))
    (bank / "passage.md").write_text(f"# Talks\n{paragraphs}", encoding="utf-8")
    for name, items in made.topics.items():
        _put(bank / f"{name}.yaml", {"topic": name, "questions": items}, made.remarks)
    for name, content in made.media.items():
        (bank / "media" / name).write_bytes(content)
    for name, deck in made.decks.items():
        _put(root / "decks" / f"{name}.yaml", deck, made.remarks)
        for font in deck.get("fonts", []):
            source = files("font_source_sans_pro").joinpath("files", Path(font).name)
            (root / "fonts" / Path(font).name).write_bytes(source.read_bytes())


def _put(path: Path, value: Entry, remarks: int) -> None:
    """As JSON, which is YAML too."""
    text = "# A remark.\n" * remarks + json.dumps(value, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8")
