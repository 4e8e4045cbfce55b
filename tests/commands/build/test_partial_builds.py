"""A build renders only what a change concerns, and leaves what a whole build would leave."""

from __future__ import annotations

import copy
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.building import reported
from support.edited_project import Model, model, picture, write
from support.editing import EDITS

from quizgen.commands.build.build import build
from quizgen.commands.cache.records import FOLDER
from quizgen.model.assessment import Overrides
from quizgen.model.diagnostics import has_errors

SEEDS, STEPS = map(int, os.environ.get("QUIZGEN_WALK", "2x25").split("x"))
"""How long to walk. For a long walk: ``QUIZGEN_WALK=20x200``."""


def _outputs(root: Path) -> dict[str, bytes]:
    found = [*(root / "dist").rglob("*"), *(root / "decks").glob("*.ledger")]
    return {str(path.relative_to(root)): path.read_bytes() for path in found if path.is_file()}


def _edit_by_hand(root: Path, chance: random.Random) -> None:
    path = chance.choice([path for path in (root / "dist").rglob("*.*") if path.is_file()])
    content = path.read_bytes()
    path.write_bytes(chance.choice([content + b"x", content[:-1], content[:-1] + b"\0", b""]))


def _delete(root: Path, chance: random.Random) -> None:
    chance.choice([path for path in (root / "dist").rglob("*.*") if path.is_file()]).unlink()


def _delete_all(root: Path, chance: random.Random) -> None:
    shutil.rmtree(root / chance.choice(["dist/talks", FOLDER]))


def _touch(root: Path, chance: random.Random) -> None:
    for path in root.rglob("*.*"):
        os.utime(path, (chance.randrange(10**9), chance.randrange(10**9)))


def _exchange(root: Path, chance: random.Random) -> None:
    """Two outputs under each other's name, as a slip of the hand leaves them."""
    one, other = chance.sample(sorted((root / "dist" / "talks").glob("*.pdf")), 2)
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)


def _print_otherwise(root: Path, chance: random.Random) -> None:
    build(root, built=1, overrides=Overrides(forms=1 + chance.randrange(2), seed="else"))


ACCIDENTS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_edit_by_hand, _delete, _delete_all, _touch, _exchange, _print_otherwise),
)
"""What happens to the files of one project, and not to those of its twin."""


@pytest.mark.parametrize("seed", range(SEEDS))
def test_it_leaves_the_bytes_of_a_whole_build_whatever_was_edited(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, made = random.Random(seed), model()
    monkeypatch.setattr("quizgen.project.system_fonts.system_font_files", lambda: made.machine)
    here, twin = tmp_path / "here", tmp_path / "twin"
    kept = 0
    for step in range(STEPS):
        before, edit = copy.deepcopy(made), chance.choice(EDITS)
        if step:
            edit(made, chance)
            if chance.random() < 0.3:
                chance.choice(ACCIDENTS)(here, chance)
        for root in (here, twin):
            write(made, root)
        result = build(here, built=step + 1)
        whole = build(twin, built=step + 1, force=True)
        assert reported(result) == reported(whole), edit
        if has_errors(result.diagnostics):
            made = before
            continue
        assert _outputs(here) == _outputs(twin), (step, edit)
        kept += len(result.up_to_date)
    assert kept > 3 * STEPS


ALL_KEYS = ["all-A-key.pdf", "all-B-key.pdf", "all-key.pdf"]
ALL_SHEETS = ["all-A.pdf", "all-B.pdf"]
PACKAGE = ["talks.apkg", "bank.ledger"]
AIMS = ["aims.apkg", "w.pdf"]
GAPS = ["gaps-key.pdf", "gaps.pdf"]
MANIFESTS = ["manifest.json", "manifest.json"]


def _explain(made: Model) -> None:
    made.topics["people"][0]["explain"] = "Because he did."


def _ask(made: Model) -> None:
    made.topics["people"][0]["question"] = "Who came?"


def _ask_gap(made: Model) -> None:
    made.topics["people"][8]["text"] = "They met in {{c1::Seoul}}."


def _give_a_title(made: Model) -> None:
    made.decks["talks"]["worksheets"][1]["title"] = "Words"


def _print_large(made: Model) -> None:
    made.decks["aims"]["worksheets"][0]["editions"] = ["standard", "large-print"]


def _draw(made: Model) -> None:
    made.media["map.png"] = picture(77)


def _remark(made: Model) -> None:
    made.remarks += 1


CONCERNED: dict[Callable[[Model], None], list[str]] = {
    _remark: MANIFESTS,
    _explain: [*ALL_KEYS, *PACKAGE, *MANIFESTS],
    _ask: [*ALL_KEYS, *ALL_SHEETS, *PACKAGE, "flashcards.pdf", *MANIFESTS],
    _ask_gap: [*ALL_KEYS, *ALL_SHEETS, *PACKAGE, *GAPS, "flashcards.pdf", *MANIFESTS],
    _give_a_title: [*GAPS, MANIFESTS[0]],
    _print_large: ["w-large-print.pdf", MANIFESTS[0]],
    _draw: [*ALL_KEYS, *ALL_SHEETS, *PACKAGE, *AIMS, "w-key.pdf", "flashcards.pdf", *MANIFESTS],
}


@pytest.mark.parametrize("edit", CONCERNED, ids=lambda edit: edit.__name__.strip("_"))
def test_only_what_an_edit_concerns_is_written(
    edit: Callable[[Model], None], tmp_path: Path
) -> None:
    made = model()
    write(made, tmp_path)
    first = build(tmp_path, built=1)
    edit(made)
    write(made, tmp_path)
    result = build(tmp_path, built=2)
    assert sorted(path.name for path in result.files) == sorted(CONCERNED[edit])
    assert {*first.files} <= {*result.files, *result.up_to_date}
