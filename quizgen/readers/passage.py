"""``passage.md``: a title and numbered paragraphs."""

from __future__ import annotations

from markdown_it import MarkdownIt

from quizgen.bank import Passage
from quizgen.diagnostics import Report
from quizgen.source import Position, Source, Span
from quizgen.text import Text, parse_text


def read_passage(source: Source, report: Report, *, math: bool = False) -> Passage | None:
    """The passage that `source` holds: ``# Title``, then paragraphs or a numbered list of them.

    `math` as for `parse_text`.
    """
    title: Text | None = None
    paragraphs: list[Text] = []
    block = ""
    for token in MarkdownIt("commonmark", {"html": False}).parse(source.text):
        if token.type in {"heading_open", "paragraph_open"}:
            block = token.tag
        elif token.type == "inline":
            text = parse_text(token.content, _span(source, token.map or [0, 0]), math=math)
            if block == "h1" and title is None:
                title = text
            elif block == "p":
                paragraphs.append(text)
    if not paragraphs:
        report.error(
            "empty-file",
            source.whole(),
            "this passage has no paragraph",
            "write a title, `# Title`, and the paragraphs below it",
        )
        return None
    return Passage(title or Text(()), tuple(paragraphs))


def _span(source: Source, lines: list[int]) -> Span:
    return Span(source, Position(lines[0], 0), Position(max(lines[1] - 1, lines[0]), 0))
