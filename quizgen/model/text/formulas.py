"""``$…$`` and ``$$…$$`` as a rule of markdown-it's, for banks that declare ``math: true``.

mdit-py-plugins has such a rule, dollarmath. But for a dollar at the beginning of a text, its
version 0.7.0 takes the last character of the text for the character before the dollar: no formula
could begin a text that ends in a digit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.model.pattern import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

INLINE, DISPLAY = "formula", "formula_display"
"""The types of the tokens that the rule makes."""

_INSIDE = r"(?:\\.|[^\\$])+?"
FORMULA = pattern(
    rf"\$\$(?P<display>{_INSIDE})\$\$|\$(?!\s)(?P<inline>{_INSIDE})(?<!\s)\$(?!\d)", re.DOTALL
)
"""Pandoc's rule (tex_math_dollars): no space inside the dollars, no digit after the last one.

So ``between $5 and $7`` stays money.
"""

_BRACES = pattern(r"\\.|[{}]", re.DOTALL)


def formula_plugin(parser: MarkdownIt) -> None:
    """Add a rule to `parser` that makes tokens of formulas.

    Their content is TeX, with a space for each run of white space.
    """
    parser.inline.ruler.before("escape", INLINE, _rule)


def _rule(state: StateInline, silent: bool) -> bool:
    """Return whether a formula begins at the position of `state`, and move it behind the formula.

    The token of the formula is added unless `silent`, which is markdown-it's way to look ahead.
    """
    match = FORMULA.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    tex = on_one_line(match["display"] or match["inline"])
    if not tex:
        return False
    if not silent:
        token = state.push(DISPLAY if match["display"] else INLINE, "", 0)
        token.content = tex
    state.pos = match.end()
    return True


def on_one_line(tex: str) -> str:
    """Return `tex` with each run of white space as one space, and none at the ends.

    A backslash at the end keeps the space behind it: the two are TeX's control space, while the
    backslash alone would escape the delimiter that ends the formula.
    """
    line = " ".join(tex.split())
    backslashes = len(line) - len(line.rstrip("\\"))
    return line + " " * (backslashes % 2)


def is_balanced(tex: str) -> bool:
    r"""Return whether each brace of `tex` has its partner; ``\{`` is a character, not a brace."""
    depth = 0
    for brace in _BRACES.findall(tex):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return depth == 0
