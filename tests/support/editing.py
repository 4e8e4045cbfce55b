"""A project as a teacher changes it over the years, one edit at a time."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

from quizgen.project.system_fonts import system_font_files
from support.edited_project import QUOTES, Entry, Model, picture

Edit = Callable[[Model, random.Random], object]


def _one(made: Model, chance: random.Random, *keys: str) -> Entry:
    """An item that has one of `keys`, or any."""
    return chance.choice([one for one in made.items if not keys or any(k in one for k in keys)])


def _stem(made: Model, chance: random.Random) -> None:
    item = _one(made, chance, "question", "front", "text")
    key = next(key for key in ("question", "front", "text") if key in item)
    item[key] += chance.choice([" Say *so*.", " (now)", " H~2~O", " ", " é"])


def _option(made: Model, chance: random.Random) -> None:
    item = _one(made, chance, "distractors", "in_order", "answer", "back")
    for key in ("distractors", "in_order"):
        if key in item:
            item[key][0] = f"a town {chance.randrange(99)}"
            return
    for key in ("answer", "back"):
        if isinstance(item.get(key), str):
            item[key] += chance.choice([" of course", " **indeed**"])


def _number(made: Model, chance: random.Random) -> None:
    item = _one(made, chance, "unit", "lines")
    if "unit" in item:
        item["answer"] = chance.randrange(100)
        item["tolerance"] = chance.randrange(3)
    else:
        item["lines"] = 3 + chance.randrange(9)


def _reasons(made: Model, chance: random.Random) -> None:
    item = _one(made, chance)
    what = chance.choice(["explain", "evidence", "reference", "rationale"])
    if what == "rationale":
        item = _one(made, chance, "distractors")
        item["distractors"][-1] = {"text": "Nobody", "rationale": f"no: {chance.randrange(99)}"}
    else:
        item[what] = chance.choice(QUOTES)


def _margin(made: Model, chance: random.Random) -> None:
    item = _one(made, chance)
    item["points"] = 1 + chance.randrange(3)
    item["tags"] = [chance.choice(["who", "where"])]
    item["difficulty"] = chance.choice(["easy", "hard"])
    item["cite_lines"] = chance.random() < 0.5


def _passage(made: Model, chance: random.Random) -> None:
    if chance.random() < 0.5:
        made.passage.insert(0, "Before that, nothing of the kind had ever been tried.")
    else:
        place = chance.randrange(len(made.passage))
        made.passage[place] += chance.choice([" So *it* was.", " It rained."])


def _media(made: Model, chance: random.Random) -> None:
    made.media[chance.choice(list(made.media))] = picture(chance.randrange(10_000))


def _description(made: Model, chance: random.Random) -> None:
    item = _one(made, chance, "question")
    name = chance.choice(list(made.media))
    item["question"] = f"What is ![picture {chance.randrange(9)}]({name})?"


def _titles(made: Model, chance: random.Random) -> None:
    what = chance.choice([made.bank, *made.worksheets])
    what["title"] += " again"
    section = chance.choice(chance.choice(made.worksheets)["sections"])
    section["instructions"] = f"Take {chance.randrange(9)} minutes."


def _glossary(made: Model, chance: random.Random) -> None:
    made.bank["glossary"] = {"advisers": f"meaning {chance.randrange(9)}"}
    chance.choice(made.worksheets)["glossary"] = chance.random() < 0.7


def _printing(made: Model, chance: random.Random) -> None:
    sheet = chance.choice(made.worksheets)
    editions = ["standard", "large-print", "dyslexia"]
    choices: dict[str, Any] = {
        "paper": chance.choice(["A4", "Letter"]),
        "editions": chance.sample(editions, 1 + chance.randrange(3)),
        "columns": 1 + chance.randrange(2),
        "writing_lines": chance.choice(["compact", "primary"]),
        "teacher": chance.random() < 0.5,
        "passage": chance.random() < 0.5,
    }
    key = chance.choice(list(choices))
    sheet[key] = choices[key]


def _forms(made: Model, chance: random.Random) -> None:
    chance.choice(made.worksheets)["forms"] = 1 + chance.randrange(3)


def _seed(made: Model, chance: random.Random) -> None:
    chance.choice(made.worksheets)["seed"] = chance.choice("xyz")


def _head(made: Model, chance: random.Random) -> None:
    sheet = chance.choice(made.worksheets)
    sheet["school"] = f"School no. {chance.randrange(9)}"
    sheet["logo"] = chance.choice(["![crest](crest.png)", "![the crest](crest.png)"])
    sheet["fields"] = chance.choice([[], ["Name"], ["Name", "Group"]])


def _cards(made: Model, chance: random.Random) -> None:
    cards = made.decks["talks"]["flashcards"]
    cards["offset"] = [chance.randrange(3), chance.randrange(3)]
    cards["flip"] = chance.choice(["long-edge", "short-edge"])
    cards["title"] = f"Cards {chance.randrange(9)}"


def _anki(made: Model, chance: random.Random) -> None:
    anki = chance.choice(list(made.decks.values()))["anki"]
    anki["description"] = f"Version {chance.randrange(9)}"
    anki["options"] = {"new_per_day": 1 + chance.randrange(9)}
    anki["subdecks"] = chance.choice(["none", "topic"])


def _language(made: Model, chance: random.Random) -> None:
    made.bank["language"] = chance.choice(["en", "de", "fr"])


def _fonts(made: Model, chance: random.Random) -> None:
    deck = chance.choice(list(made.decks.values()))
    names = ["SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf"]
    chosen = names[: chance.randrange(3)]
    deck.update({"fonts": [f"../fonts/{name}" for name in chosen]} if chosen else {})


def _remove(made: Model, chance: random.Random) -> None:
    items = chance.choice(list(made.topics.values()))
    if len(items) > 6:
        items.pop(chance.randrange(len(items)))


def _add(made: Model, chance: random.Random) -> None:
    item = copy.deepcopy(_one(made, chance))
    item.pop("renamed_from", None)
    item["id"] = f"another-{chance.randrange(10_000)}"
    chance.choice(list(made.topics.values())).append(item)


def _swap(made: Model, chance: random.Random) -> None:
    items = chance.choice(list(made.topics.values()))
    one, other = chance.sample(range(len(items)), 2)
    items[one], items[other] = items[other], items[one]


def _rename(made: Model, chance: random.Random) -> None:
    item = _one(made, chance)
    if "renamed_from" not in item:
        item["renamed_from"] = item["id"]
        item["id"] += f"-{chance.randrange(100)}"


def _remark(made: Model, chance: random.Random) -> None:
    made.remarks += 1


def _foreign(made: Model, chance: random.Random) -> None:
    """A character that quizgen's fonts lack."""
    item = _one(made, chance)
    item["explain"] = chance.choice(["보좌관 means adviser.", "An adviser."])


def _install(made: Model, chance: random.Random) -> None:
    """Another font on the computer that builds: files with Korean letters, where it has any."""
    every = [path for path in system_font_files() if path.name.startswith("Nanum")]
    made.machine = chance.choice([[], every[:1], every[1:2]])


EDITS: tuple[Edit, ...] = (
    *(_stem, _option, _number, _reasons, _margin, _passage, _media, _description, _titles),
    *(_printing, _forms, _seed, _head, _cards, _anki, _language, _fonts, _remove, _add, _swap),
    *(_glossary, _rename, _remark, _foreign, _install),
)
