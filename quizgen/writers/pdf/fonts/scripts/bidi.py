"""Which way each character runs: Unicode's bidirectional algorithm (UAX 9)."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from itertools import islice
from typing import Any
from unicodedata import bidirectional, category

RTL_LETTERS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that run from right to left (DerivedBidiClass.txt, classes R and AL by default)."""

_LEFT, _RIGHT, _FIRST, _END = "\u2066\u2067\u2068\u2069"
"""What begins an isolate, one that runs like its first strong letter, and what ends any."""
ISOLATES = frozenset((_LEFT, _RIGHT, _FIRST))

_DEEPEST = 60
"""So many isolates may stand in each other: about as many as UAX 9 has levels for (BD2)."""

_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
"""What directs a bracket, and which way."""

_MOST_OPEN = 63
"""Brackets that may wait for their counterparts; after one more, no pair is looked for (BD16)."""

_NEUTRAL = "\ufffc"
_UNKNOWN = ("", "LRI", "RLI", "FSI", "PDI")
"""Stands for code points without a character and for isolates, of which that algorithm knows
nothing."""


class Direction(enum.Enum):
    """How the lines of a document run: all from left to right; so, but with texts in them
    that turn; or all from right to left."""

    STRAIGHT = "straight"
    TURNING = "turning"
    RIGHT_TO_LEFT = "right to left"


def embedding_levels(text: str, base: int, depth: int = 0) -> list[int]:
    """The level of each character of a paragraph: odd ones run from right to left.

    `base` is 1 where the paragraph does as a whole. What only joins letters or marks a
    direction has the level of the character before it. `depth`: how many isolates `text`
    stands in.
    """
    isolates = _isolates(text) if depth < _DEEPEST else []
    around, start = "", 0
    for first, last in isolates:
        around += text[start:first] + _NEUTRAL
        start = last + 1
    outer = iter(_levels(around + text[start:], base))
    levels: list[int] = []
    start = 0
    for first, last in isolates:
        levels += islice(outer, first - start)
        level = next(outer)
        inside = text[first + 1 : last]
        own = _direction(text[first], inside)
        least = level + 1 + (level + 1 + own) % 2
        inner = embedding_levels(inside, own, depth + 1)
        levels += [level, *(one - own + least for one in inner)]
        levels += [level] * (last < len(text))
        start = last + 1
    return [*levels, *outer]


def isolate(*, rtl: bool) -> tuple[str, str]:
    """What stands before and after words that run from right to left, or from left to right,
    whatever surrounds them."""
    return _RIGHT if rtl else _LEFT, _END


def _isolates(text: str) -> list[tuple[int, int]]:
    """The places where isolates begin and end that stand in no other one. One without an end
    goes on to that of the paragraph."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in ISOLATES:
            opened.append(place)
        elif character == _END and opened:
            first = opened.pop()
            if not opened:
                found.append((first, place))
    return [*found, (opened[0], len(text))] if opened else found


def _direction(opening: str, inside: str) -> int:
    """1 for an isolate that runs from right to left."""
    if opening != _FIRST:
        return int(opening == _RIGHT)
    depth = 0
    for character in inside:
        depth += (character in ISOLATES) - (character == _END)
        if not depth and bidirectional(character) in ("L", "R", "AL"):
            return int(bidirectional(character) != "L")
    return 0


def _levels(text: str, base: int) -> list[int]:
    """The same for a text whose isolates are neutral: python-bidi's algorithm is that of
    Unicode 5, which knows none."""
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    known = "".join(_NEUTRAL if bidirectional(one) in _UNKNOWN else one for one in text)
    algorithm.get_embedding_levels(known, storage)
    characters = list(storage["chars"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    for run in storage["runs"]:
        start = run["start"]
        _resolve_brackets(storage["chars"][start : start + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    resolved = set(map(id, storage["chars"]))
    levels: list[int] = []
    for character in characters:
        joins = bool(levels) and id(character) not in resolved
        levels.append(levels[-1] if joins else int(character["level"]))
    return levels


def _resolve_brackets(run: Sequence[dict[str, Any]], before: str) -> None:
    """Rule N0, which python-bidi lacks: the brackets of a pair run the same way.

    `before` is the direction of what precedes the run.
    """
    strong = [_STRONG.get(one["type"], "") for one in run]
    seen, context = 0, before
    for first, last in _bracket_pairs(run):
        context = next((one for one in reversed(strong[seen:first]) if one), context)
        seen = first
        inside = set(strong[first + 1 : last]) - {""}
        if not inside:
            continue
        own = "LR"[run[first]["level"] % 2]
        direction = own if own in inside or context == own else context
        for place in (first, last):
            run[place]["type"] = strong[place] = direction


def _bracket_pairs(run: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """The places of brackets that belong together, by their first (definition BD16)."""
    from bidi.mirror import MIRRORED

    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, one in enumerate(run):
        match category(one["ch"]) if one["type"] == "ON" else "":
            case "Ps":
                if len(opened) == _MOST_OPEN:
                    break
                opened.append((MIRRORED.get(one["ch"], ""), place))
            case "Pe":
                closing = [at for at, (wanted, _) in enumerate(opened) if wanted == one["ch"]]
                if closing:
                    pairs.append((opened[closing[-1]][1], place))
                    del opened[closing[-1] :]
    return sorted(pairs)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The places of what has these `levels`, in the order they stand in from left to right
    (UAX 9, rule L2)."""
    order = list(range(len(levels)))
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
