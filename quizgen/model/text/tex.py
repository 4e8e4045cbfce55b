r"""The TeX that a formula may hold: an allow-list, because MathJax does more than set characters.

``\href``, ``\style``, ``\mmlToken`` and ``\require{html}`` make links, ids and styles of the page
that shows a card, and ``\def`` changes every card that is shown after it.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern

MAX_LENGTH_OF_SPACE = 20.0
"""The most of a unit, such as em, that a space may take. A line of a card has some 40 em."""

_SIGNS = frozenset(" !#$%&,:;>\\_{|}\u00a0")
"""Characters that may stand behind a backslash."""

_ENVIRONMENTS = frozenset(
    re.sub(
        r"(\S+)\*",
        r"\1 \1*",
        "align* alignat* aligned alignedat array bmatrix* Bmatrix* bsmallmatrix* Bsmallmatrix* "
        "cases* CD dcases* drcases* eqnarray* equation* flalign* gather* gathered lgathered "
        "matrix* multline* multlined numcases pmatrix* psmallmatrix* rcases* rgathered "
        "smallmatrix* split subarray subnumcases vmatrix* Vmatrix* vsmallmatrix* Vsmallmatrix* "
        "xalignat* xxalignat",
    ).split()
)
"""The environments of MathJax 3.2.2, without those that take settings (``empheq``)."""

_ATOM = pattern(r"\\(?P<name>[A-Za-z]+|.|\Z)", re.DOTALL)
_ENVIRONMENT = pattern(r"\s*\{\s*(?P<name>[A-Za-z]+\*?)\s*\}")
_COLOUR = pattern(r"\s*\{\s*(?:[A-Za-z]+|#[0-9A-Fa-f]{3,8})\s*\}")
_LENGTH = pattern(r"\*?\s*[\[{]?\s*(?P<length>[-+]?[\d.,]+)\s*(?:[a-z]{2})")
_SPACES = frozenset(("above", "hskip", "hspace", "kern", "mkern", "mskip", "mspace", "\\"))
_MORE_LENGTHS = {
    "genfrac": pattern(r"(?:\s*\{[^{}]*\}){2}\s*\{\s*(?P<length>[-+]?[\d.,]+)"),
    "abovewithdelims": pattern(r"\s*\S\s*\S\s*(?P<length>[-+]?[\d.,]+)"),
}
_WITH_OPTIONS = frozenset(("cancel", "bcancel", "xcancel", "cancelto"))
"""Commands for which MathJax takes attributes in square brackets."""

_CHEMISTRY = frozenset(("ce", "pu"))
"""mhchem's commands. It reads a double backslash as the beginning of a command."""


class TexFault(NamedTuple):
    """A part of a formula that is not allowed: `text` as typed, and `why` in words."""

    text: str
    why: str


@functools.lru_cache(maxsize=4096)
def tex_fault(tex: str) -> TexFault | None:
    """Return the first part of the formula `tex` that is not allowed, or None."""
    chemistry = False
    for match in _ATOM.finditer(tex):
        name = match["name"]
        fault = _fault(name, tex, match.end())
        if fault is not None:
            return TexFault(match[0], fault)
        chemistry |= name in _CHEMISTRY
        if chemistry and "\\\\" in tex:
            return TexFault("\\\\", "is not for formulas of chemistry")
    return None


def _fault(name: str, tex: str, end: int) -> str | None:
    """Return why the command `name`, which ends at `end` in `tex`, is not allowed, or None."""
    if not (name in _SIGNS or name in _commands()):
        return "is not among the commands that only set characters"
    if name in ("begin", "end"):
        environment = _ENVIRONMENT.match(tex, end)
        if environment is None or environment["name"] not in _ENVIRONMENTS:
            return "names no environment that only sets characters"
    if name in ("color", "textcolor") and _COLOUR.match(tex, end) is None:
        return "needs the name of a colour in braces, or #RRGGBB"
    if name in _WITH_OPTIONS and tex[end:].lstrip().startswith("["):
        return "may have no settings in square brackets"
    length = _length(name, tex, end)
    if length is not None and length > MAX_LENGTH_OF_SPACE:
        return f"makes a space of more than {MAX_LENGTH_OF_SPACE:g}"
    return None


def _length(name: str, tex: str, end: int) -> float | None:
    pattern = _LENGTH if name in _SPACES else _MORE_LENGTHS.get(name)
    match = pattern.match(tex, end) if pattern else None
    if match is None:
        return None
    try:
        return abs(float(match["length"].replace(",", ".")))
    except ValueError:
        return float("inf")


@functools.cache
def _commands() -> frozenset[str]:
    """Return the names of the commands that set characters and do nothing else.

    MathJax 3.2.2 in Anki 26.9.3 knows 1,000 of them; the rest are names of characters that
    latex2mathml 3.81, which reads formulas for paper, knows besides.
    """
    text = Path(__file__).with_name("tex_commands.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
