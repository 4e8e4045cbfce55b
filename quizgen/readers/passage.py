"""``passage.md``: a title and numbered paragraphs."""

from __future__ import annotations

from markdown_it import MarkdownIt

from quizgen.model.bank import Passage
from quizgen.model.diagnostics import Report
from quizgen.model.source import Position, Source, Span
from quizgen.model.text import Text, parse_text


def read_passage(
    source: Source, report: Report, *, math: bool = False, language: str | None = None
) -> Passage | None:
    """The passage that `source` holds: ``# Title``, then paragraphs or a numbered list of them.

    `math` as for `parse_text`, `language` as for `Passage`. Beside a numbered list, paragraphs
    outside of it bear no number.
    """
    title: Text | None = None
    paragraphs: list[Text] = []
    numbers: list[int | None] = []
    number: int | None = None
    block = ""
    for token in MarkdownIt("commonmark", {"html": False}).parse(source.text):
        if token.type in {"heading_open", "paragraph_open"}:
            block = token.tag
        elif token.type == "list_item_open" and token.level == 1:
            number = _next(number, token.info)
        elif token.level == 0:
            number = None
        elif token.type == "inline":
            text = parse_text(token.content, _span(source, token.map or [0, 0]), math=math)
            if block == "h1" and title is None:
                title = text
            elif block == "p":
                paragraphs.append(text)
                numbers.append(number)
    if not paragraphs:
        report.error(
            "empty-file",
            source.whole(),
            "this passage has no paragraph",
            "write a title, `# Title`, and the paragraphs below it",
        )
        return None
    counted = numbers if any(number is not None for number in numbers) else ()
    return Passage(title or Text(()), tuple(paragraphs), tuple(counted), language)


def _next(number: int | None, typed: str) -> int | None:
    """The number of a list's next part: the one typed, or one more where that does not rise."""
    if not typed:
        return None
    return int(typed) if number is None else max(int(typed), number + 1)


def _span(source: Source, lines: list[int]) -> Span:
    return Span(source, Position(lines[0], 0), Position(max(lines[1] - 1, lines[0]), 0))
