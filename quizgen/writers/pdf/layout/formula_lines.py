"""Where a formula that is wider than a line may be divided: behind operators, as in TeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.writers.pdf.layout.math import Formula, set_formula

_RELATIONS = (
    "pm|mp|times|div|cdot|ast|circ|cup|cap|wedge|vee|oplus|otimes|setminus|leq?|geq?|neq?|ll|gg"
    "|approx|equiv|sim|simeq|cong|propto|subset|subseteq|supset|supseteq|in|ni|to|mapsto|implies"
    "|iff|rightarrow|leftarrow|Rightarrow|Leftarrow|leftrightarrow|Leftrightarrow|parallel|perp"
)
_TOKEN = re.compile(
    rf"(?P<operator>\\(?:{_RELATIONS})(?![A-Za-z])|[+\-=<>])"
    r"|(?P<open>\\left(?![A-Za-z])|\\begin\s*\{\w+\*?\}|[{(\[])"
    r"|(?P<close>\\right(?![A-Za-z])|\\end\s*\{\w+\*?\}|[})\]])"
    r"|(?P<script>[_^])|(?P<space>\s+)|(?P<other>\\[A-Za-z]+|\\.|.)",
    re.DOTALL,
)


def divided(tex: str) -> list[str]:
    """Return `tex` in the parts between which a line may end; one if there is no such place.

    A part ends with an operator that stands between two others, outside of all brackets.
    """
    parts, start, depth = [], 0, 0
    is_operand = is_script = False
    for token in _TOKEN.finditer(tex):
        kind = token.lastgroup
        if kind == "space":
            continue
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "operator" and depth == 0 and is_operand and not is_script:
            parts.append(tex[start : token.end()])
            start, is_operand = token.end(), False
            continue
        is_script = kind == "script"
        is_operand = is_operand or kind != "operator"
    rest = tex[start:]
    if not rest.strip():  # an operator ends the formula
        rest = parts.pop() + rest if parts else rest
    return [*parts, rest] if depth == 0 else [tex]


def set_lines(tex: str, display: bool, size: float, width: float) -> list[Formula]:
    """Return `tex` in parts, none wider than `width` points if its operators allow it.

    Parts of a formula within a text are as short as can be, for the text decides where its lines
    end; those of one on lines of its own fill them. Empty where it can't be set.
    """
    whole = set_formula(tex, display, size)
    if whole is None or whole.width <= width:
        return [] if whole is None else [whole]
    parts = divided(tex)
    lines = list(_filled(parts, size, width)) if display else parts
    formulas = [set_formula(line, display, size) for line in lines]
    return [one for one in formulas if one] if all(formulas) else [whole]


def _filled(parts: list[str], size: float, width: float) -> Iterator[str]:
    """Yield `parts` joined to lines that are as long as `width` allows."""
    line = ""
    for part in parts:
        longer = set_formula(line + part, True, size)
        if line and (longer is None or longer.width > width):
            yield line
            line = ""
        line += part
    yield line


def least_scale(tex: str, display: bool, size: float, width: float, max_height: float) -> float:
    """Return how small `tex` must be set so that its parts fit: a part of its `size`, 1 at most."""
    scales = [1.0]
    for formula in set_lines(tex, display, size, width):
        height = formula.ascent + formula.descent
        scales.append(width / formula.width if formula.width > 0 else 1.0)
        scales.append(max_height / height if height > 0 else 1.0)
    return min(scales)
