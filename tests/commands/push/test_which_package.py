"""Which package is pushed, and what is said where there is none."""

from __future__ import annotations

import ast
import inspect
import json
import re
from pathlib import Path

import pytest
from support import CHOICE
from support.paths import ROOT
from support.pushing import OTHER, PAPER, Anki, pushed, rebuild

from quizgen.commands.push import anki_connect
from quizgen.commands.push import push as pushing
from quizgen.commands.push.push import PushError


def test_the_page_explains_messages_that_there_are() -> None:
    modules = map(inspect.getsource, (anki_connect, pushing))
    nodes = [node for module in modules for node in ast.walk(ast.parse(module))]
    texts = [node.value for node in nodes if isinstance(node, ast.Constant)]
    page = (ROOT / "docs/pushing.md").read_text(encoding="utf-8")
    rows = page.partition("|---|---|\n")[2].split("\n\n")[0].splitlines()
    said = [part for row in rows for part in re.split(r" ?… ?|, ", row.split("|")[1].strip())]
    assert len(rows) == 7
    for part in filter(None, said):
        assert any(part in str(text) for text in texts), part


def test_anki_is_given_the_whole_path(project: Path, anki: Anki) -> None:
    assert pushed(anki) == ["talks.apkg"]
    assert [asked["action"] for asked in anki.asked] == ["requestPermission", "importPackage"]
    assert all(asked["version"] == 6 and "key" not in asked for asked in anki.asked)
    assert anki.imported == [str(project / "dist/talks/talks.apkg")]


def test_a_deck_with_retired_items_is_pushed_as_an_update(project: Path, anki: Anki) -> None:
    rebuild(project, OTHER)
    assert pushed(anki) == ["talks-update.apkg"]
    assert pushed(anki, new_learner=True) == ["talks.apkg"]


def test_an_update_from_before_the_item_came_back_is_not_pushed(project: Path, anki: Anki) -> None:
    rebuild(project, OTHER)
    rebuild(project, CHOICE + OTHER)
    assert pushed(anki) == ["talks.apkg"]


def test_all_decks_but_those_for_paper_are_pushed(project: Path, anki: Anki) -> None:
    (project / "decks/paper.yaml").write_text(PAPER)
    (project / "decks/a.yaml").write_text("bank: talks\nanki: {deck: A}\n")
    rebuild(project)
    assert pushed(anki) == ["a.apkg", "talks.apkg"]
    assert pushed(anki, "talks") == ["talks.apkg"]
    assert pushed(anki, "decks/a.yaml") == ["a.apkg"]


def test_a_build_that_was_interrupted_is_finished_first(project: Path, anki: Anki) -> None:
    package = project / "dist/talks/talks.apkg"
    copy = package.with_name(f".{package.name}.1.quizgen-tmp")
    package.rename(copy)
    moves = {f"../dist/talks/{copy.name}": "../dist/talks/talks.apkg"}
    (project / "decks/.quizgen-journal").write_text(json.dumps({"moves": moves, "removals": []}))
    assert pushed(anki) == ["talks.apkg"]


@pytest.mark.parametrize(
    ("decks", "said"),
    [
        (["nowhere"], r"no deck file 'nowhere'; there are: "),
        (["dist"], r"no deck file 'dist'; there are: "),
        (["paper"], r"paper.yaml has no deck for Anki \(`anki:`\), so there is none to push"),
        (["new"], r"there is no .*new.apkg yet: run `quizgen build new` first"),
        ([], r"there is no .*new.apkg yet: run `quizgen build new` first"),
        (["talks", "new"], r"there is no .*new.apkg yet"),
    ],
)
def test_what_is_not_built_is_said_before_anki_is_asked(
    project: Path, anki: Anki, decks: list[str], said: str
) -> None:
    (project / "decks/paper.yaml").write_text(PAPER)
    (project / "decks/new.yaml").write_text("bank: talks\nanki: {deck: New}\n")
    with pytest.raises(PushError, match=said):
        pushed(anki, *decks)
    assert anki.asked == []


def test_nothing_to_push_is_said(project: Path, anki: Anki, tmp_path: Path) -> None:
    (project / "decks/talks.yaml").write_text(PAPER)
    with pytest.raises(PushError, match=r"no deck file in .*decks has a deck for Anki"):
        pushed(anki)
    with pytest.raises(PushError, match="is not a quizgen project"):
        pushed(anki, root=str(tmp_path))


def test_a_new_learner_gets_the_package_without_tombstones(project: Path, anki: Anki) -> None:
    rebuild(project, OTHER)
    assert pushed(anki) == ["talks-update.apkg"]
    assert pushed(anki, new_learner=True) == ["talks.apkg"]
