"""Twelve releases of random edits: each package gives the bank back, and learners what is in it.

`QUIZGEN_ENTRIES=40 pytest tests/clients/test_entries_through_releases.py` tries as many banks.
"""

from __future__ import annotations

import contextlib
import copy
import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from support import load_bank
from support.edited_project import QUOTES, Model, model, write
from support.editing import EDITS
from support.entries import before_entries, typed
from support.importing import built, imported
from support.learners import Learner
from support.packages import read

from quizgen import build
from quizgen.commands.importing import ImportLoss
from quizgen.model.diagnostics import Severity
from quizgen.model.item import Item, Match, interaction_texts

BANKS = int(os.environ.get("QUIZGEN_ENTRIES", "1"))
RELEASES = 12
FIRST, DAY = 1_700_000_000, 86_400
NAMES = ("stem", "option", "number", "reasons", "margin", "passage", "media", "description")
MORE = ("language", "remove", "add", "swap", "rename", "remark", "foreign")
OF_CARDS = [edit for edit in EDITS if edit.__name__.strip("_") in (*NAMES, *MORE)]


def unshown(made: Model, chance: random.Random) -> None:
    """What no card shows, and what only one of an item's cards does."""
    item: dict[str, Any] = chance.choice(made.items)
    key = chance.choice(["group", "bonus", "points", "hint", "keys", "part", "speak"])
    match key:
        case "group":
            item["group"] = "g"
        case "keys":
            turned = dict(reversed(item.items()))
            item.clear()
            item.update(turned)
        case "part" if item["type"] == "timeline":
            event = {"date": chance.choice(["44 BC", "1718-03", "1719"]), "event": "a resolution"}
            reason = f"because {chance.randrange(9)}"
            item["events"] = [event, {"date": "1874", "event": "one", "explain": reason}]
        case "part" if item["type"] == "matching":
            last = {"premise": "Akiba", "response": "Tokyo", "explain": chance.choice(QUOTES)}
            item["pairs"] = [{"premise": f"Cho {chance.randrange(9)}", "response": "Seoul"}, last]
        case _:
            item[key] = {"bonus": True, "points": chance.randrange(9), "speak": True}.get(key, "H")


def edited(before: Model, chance: random.Random) -> Model:
    made = copy.deepcopy(before)
    for _ in range(chance.randint(1, 5)):
        chance.choice([*OF_CARDS, unshown, unshown, unshown])(made, chance)
    return made


def says(item: Item) -> tuple[object, ...]:
    """What `item` says, wherever it stands."""
    texts = [item.stem, *interaction_texts(item.interaction), *item.evidence, *item.references]
    texts += [text for text in (item.explain, item.hint) if text]
    tags = tuple(tag.value for tag in item.tags)
    group = item.case.id.value if item.case else ""
    marks = (item.is_bonus, item.speaks, item.difficulty, group, tags)
    _, keys, *points = typed(item)
    assert isinstance(keys, dict)
    own = {key: value for key, value in keys.items() if key != "id"}
    return item.topic, item.type, *marks, [text.runs for text in texts], own, points


def release(made: Model, root: Path, number: int) -> Path | None:
    """Build `made`; None where it has errors, as random edits may make."""
    for folder in ("question_bank", "decks"):
        for old in (root / folder).glob("**/*.yaml"):
            old.unlink()
    write(made, root)
    result = build(root, built=FIRST + number * DAY)
    if any(found.severity is Severity.ERROR for found in result.diagnostics):
        return None
    return root / "dist/talks/talks.apkg"


def next_release(made: Model, chance: random.Random, root: Path, number: int) -> tuple[Model, Path]:
    """Edit `made` and release what comes of it."""
    while True:
        after = edited(made, chance) if number else made
        if (package := release(after, root, number)) is not None:
            return after, package


@pytest.mark.parametrize("earlier", [0, 4])
@pytest.mark.parametrize("seed", range(BANKS))
def test_every_release_gives_the_bank_back_and_reaches_learners(
    seed: int, earlier: int, tmp_path: Path
) -> None:
    """The first releases, as many as `earlier`, are those of a quizgen that wrote no entries."""
    chance = random.Random(seed)
    made = model()
    made.decks = {"talks": {"bank": "talks", "anki": made.decks["talks"]["anki"]}}
    learner = Learner(tmp_path / "learner")
    before: dict[str, Any] = {}
    root = tmp_path / "project"
    for number in range(RELEASES):
        with before_entries() if number < earlier else contextlib.nullcontext():
            made, package = next_release(made, chance, root, number)
        learner.take(package)
        learner.review_new()
        learner.assert_reviews_kept()
        now = {note.guid: note for note in read(package).notes}
        has = {n.guid: tuple(n.fields) for n in map(learner.collection.get_note, _live(learner))}
        assert {guid: has[guid] for guid in now} == {
            guid: note.fields for guid, note in now.items()
        }
        for guid in before.keys() & now.keys():
            old, new = before[guid], now[guid]
            same = (old.fields, sorted(old.tags)) == (new.fields, sorted(new.tags))
            assert (old.modified == new.modified) is same
        before = now
        if number >= earlier:
            _assert_bank_comes_back(root, package, tmp_path / "again", has_old_notes=earlier > 0)
    learner.close()


def _live(learner: Learner) -> Any:
    return learner.collection.find_notes("Retired:")


def _assert_bank_comes_back(root: Path, package: Path, again: Path, *, has_old_notes: bool) -> None:
    """Import `package` of the project at `root` into `again`, where nothing is, and build that."""
    shutil.rmtree(again, ignore_errors=True)
    losses = imported(package, again).losses
    alone = {loss.item.value for loss in losses.get(ImportLoss.CARDS_ALONE, ())}
    bank, _ = load_bank(root / "question_bank/talks")
    back, errors = load_bank(again / "question_bank/talks")
    assert not errors
    assert has_old_notes or not alone
    there = {item.id.value: item for item in back.items}
    for item in bank.items:  # what was renamed and not changed has its former id
        name = item.id.value
        if name not in there and item.renamed_from:
            name = item.renamed_from.value
        found = there.pop(name)
        is_whole = not isinstance(item.interaction, Match) or not has_old_notes
        if name not in alone and is_whole:
            assert says(found) == says(item)
    assert not there
    first, second = read(package).notes, read(built(again, FIRST + 99 * DAY)).notes
    if not alone:
        assert second == first
