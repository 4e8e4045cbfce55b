"""The tutorial leads to a deck, and shows what quizgen says on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.documentation import (
    TUTORIAL,
    page,
)

import quizgen
from quizgen.reporting import RENDERERS


@pytest.fixture
def tutorial(tmp_path: Path) -> Path:
    """The project that the tutorial's blocks make together."""
    for block in page(TUTORIAL).blocks:
        if "file" in block.directives:
            path = tmp_path / block.directives["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.content, encoding="utf-8")
    return tmp_path


def test_the_tutorial_builds(tutorial: Path) -> None:
    result = quizgen.build(tutorial, built=1_700_000_000)
    assert result.diagnostics == ()
    names = sorted(path.name for path in result.files)
    assert names == [
        "bank.ledger",
        "city-bees.apkg",
        "city-bees.ledger",
        "manifest.json",
        "worksheet-key.pdf",
        "worksheet.pdf",
    ]


def test_the_tutorial_shows_the_message_that_quizgen_gives(
    tutorial: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tutorial)
    facts = Path("question_bank/city-bees/facts.yaml")
    text = facts.read_text().replace("bees made 90 kilograms", "bees made 90 kilos")
    facts.write_text(text)
    said = f"{RENDERERS['full'](quizgen.check())}1 error\n"
    for name in (TUTORIAL, "docs/diagnostics.md"):
        (shown,) = [block.content for block in page(name).blocks if block.language == "text"]
        assert shown == said
