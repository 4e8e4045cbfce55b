"""Texts: inline Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.model.source import Position, Span
from quizgen.model.text import Gap, Image, Run, Sound, Text, is_blank, parse_text
from quizgen.model.text.markdown import unprintable
from quizgen.readers.shapes.base import Reading, scalar
from quizgen.readers.yaml import Node, Scalar


class InlineText:
    """Inline Markdown."""

    noun = "a text"

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the text in `node`, or None once the reason has been reported.

        A text that shows nothing, such as one of spaces, is a fault. Pictures and sounds in the
        text are added to ``reading.pictures``.
        """
        if not isinstance(node, Scalar) or not node.value:
            scalar(node, self.noun, reading)
            return None
        if node.start.line != node.end.line and " - " in node.value:
            _warn_of_swallowed_dash(node, reading)
        text = parse_text(node.value, node, math=reading.math)
        if len(text.runs) == 1 and text.runs[0] is node.value and not is_blank(text):
            return text
        if is_blank(text):
            reading.report.error(
                "empty-value", node, "this text shows nothing", "fill it in, or remove the key"
            )
            return None
        note_oddities(node, text.runs, reading)
        return text


def _warn_of_swallowed_dash(node: Scalar, reading: Reading) -> None:
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


def note_oddities(node: Scalar, runs: Iterable[Run | object], reading: Reading) -> None:
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
    for run in runs:
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
