"""Resolve the direction of each character: Unicode's bidirectional algorithm (UAX 9)."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from itertools import islice
from typing import Any
from unicodedata import bidirectional, category

from quizgen.model.pattern import pattern

RTL_LETTERS = pattern(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that run from right to left (DerivedBidiClass.txt, classes R and AL by default)."""

_LEFT, _RIGHT, _FIRST, _END = "\u2066\u2067\u2068\u2069"
"""The marks LRI, RLI and FSI, each of which begins an isolate, and PDI, which ends it."""
ISOLATES = frozenset((_LEFT, _RIGHT, _FIRST))

_MAX_DEPTH = 60
"""So many isolates may stand in each other: about as many as UAX 9 has levels for (BD2)."""

_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
"""The direction that a character of each class gives to a bracket pair around it (rule N0)."""

_MAX_OPEN = 63
"""Brackets that may wait for their counterparts; after one more, no pair is looked for (BD16)."""

_NEUTRAL = "\ufffc"
_UNKNOWN = ("", "LRI", "RLI", "FSI", "PDI")
"""Classes that python-bidi does not know: unassigned characters and isolates. `_NEUTRAL` replaces
them."""

_RESET_AT_END = frozenset(("WS", "LRI", "RLI", "FSI", "PDI"))
"""Classes that rule L1 gives the paragraph's level at its end."""


class Direction(enum.Enum):
    """How the lines of a document run.

    `MIXED` lines begin at the left, and have words in them that run from right to left.
    """

    LEFT_TO_RIGHT = "left to right"
    MIXED = "mixed"
    RIGHT_TO_LEFT = "right to left"


def embedding_levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each character of the paragraph `text`.

    Odd levels run from right to left. `base` is the paragraph's level, 0 or 1. Characters that
    only join letters or mark a direction have the level of the character before them.
    """
    levels = _nested_levels(text, base, depth=0)
    # White space and isolate marks at the end have the paragraph's level, even where an isolate
    # without an end holds them (rule L1).
    for place in range(len(text) - 1, -1, -1):
        if bidirectional(text[place]) not in _RESET_AT_END:
            break
        levels[place] = base
    return levels


def _nested_levels(text: str, base: int, depth: int) -> list[int]:
    """Return the level of each character of `text`, which stands in `depth` isolates."""
    # 1. Resolve the text around the isolates, each of which is one neutral character (X9, BD13).
    isolates = _isolates(text) if depth < _MAX_DEPTH else []
    around, start = "", 0
    for first, last in isolates:
        around += text[start:first] + _NEUTRAL
        start = last + 1
    outer = iter(_levels(around + text[start:], base))
    levels: list[int] = []
    start = 0
    for first, last in isolates:
        # 2. The marks of an isolate have the level of the text around it.
        levels += islice(outer, first - start)
        level = next(outer)
        # 3. Its content is resolved as a paragraph, and raised to the next level that runs its
        # way: odd for right to left, even for left to right (X5a, X5b).
        content = text[first + 1 : last]
        direction = _direction(text[first], content)
        lowest = level + 1 + (level + 1 + direction) % 2
        inner = _nested_levels(content, direction, depth + 1)
        levels += [level, *(inner_level - direction + lowest for inner_level in inner)]
        levels += [level] * (last < len(text))
        start = last + 1
    return [*levels, *outer]


def isolate(*, rtl: bool) -> tuple[str, str]:
    """Return the marks that begin and end an isolate, words that run one way on their own."""
    return _RIGHT if rtl else _LEFT, _END


def _isolates(text: str) -> list[tuple[int, int]]:
    """Return where each outermost isolate of `text` begins and ends (definition BD9).

    An isolate without an end goes on to the end of the paragraph.
    """
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in ISOLATES:
            opened.append(place)
        elif character == _END and opened:
            first = opened.pop()
            if not opened:
                pairs.append((first, place))
    return [*pairs, (opened[0], len(text))] if opened else pairs


def _direction(opening: str, inside: str) -> int:
    """Return 1 if the isolate that `opening` begins runs from right to left, else 0."""
    if opening != _FIRST:
        return int(opening == _RIGHT)
    depth = 0
    for character in inside:
        depth += (character in ISOLATES) - (character == _END)
        if not depth and bidirectional(character) in ("L", "R", "AL"):
            return int(bidirectional(character) != "L")
    return 0


def _levels(text: str, base: int) -> list[int]:
    """Return the level of each character of `text`, in which isolates are neutral characters.

    python-bidi's algorithm is that of Unicode 5, which has no isolates and no bracket pairs.
    """
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    known = "".join(_NEUTRAL if bidirectional(char) in _UNKNOWN else char for char in text)
    algorithm.get_embedding_levels(known, storage)
    characters = list(storage["chars"])
    # 1. Explicit levels of embeddings and overrides (X1 to X10), and weak types (W1 to W7).
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    # 2. Bracket pairs (N0), in each run of one level.
    for run in storage["runs"]:
        start = run["start"]
        _resolve_brackets(storage["chars"][start : start + run["length"]], run["sor"])
    # 3. Neutral types (N1, N2), and implicit levels (I1, I2).
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    # 4. Characters that rule X9 removes have the level of the character before them.
    resolved = set(map(id, storage["chars"]))
    levels: list[int] = []
    for character in characters:
        joins = bool(levels) and id(character) not in resolved
        levels.append(levels[-1] if joins else int(character["level"]))
    return levels


def _resolve_brackets(run: Sequence[dict[str, Any]], before: str) -> None:
    """Let the brackets of each pair in `run` run the same way (rule N0).

    `before` is the direction of what precedes the run, "L" or "R".
    """
    strong = [_STRONG.get(one["type"], "") for one in run]
    seen, context = 0, before
    for first, last in _bracket_pairs(run):
        context = next((one for one in reversed(strong[seen:first]) if one), context)
        seen = first
        inside = set(strong[first + 1 : last]) - {""}
        if not inside:  # Only neutral characters: the brackets stay neutral (N0 d).
            continue
        # The embedding direction wins if it is inside, else what comes before decides (N0 b, c).
        embedding = "LR"[run[first]["level"] % 2]
        direction = embedding if embedding in inside or context == embedding else context
        for place in (first, last):
            run[place]["type"] = strong[place] = direction


def _bracket_pairs(run: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return the places of paired brackets, sorted by the opening one (definition BD16)."""
    from bidi.mirror import MIRRORED

    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, character in enumerate(run):
        match category(character["ch"]) if character["type"] == "ON" else "":
            case "Ps":
                if len(opened) == _MAX_OPEN:
                    break
                opened.append((MIRRORED.get(character["ch"], ""), place))
            case "Pe":
                closing = [
                    at for at, (bracket, _) in enumerate(opened) if bracket == character["ch"]
                ]
                if closing:
                    pairs.append((opened[closing[-1]][1], place))
                    del opened[closing[-1] :]
    return sorted(pairs)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of `levels` in the order of display from left to right (rule L2)."""
    order = list(range(len(levels)))
    # From the highest level down, reverse each run of characters at that level or higher.
    for level in range(max(levels, default=0), 0, -1):
        start = None
        for place in range(len(order) + 1):
            inside = place < len(order) and levels[order[place]] >= level
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                order[start:place] = reversed(order[start:place])
                start = None
    return order
