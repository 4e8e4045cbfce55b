"""Twelve releases of a bank that changes in every way, and learners who take them as they come.

`QUIZGEN_STORIES=40 pytest tests/clients/test_long_story.py` tells as many stories.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from support.learners import Learner
from support.stories import PAIRED, TYPES, Question, World, concepts_in, edited, new_world

from quizgen import build

STORIES = int(os.environ.get("QUIZGEN_STORIES", "3"))
RELEASES = 12
FIRST = 1_700_000_000
HABITS = {
    "takes every release": range(RELEASES),
    "takes the first, the fifth and the last": (0, 4, RELEASES - 1),
    "takes a newer one and then an older": (0, 7, 3, RELEASES - 1),
}


def next_world(world: World, chance: random.Random) -> World:
    """Edit texts, and now and then split, merge, rename or move what holds them."""
    after = edited(world, chance, chance.randint(1, 4))
    if chance.random() < 0.5:
        after.forget_renames()
    _edit_more(chance.choice(after.banks["rivers"]), chance)
    whole = ("none", "split", "join", "rename deck", "move", "move", "one bank", "language")
    match chance.choice(whole):
        case "split" if len(after.decks) < 3:
            bank = chance.choice(sorted(after.banks))
            chosen = frozenset(q.concept for q in after.banks[bank] if chance.random() < 0.5)
            if chosen:
                after.decks[f"d{after.new_concept()}"] = bank, chosen
        case "join" if len(after.decks) > 1:
            narrow = [name for name, (_, chosen) in after.decks.items() if chosen is not None]
            for name in narrow[:1]:
                del after.decks[name]
        case "rename deck":
            narrow = [name for name, (_, chosen) in after.decks.items() if chosen is not None]
            for name in narrow[:1]:
                after.decks[f"d{after.new_concept()}"] = after.decks.pop(name)
        case "move":
            _move(after, chance)
        case "one bank" if "lakes" in after.banks:
            _make_one_bank(after)
        case "language":
            after.languages["rivers"] = chance.choice(("en", "de", "en-GB"))
        case _:
            pass
    after.decks = {name: deck for name, deck in after.decks.items() if after.held(name)}
    return after


def _move(world: World, chance: random.Random) -> None:
    """Move a question to another bank, which all of a deck file shows."""
    movable = [q for q in world.banks["rivers"] if not q.renamed_from]
    if len(world.banks["rivers"]) < 3 or not movable:
        return
    question = chance.choice(movable)
    world.banks["rivers"].remove(question)
    world.banks.setdefault("lakes", []).append(question)
    question.renamed_from = f"rivers/{question.id}"
    if all(bank != "lakes" for bank, _ in world.decks.values()):
        world.decks[f"lakes{world.new_concept()}"] = "lakes", None


def _make_one_bank(world: World) -> None:
    """Move all questions of the second bank into the first, and delete the second."""
    if any(question.renamed_from for question in world.banks["lakes"]):
        return
    for question in (moved := world.banks.pop("lakes")):
        question.renamed_from = f"lakes/{question.id}"
    world.banks["rivers"] += moved
    world.languages.pop("lakes", None)
    for name, (bank, chosen) in list(world.decks.items()):
        if bank == "lakes":
            concepts = frozenset(question.concept for question in moved)
            world.decks[name] = "rivers", concepts if chosen is None else chosen


def _edit_more(question: Question, chance: random.Random) -> None:
    """Edit what two branches do not merge by themselves: an option, a picture, the type."""
    match chance.choice(("option", "picture", "type", "none")):
        case "option":
            question.option += 1
        case "picture":
            question.picture += 1
        case "type" if not question.pairs:
            question.type = chance.choice([kind for kind in TYPES if kind not in PAIRED])
        case _:
            pass


def release(world: World, root: Path, built: int) -> list[tuple[str, bytes]]:
    """Build, and return what is handed to pupils who have the decks: name and content."""
    world.write(root)
    result = build(root, built=built, ignore=["looks-renamed"])
    assert result.files or result.up_to_date, result.diagnostics
    handed_out = []
    for deck in sorted(world.decks):
        folder = root / "dist" / deck
        update = folder / f"{deck}-update.apkg"
        file = update if update.exists() else folder / f"{deck}.apkg"
        handed_out.append((deck, file.read_bytes()))
    return handed_out


@pytest.mark.parametrize("seed", range(STORIES))
def test_learners_lose_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    world = new_world(chance)
    worlds, releases = [], []
    for number in range(RELEASES):
        worlds.append(world)
        releases.append(release(world, tmp_path / "project", FIRST + 3600 * number))
        world = next_world(world, chance)
    for habit, taken in HABITS.items():
        pupil = Learner(tmp_path / habit.replace(" ", "-"))
        pupil.collection.set_config("fsrs", True)
        latest = 0
        for number in taken:
            for deck, package in releases[number]:
                file = tmp_path / f"{deck}.apkg"
                file.write_bytes(package)
                pupil.take(file)
            pupil.review_new()
            pupil.assert_own_kept()
            if habit == "takes every release":  # others may miss what is taken back later
                assert pupil.lost_words == []
            pupil.make_own(chance)
            latest = max(latest, number)
            _assert_nothing_lost(pupil, worlds[latest], f"{habit}: {number}")
            if habit == "takes every release":
                _assert_removed_retired(pupil, worlds[number], f"{habit}: {number}")
        pupil.close()


def _assert_nothing_lost(pupil: Learner, world: World, where: str) -> None:
    """Assert that every reviewed card has its reviews, and asks what it asked."""
    shown = set()
    pupil.assert_reviews_kept()
    assert pupil.collection.media.check().missing == [], where
    for card_id, asked in pupil.reviewed.items():
        card = pupil.collection.get_card(card_id)
        if not card.note()["Retired"]:
            now = pupil.asks(card_id)
            assert list(concepts_in(now))[:1] == list(concepts_in(asked))[:1], where
            shown.add(now.split("{{c1", 1)[0].strip())
    texts = "".join(q.yaml() for questions in world.banks.values() for q in questions)
    live = set().union(*(world.live(deck) for deck in world.decks))
    stale = [text for text in shown if set(concepts_in(text)) <= live and text not in texts]
    assert stale == [], where


def _assert_removed_retired(pupil: Learner, world: World, where: str) -> None:
    """Assert that every card whose question no deck file holds any more has retired."""
    live = set().union(*(world.live(deck) for deck in world.decks))
    left = [
        asked
        for card_id, asked in pupil.reviewed.items()
        if not pupil.collection.get_card(card_id).note()["Retired"]
        and not set(concepts_in(asked)) <= live
    ]
    assert left == [], where
