"""Where the characters of a value stand in its file."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.source import Span
from quizgen.readers.yaml import ScalarNode


def places_in(node: ScalarNode, parts: Sequence[tuple[int, int]]) -> list[Span]:
    r"""Return the place of each of `parts` of the value of `node`, from a start up to an end.

    It is that of `node` for a part that is empty, and for one behind an escape such as ``\u00e9``.
    """
    offsets = _offsets(node) if parts else []
    source = node.source
    return [
        Span(source, source.position(offsets[start]), source.position(offsets[end - 1] + 1))
        if start < end <= len(offsets)
        else node
        for start, end in parts
    ]


def _offsets(node: ScalarNode) -> list[int]:
    """Return where in the file each character of the value of `node` stands.

    They end before the first that is typed otherwise. Spaces and ends of lines may be others than
    in the value, for YAML folds lines and takes their indents away.
    """
    text = node.source.text
    here = node.source.offset(node.start.line) + node.start.column
    end = node.source.offset(node.end.line) + node.end.column
    if text[here : here + 1] in ("|", ">"):
        here = text.find("\n", here, end) + 1 or end
    elif text[here : here + 1] in ('"', "'"):
        here += 1
    offsets: list[int] = []
    for character in node.value:
        if character.isspace():
            offsets.append(here)
            continue
        while here < end and text[here].isspace():
            here += 1
        if text[here : here + 1] in ("\\", "'") and text[here] != character:
            here += 1  # it escapes the next one, or the end of the line
            if text[here - 1] == "\\" and text[here : here + 1].isalnum():
                break  # a sign for another character, such as \n
            while here < end and text[here].isspace():
                here += 1
        if here >= end or text[here] != character:
            break
        offsets.append(here)
        here += 1
    return offsets
