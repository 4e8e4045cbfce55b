"""The pages of the documentation, taken apart, and their examples, run.

Pages say in HTML comments what a block is there for: ``expect`` names the one diagnostic
that a faulty example gives, ``file`` its path in the page's project, ``shape`` the command
that prints JSON of this shape, ``messages`` a table of what quizgen answers, and ``adds``
what the code of a page adds to quizgen.
"""

from __future__ import annotations

import functools
import re
import shlex
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt
from markdown_it.token import Token

import quizgen
from quizgen.cli import cli
from support.paths import ROOT

SAMPLE = ROOT / "question_bank" / "seoul-talks"
TUTORIAL = "docs/writing-questions.md"
EXTENDING = "docs/extending.md"
FORMATS = "docs/formats.md"
README = ROOT / "README.md"
PAGES = {
    path.relative_to(ROOT).as_posix(): path
    for path in (README, *ROOT.glob("C*.md"), *sorted(ROOT.glob("docs/**/*.md")))
}


class Block(NamedTuple):
    """A fenced block: its `language`, what the comment above it says, and where it stands."""

    language: str
    content: str
    directives: dict[str, str]
    heading: str
    line: int


class Table(NamedTuple):
    """The cells as Markdown, without the header."""

    header: list[str]
    rows: list[list[str]]
    directives: dict[str, str]
    heading: str


class Page(NamedTuple):
    """What of a page the tests look at."""

    blocks: list[Block]
    tables: list[Table]
    headings: list[str]
    links: list[str]


@functools.cache
def page(name: str) -> Page:
    text = PAGES[name].read_text(encoding="utf-8")
    found = Page([], [], [], re.findall(r'<img[^>]*\bsrc="([^"]+)"', text))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    heading = ""
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        directives = _directives(before)
        if token.type == "heading_open":
            heading = tokens[index + 1].content
            found.headings.append(heading)
        elif token.type == "fence":
            line = token.map[0] + 1 if token.map else 0
            found.blocks.append(Block(token.info, token.content, directives, heading, line))
        elif token.type == "table_open":
            header, *rows = _rows(tokens[index:])
            found.tables.append(Table(header, rows, directives, heading))
        elif token.type == "inline":
            found.links.extend(_links(token.children or ()))
    return found


def _directives(token: Token | None) -> dict[str, str]:
    if token is None or token.type != "html_block":
        return {}
    return dict(re.findall(r"<!-- (\w+):? ?(.*?) -->", token.content))


def _rows(tokens: Iterable[Token]) -> Iterator[list[str]]:
    row: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(token.content)
        elif token.type == "tr_close":
            yield row
        elif token.type == "table_close":
            return


def _links(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        target = token.attrGet("href") or token.attrGet("src")
        if target:
            yield str(target)


def examples(language: str) -> list[Any]:
    """The blocks that stand for themselves."""
    return [
        pytest.param(block, id=f"{name}:{block.line}")
        for name in PAGES
        for block in page(name).blocks
        if block.language == language and "file" not in block.directives
    ]


def example_bank(root: Path, topic: str) -> Path:
    """A bank about the sample's passage with one topic file. Gives its folder."""
    folder = root / "question_bank" / "example"
    folder.mkdir(parents=True)
    math = "math: true\n" if "$x" in topic else ""
    (folder / "bank.yaml").write_text(f"id: example\ntitle: Example\npassage: passage.md\n{math}")
    shutil.copy(SAMPLE / "passage.md", folder)
    (folder / "topic.yaml").write_text(topic, encoding="utf-8")
    (folder / "media").mkdir()
    for name in re.findall(r"\(([\w-]+\.mp3)\)", topic):
        (folder / "media" / name).write_bytes(b"ID3" + bytes(400))
    return folder


def diagnose(text: str, project: Path, scratch: Path) -> list[str]:
    """The names of what is wrong with a YAML example, whichever kind of file it is from."""
    if text.startswith("- "):
        text = f"topic: example\nquestions:\n{text}"
    if re.search("^questions:", text, re.MULTILINE):
        path = example_bank(scratch, text)
    elif re.search("^bank:", text, re.MULTILINE):
        path = project / "decks" / "example.yaml"
        path.write_text(text, encoding="utf-8")
    else:
        path = shutil.copytree(SAMPLE, scratch / "bank")
        (path / "bank.yaml").write_text(text, encoding="utf-8")
    return [diagnostic.name for diagnostic in quizgen.check(path)]


def call(line: str) -> Result:
    program, *arguments = shlex.split(line)
    assert Path(program).name == "quizgen", "run it here, or add it to NOT_RUN with the reason"
    return CliRunner().invoke(cli, arguments, prog_name="quizgen", standalone_mode=False)
