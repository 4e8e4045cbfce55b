"""Lists, tables, code and quotations of quizgen's own cards come back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import load_bank, write_project
from support.importing import BUILT, LATER, built, imported
from support.packages import read

from quizgen.commands.importing import ImportLoss
from quizgen.commands.importing.html import read_runs
from quizgen.commands.importing.markdown import markdown
from quizgen.model.text import Refused, parse_text
from quizgen.model.text.html import HtmlText

MARKS = [
    *("\n", "\n\n", "- ", "1. ", "> ", "| ", "|---|---|\n", "    ", "\n```\n", "\t", "2. ", "#"),
    *(
        "\\",
        "*",
        "**",
        "`",
        "![x](map.png)",
        "[l](https://e.org)",
        "word ",
        "~a~",
        "\\\n",
        "=",
        "&",
    ),
]
SOURCES = st.lists(st.sampled_from(MARKS), max_size=25).map("".join)


@given(SOURCES)
def test_markdown_that_is_called_exact_reads_back(source: str) -> None:
    runs = parse_text(source).runs
    if not runs or any(isinstance(run, Refused) for run in runs):
        return
    written = markdown(list(runs))
    assert not written.is_exact or parse_text(written.source).runs == runs


BLOCKS = """Look:

| Country | Capital |
|---|:-:|
| Peru \\| Chad | **Lima** |

3. one
4. two
   - three

   four

- a
- b

* c
* d

> roses\\
> violets

```
if a  < b:
    ``x``
```
Well?"""


def test_blocks_are_read_from_html_and_written_as_markdown() -> None:
    runs = parse_text(BLOCKS).runs
    markup = HtmlText().text(parse_text(BLOCKS))
    lost: list[tuple[ImportLoss, str]] = []
    found = read_runs(markup, str, lambda *loss: lost.append(loss), blocks=True)
    assert lost == []
    assert tuple(found) == runs
    written = markdown(found)
    assert written.is_exact
    assert parse_text(written.source).runs == runs


@pytest.mark.parametrize(
    ("html", "source"),
    [
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("x<ol start='7'><li>a</li></ol>", "x\n\n7. a"),
        ("<pre>a<br>  b</pre>", "```\na\n  b\n```"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "|  |  |\n|---|---|\n| a | b |"),
        ("<ul>x<li>- a</li></ul>y<br>", "- \\- a\n\ny"),
        ("<table><tr><td>a<br>b</td></tr></table>", "a\\\nb"),
        ("<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>", "a\\\nb c"),
    ],
)
def test_what_markdown_can_say_is_a_block(html: str, source: str) -> None:
    runs = read_runs(html, str, lambda *_: None, blocks=True)
    assert markdown(runs).source == source


def test_a_bank_with_blocks_comes_back(tmp_path: Path) -> None:
    text = "|\n" + "".join(f"    {line}".rstrip() + "\n" for line in BLOCKS.splitlines())
    entry = (
        f"- id: a\n  type: multiple_choice\n  question: {text}  answer: {text}"
        f"  distractors: [B]\n  explain: {text}  reference: r\n"
        f"- id: b\n  type: essay\n  question: {text}  answer: {text}  reference: r\n"
        f"- id: c\n  type: flashcard\n  front: {text}  back: {text}  reference: r\n"
    )
    root = write_project(tmp_path / "first", entry, deck="bank: talks\nanki: {deck: Talks}\n")
    package = built(root, BUILT)
    losses = set(imported(package, tmp_path / "second").losses)
    assert losses <= {ImportLoss.WORKSHEETS, ImportLoss.PASSAGE}
    assert read(built(tmp_path / "second", LATER)).notes == read(package).notes
    before, _ = load_bank(root / "question_bank/talks")
    after, _ = load_bank(tmp_path / "second/question_bank/talks")
    runs = [[text.runs for text in item.texts] for item in before.items]
    assert [[text.runs for text in item.texts] for item in after.items] == runs
