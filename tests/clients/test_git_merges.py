"""Two teachers on two branches: git merges their ledgers, and no learner loses a review.

`QUIZGEN_MERGES=200 pytest tests/clients/test_git_merges.py` tries as many pairs of branches.
"""

from __future__ import annotations

import copy
import os
import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from support.learners import Learner
from support.stories import Pair, Question, World, concepts_in, edited, new_world

from quizgen import build
from quizgen.commands.scaffold import project_files

MERGES = int(os.environ.get("QUIZGEN_MERGES", "12"))
FIRST = 1_700_000_000


def git(root: Path, *arguments: str, check: bool = True) -> str:
    name = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    ran = subprocess.run(
        ["git", *name, *arguments], cwd=root, capture_output=True, text=True, check=check
    )
    return ran.stdout


def attributes() -> str:
    """What `quizgen new` writes for git."""
    return next(text for path, text in project_files("x").items() if path.name == ".gitattributes")


def release(world: World, root: Path, built: int) -> Path:
    world.write(root)
    result = build(root, built=built, ignore=["looks-renamed"])
    assert result.files or result.up_to_date, result.diagnostics
    update = root / "dist/all/all-update.apkg"
    return update if update.exists() else root / "dist/all/all.apkg"


def commit(root: Path, message: str) -> None:
    git(root, "add", "-A", "question_bank", "decks", ".gitattributes")
    git(root, "commit", "-q", "--allow-empty", "-m", message)


def merged(base: World, one: World, other: World, chance: random.Random) -> World:
    """What the two teachers agree on: of each question and pair, what either of them changed."""
    after = copy.deepcopy(base)
    after.concepts = max(one.concepts, other.concepts)
    sides = [{q.concept: q for q in world.banks["rivers"]} for world in (base, one, other)]
    questions: list[Question] = []
    for concept in sorted(set().union(*sides)):
        was, mine, theirs = (side.get(concept) for side in sides)
        if was and mine and theirs:
            chosen: Question | None = _both(was, mine, theirs)
        else:  # new on one side, or gone on one side and perhaps changed on the other
            chosen = (
                theirs if mine == was else mine if theirs == was else chance.choice((mine, theirs))
            )
        if chosen is not None:
            questions.append(copy.deepcopy(chosen))
    after.banks["rivers"] = questions
    return after


def _both(was: Question, mine: Question, theirs: Question) -> Question:
    """A question with what both sides changed: later texts, new pairs of both, a new id."""
    renamed = mine if mine.id != was.id else theirs
    topic = mine.topic if mine.topic != was.topic else theirs.topic
    known = {pair.concept for pair in was.pairs}
    gone = {c for c in known if not all(c in {p.concept for p in q.pairs} for q in (mine, theirs))}
    pairs: dict[int, Pair] = {}
    for pair in (*theirs.pairs, *mine.pairs):
        other = pairs.get(pair.concept, pair)
        left, right = max(pair.left, other.left), max(pair.right, other.right)
        pairs[pair.concept] = Pair(pair.concept, left, right)
    return replace(
        mine,
        id=renamed.id,
        renamed_from=renamed.renamed_from,
        topic=topic,
        text=max(mine.text, theirs.text),
        answer=max(mine.answer, theirs.answer),
        tag=mine.tag or theirs.tag,
        pairs=[pair for concept, pair in pairs.items() if concept not in gone],
    )


@pytest.mark.parametrize("seed", range(MERGES))
def test_learners_of_both_branches_keep_their_reviews(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    root = tmp_path / "project"
    base = new_world(chance)
    both_add = chance.random() < 0.5
    base.write(root)
    (root / ".gitattributes").write_text(attributes())
    git(root, "init", "-q", "-b", "main")
    first = release(base, root, FIRST).read_bytes()
    commit(root, "First")
    worlds, packages = [], []
    for number, branch in enumerate(("one", "two")):
        git(root, "checkout", "-q", "-B", branch, "main")
        world = edited(base, chance, chance.randint(1, 6))
        if both_add:
            _add_pair(world, chance)
        if number:  # the numbers of new questions and pairs of two branches differ
            world = _renumbered(world, base.concepts)
        built = FIRST + 100 + chance.choice((0, 0, 7, 50))
        packages.append(release(world, root, built).read_bytes())
        worlds.append(world)
        commit(root, branch)
    git(root, "checkout", "-q", "one")
    git(root, "merge", "-q", "-m", "Merge", "two", check=False)
    together = merged(base, worlds[0], worlds[1], chance)
    last = release(together, root, FIRST + 1000)
    for number, package in enumerate(packages):
        pupil = Learner(tmp_path / f"learner{number}")
        for name, content in (("first", first), ("own", package)):
            file = tmp_path / f"{name}.apkg"
            file.write_bytes(content)
            pupil.take(file)
            pupil.review_new()
        pupil.take(last)
        _assert_nothing_lost(pupil, together)
        pupil.close()


def _add_pair(world: World, chance: random.Random) -> None:
    """Add a pair to the first question that has pairs, as both teachers may do."""
    for question in world.banks["rivers"]:
        if question.pairs:
            at = chance.randint(0, len(question.pairs))
            question.pairs.insert(at, Pair(world.new_concept()))
            return


def _renumbered(world: World, known: int) -> World:
    """Give concepts that are new in `world` other numbers than another branch gives its own."""
    after = copy.deepcopy(world)
    for question in after.banks["rivers"]:
        for pair in question.pairs:
            pair.concept += 1000 * (pair.concept > known)
        if question.concept > known:
            question.concept += 1000
            question.id = f"q{question.concept}"
    after.concepts += 1000
    return after


def _assert_nothing_lost(pupil: Learner, world: World) -> None:
    pupil.assert_reviews_kept()
    for card_id, asked in pupil.reviewed.items():
        card = pupil.collection.get_card(card_id)
        if not card.note()["Retired"]:
            assert list(concepts_in(pupil.asks(card_id)))[:1] == list(concepts_in(asked))[:1]
    texts = "".join(question.yaml() for question in world.banks["rivers"])
    live = {text for text in pupil.intervals() if set(concepts_in(text)) <= world.live("all")}
    shown = [text.split("{{c1", 1)[0].strip() for text in live]
    assert [text for text in shown if text not in texts] == [], "every correction has arrived"
    assert len(shown) == len(set(shown)), "no question is there twice"
