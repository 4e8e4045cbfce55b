"""Commands run in this process, and what builds wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.cli import main


def run(*arguments: str) -> int:
    """What ``quizgen`` with these arguments exits with."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def outputs(root: Path) -> dict[str, bytes]:
    """The files in ``dist/`` by their names."""
    return {p.name: p.read_bytes() for p in (root / "dist").rglob("*") if p.is_file()}
