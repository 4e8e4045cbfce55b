"""Nothing of a passage vanishes: headings, lists, quotations, code and tables are set, or told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, told, write_bank

from quizgen.model.text import Style, Styled, Table

PASSAGE = """\
# The river

It rose.

## Later

- The dam
- The bridge

> Nobody slept.

```
line 1
  line 2
```

It fell.
"""


def test_every_block_is_a_paragraph_and_headings_bear_no_number(tmp_path: Path) -> None:
    bank, found = load_bank(write_bank(tmp_path, passage=PASSAGE, questions=QUESTION))
    assert told(found) == []
    assert bank.passage is not None
    assert [text.plain for text in bank.passage.paragraphs] == [
        "It rose.",
        "Later",
        "•\xa0The dam",
        "•\xa0The bridge",
        "Nobody slept.",
        "line\xa01 \xa0\xa0line\xa02",
        "It fell.",
    ]
    assert bank.passage.numbers == (1, None, 2, 3, 4, None, 5)
    assert bank.passage.paragraphs[1].runs == (Styled("Later", Style.STRONG),)


QUESTION = """
- id: a
  type: flashcard
  front: f
  back: b
  evidence: [Later, The dam, Nobody slept]
"""


TABLE = "| Country | Capital |\n|---|---|\n| Peru | Lima |\n"


def test_a_table_is_one_paragraph_without_a_number(tmp_path: Path) -> None:
    question = QUESTION.replace("[Later, The dam, Nobody slept]", "[Peru Lima, He left]")
    passage = f"It rose.\n\n{TABLE}\n> {TABLE.replace(chr(10), chr(10) + '> ')}\n\nHe left.\n"
    bank, found = load_bank(write_bank(tmp_path, passage=passage, questions=question))
    assert told(found) == []
    assert bank.passage is not None
    assert bank.passage.numbers == (1, None, None, 2)
    assert [text.plain for text in bank.passage.paragraphs[1:3]] == [
        "Country Capital Peru Lima"
    ] * 2
    assert all(isinstance(text.runs[0], Table) for text in bank.passage.paragraphs[1:3])


@pytest.mark.parametrize("title", ["", "# The river\n\n"])
@pytest.mark.parametrize("before", ["- ", "1. ", "- > "])
def test_a_table_that_cannot_be_set_is_told_with_its_line(
    tmp_path: Path, title: str, before: str
) -> None:
    inside = TABLE.replace("\n", "\n" + before.replace("-", " ").replace("1.", "  "))
    folder = write_bank(tmp_path, passage=f"{title}It rose.\n\n{before}{inside}")
    _, found = load_bank(folder)
    assert [d.name for d in found] == ["table-in-passage", "evidence-not-in-passage"]
    assert found[0].span.line == 3 + title.count("\n")


def test_a_cell_that_markdown_leaves_out_is_told(tmp_path: Path) -> None:
    _, found = load_bank(write_bank(tmp_path, passage=f"A.\n\n{TABLE}| Chad | x | lost |\n"))
    assert "table-in-passage" in [d.name for d in found]
