"""``&#123;``, a character by its number, as a rule of markdown-it's.

CommonMark reads names as well, ``&lt;`` for a less-than sign. Here they are text: a question about
HTML shows what its author typed. So are the numbers of HTML's own five signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.model.pattern import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_CODE = pattern(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
"""The lengths are CommonMark's (6.2)."""

_SIGNS = frozenset("<>&\"'")
"""What HTML writes as codes: an author who types the code of one wants to show the code."""


def character_code_plugin(parser: MarkdownIt) -> None:
    """Put the rule in the place of CommonMark's."""
    parser.inline.ruler.at("entity", _rule)


def _rule(state: StateInline, silent: bool) -> bool:
    """Return whether a code begins at the position of `state`, and move it behind the code.

    Its character is added unless `silent`, which is markdown-it's way to look ahead.
    """
    match = _CODE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    character = _character(int(match[1], 16) if match[1] else int(match[2]))
    if character in _SIGNS:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content = character
        token.markup = match[0]
        token.info = "entity"
    state.pos = match.end()
    return True


def _character(code: int) -> str:
    """Return the character with the number `code`, U+FFFD for one that text cannot hold."""
    from markdown_it.common.utils import fromCodePoint, isValidEntityCode

    return fromCodePoint(code) if isValidEntityCode(code) else "\ufffd"
