"""Texts: Markdown, on one line or in blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.source import Position, Span
from quizgen.model.text import (
    BLOCKS,
    Gap,
    GapBlock,
    Image,
    Run,
    Sound,
    Text,
    filled,
    gaps_of,
    inline_runs,
    is_blank,
    parse_text,
)
from quizgen.model.text.markdown import unprintable, visible
from quizgen.readers.shapes.base import Reading, scalar
from quizgen.readers.yaml import Node, ScalarNode


class InlineText:
    """Inline Markdown: no list, table or other block."""

    noun = "a text"
    blocks: frozenset[str] = frozenset()
    """What blocks of the text may be called, as `block_places` calls them."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the text in `node`, or None once the reason has been reported.

        A text that shows nothing, such as one of spaces, is a fault, and so is a block that the
        shape does not hold. Pictures and sounds in the text are added to ``reading.pictures``.
        """
        if not isinstance(node, ScalarNode) or not node.value:
            scalar(node, self.noun, reading)
            return None
        text = parse_text(node.value, node, math=reading.math)
        if text.has_blocks:
            if not report_blocks(node, self.blocks, reading):
                return None
        elif " - " in node.value and node.start_line != node.end_line:
            _warn_of_swallowed_dash(node, reading)
        if len(text.runs) == 1 and text.runs[0] is node.value and not is_blank(text):
            return text
        if is_blank(text):
            reading.report.error(
                "empty-value", node, "this text shows nothing", "fill it in, or remove the key"
            )
            return None
        note_oddities(node, text.runs, reading)
        return text


class BlockText(InlineText):
    """Markdown that may hold lists, tables, code and quotations."""

    blocks = frozenset(("a list", "a table", "a block of code", "a quotation"))


def report_blocks(
    node: ScalarNode, held: frozenset[str], reading: Reading, source: str | None = None
) -> bool:
    """Report each block in `node` that is not called one of `held`; return whether there is none.

    Each is reported at the line that it begins on. `source` is the text to look at, if it is not
    that of `node`.
    """
    from quizgen.model.text.block_markdown import block_places  # most texts have no block

    ok = True
    text = node.value if source is None else source
    for name, line in block_places(visible(text), math=reading.math):
        if name not in held:
            ok = False
            place = "here" if held else "in a text that is set on one line"
            reading.report.error(
                "misplaced-block",
                _line_of(line, node),
                f"{name} cannot stand {place}",
                _way_out(name, line, has_blocks=bool(held)),
            )
    return ok


def _way_out(name: str, line: str, *, has_blocks: bool) -> str:
    from quizgen.model.text.block_markdown import EXTRA_CELLS, MAX_COLUMNS, TOO_DEEP, TOO_WIDE

    if name == TOO_DEEP:
        return "put fewer lists or quotations inside each other"
    if name == TOO_WIDE:
        return f"a page holds {MAX_COLUMNS} columns; turn the table, or make two of it"
    if name == EXTRA_CELLS:
        return "give the table's head a column more, or write the sign itself as `\\|`"
    if name == "a heading" and has_blocks and (words := _words_of_heading(line)):
        return f"write it in bold: `**{words}**`; for the sign itself, `\\#`"
    if name in ("a heading", "a line across the page"):
        return "leave out the line of signs; a backslash before its first sign shows it as it is"
    what = "write it as a sentence" if has_blocks else "put it into the question's text"
    return f"{what}; a backslash before its first sign shows the sign itself"


def _words_of_heading(line: str) -> str:
    """Return the words behind the ``#`` of `line`, which may stand in a list or a quotation."""
    marks, sign, words = line.partition("#")
    return words.strip("# ") if sign and not marks.strip("> -*+.)0123456789") else ""


def _line_of(typed: str, node: ScalarNode) -> Span:
    """Return the place of the line `typed` within `node`; that of `node` if it is not found.

    A line that is all of it is looked for before one that holds it.
    """
    numbers = range(node.line, node.end.line + 2)
    whole = [number for number in numbers if node.source.line(number).strip() == typed]
    for number in (*whole, *numbers):
        after = node.start.column if number == node.line else 0
        column = node.source.line(number).find(typed, after)
        if typed and column >= 0:
            start, end = Position(number - 1, column), Position(number - 1, column + len(typed))
            return Span(node.source, start, end)
    return node


def _warn_of_swallowed_dash(node: ScalarNode, reading: Reading) -> None:
    """Warn of each line of `node` that begins with a dash.

    The dash of a list that is indented too far is read as part of the text above it.
    """
    for number in range(node.line + 1, node.end.line + 2):
        line = node.source.line(number)
        if line.lstrip().startswith("- "):
            column = len(line) - len(line.lstrip())
            place = Position(number - 1, column)
            reading.report.warning(
                "swallowed-dash",
                Span(node.source, place, Position(number - 1, column + 1)),
                "this line goes on with the text above it, dash and all",
                "put the dash below the other dashes of the list, or the whole text in quotes",
            )


def note_oddities(node: ScalarNode, runs: Iterable[Run | object], reading: Reading) -> None:
    """Add pictures and sounds among `runs`, the text in `node`, to ``reading.pictures``.

    Also those inside gaps. Report an invisible character, and pictures without a description.
    """
    character = unprintable(node.value)
    if character is not None:
        reading.report.warning(
            "control-character",
            node,
            f"this text holds the invisible character U+{ord(character):04X}",
            "delete it; until then a visible sign stands in its place",
        )
    for run in _with_inner(runs):
        if isinstance(run, GapBlock):
            note_oddities(node, (*filled((run,), lambda gap: ()), *gaps_of((run,))), reading)
        if isinstance(run, Gap):
            hint = run.hint.runs if run.hint else ()
            note_oddities(node, (*run.answer.runs, *hint), reading)
        if not isinstance(run, Image | Sound):
            continue
        reading.pictures.append((run, node))
        if isinstance(run, Image) and not run.alt.strip():
            reading.report.error(
                "missing-alt-text",
                node,
                f"the picture {run.name} has no description for those who cannot see it",
                f"write ![what the picture shows]({run.name})",
            )


def _with_inner(runs: Iterable[Run | object]) -> Iterator[Run | object]:
    """Yield `runs`, with the runs inside of each block in its place."""
    for run in runs:
        if isinstance(run, BLOCKS):
            yield from inline_runs((run,))
        else:
            yield run
