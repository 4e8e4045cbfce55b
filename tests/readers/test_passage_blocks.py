"""Nothing of a passage vanishes: headings, lists, quotations and code are set, a table is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, told, write_bank

from quizgen.model.text import Style, Styled

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


@pytest.mark.parametrize("title", ["", "# The river\n\n"])
def test_a_table_is_told_with_its_line(tmp_path: Path, title: str) -> None:
    table = "It rose.\n\n| Country | Capital |\n|---|---|\n| Peru | Lima |\n"
    folder = write_bank(tmp_path, passage=title + table)
    _, found = load_bank(folder)
    assert [d.name for d in found] == ["table-in-passage", "evidence-not-in-passage"]
    assert found[0].span.line == 3 + title.count("\n")
