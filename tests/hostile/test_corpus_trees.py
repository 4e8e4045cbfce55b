"""Hostile project trees through every command. ``QUIZGEN_HOSTILE=all`` tries all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, DECK, PIXEL, write_project
from support.corpus import some
from support.corpus.trees import TREES, Tree, replace
from support.corpus.trying import COMMANDS, try_commands


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(TREES) >= 60


@pytest.mark.parametrize("tree", some(TREES, 20), ids=lambda tree: f"{tree.place} as {tree.file}")
def test_every_command_answers(
    tmp_path: Path,
    tree: Tree,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = tmp_path / "project"
    picture = CHOICE.replace("did they meet?", "did they meet? ![a map](map.png)")
    write_project(root, picture, deck=DECK, media={"map.png": PIXEL})  # type: ignore[arg-type]
    (tmp_path / "x.pdf").write_bytes(b"precious")
    monkeypatch.chdir(root)
    assert set(try_commands(root, capsys, [("build",)]).values()) == {0}
    replace(root, tree)
    try_commands(root, capsys, COMMANDS[:-1])
    assert not (root / "owned").exists()
