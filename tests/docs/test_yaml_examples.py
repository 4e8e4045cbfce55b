"""Every example of YAML checks as its page says."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.documentation import (
    Block,
    diagnose,
    example_bank,
    examples,
    page,
)

import quizgen
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.reporting import RENDERERS


@pytest.mark.parametrize("block", examples("yaml"))
def test_a_yaml_example_checks_as_its_page_says(
    block: Block, project: Path, tmp_path: Path
) -> None:
    expected = block.directives.get("expect")
    assert diagnose(block.content, project, tmp_path) == ([expected] if expected else [])


def test_the_deck_file_page_shows_the_message_that_quizgen_gives(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    blocks = page("docs/deck-files.md").blocks
    (shown,) = [block.content for block in blocks if block.language == "text"]
    path = Path(shown.partition(":")[0])
    path.write_text(next(block.content for block in blocks if "expect" in block.directives))
    assert RENDERERS["concise"](quizgen.check(path)) == shown
    path.unlink()


def test_each_question_type_shows_its_example() -> None:
    blocks = page("docs/question-types.md").blocks
    shown = {block.heading: block.content for block in reversed(blocks)}  # the first counts
    assert {t.name: shown.get(t.name) for t in QUESTION_TYPES} == {
        t.name: t.example for t in QUESTION_TYPES
    }


def test_the_quoting_table_gives_the_messages(tmp_path: Path) -> None:
    (table,) = [t for t in page("docs/question-types.md").tables if "messages" in t.directives]
    for number, (wrong, message, right) in enumerate(table.rows):
        for name, line, said in (("wrong", wrong, [message]), ("right", right, [])):
            entry = (
                f"topic: t\nquestions:\n- id: a\n  type: short_answer\n  {line.strip('`')}\n"
                "  answer: b\n  reference: c\n"
            )
            found = quizgen.check(example_bank(tmp_path / f"{name}-{number}", entry))
            assert [diagnostic.message for diagnostic in found] == said, line
