"""What most authors do in every list is told once a bank."""

from __future__ import annotations

from pathlib import Path

from support import write_bank

from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic

LIST = """
- id: {id}
  type: matching
  question: Match each animal {id} to its young.
  pairs: {{cow: calf, horse: foal, lion: cub{more}}}
{lint}"""
IGNORED = "  lint: {ignore: [matching-size, matching-without-extra]}\n"


def found(folder: Path, *lists: str) -> list[Diagnostic]:
    workspace = Workspace()
    workspace.bank(write_bank(folder, "".join(lists)))
    return [d for d in workspace.diagnostics if d.name.startswith("matching")]


def matching(name: str, more: str = "", lint: str = "") -> str:
    return LIST.format(id=name, more=more, lint=lint)


def test_one_list_is_told_by_itself(tmp_path: Path) -> None:
    size, extra = found(tmp_path, matching("a"))
    assert (size.name, size.message) == ("matching-size", "3 pairs leave little to choose from")
    assert extra.message.startswith("there are as many responses as premises")


def test_several_lists_are_told_once_with_their_number_and_some_places(tmp_path: Path) -> None:
    size, extra = found(tmp_path, *(matching(f"q{n}") for n in range(6)))
    assert size.message.startswith("6 matching lists have fewer than 4 pairs")
    assert extra.message.startswith("6 matching lists have as many responses as premises")
    assert size.span.line < size.related[0].span.line
    assert len(size.related) == len(extra.related) == 3


def test_a_list_that_ignores_it_does_not_count(tmp_path: Path) -> None:
    size, extra = found(tmp_path, matching("a"), matching("b", lint=IGNORED), matching("c"))
    assert size.message.startswith("2 matching lists")
    assert extra.message.startswith("2 matching lists")
    assert found(tmp_path, matching("a", lint=IGNORED), matching("b", lint=IGNORED)) == []


def test_only_lists_with_the_flaw_count(tmp_path: Path) -> None:
    told = found(tmp_path, matching("a"), matching("b", ", dog: puppy"), matching("c"))
    assert [d.message[:17] for d in told] == ["2 matching lists ", "3 matching lists "]
