"""Author text in GIFT: as HTML, or as plain characters where Moodle takes no HTML.

All text leaves through `escaped`, on one line: a blank line ends a question, and a line that
begins with ``//`` or ``$CATEGORY`` is no text.
"""

from __future__ import annotations

import re

from quizgen.model.text import Text
from quizgen.model.text.html import HtmlText
from quizgen.model.text.runs import inline_runs

_CONTROLS = re.compile(r"([\\~=#{}:])")
_FORMULA_SIGNS = re.compile(r"\\[(\[]|\$\$")
"""What begins a formula for Moodle's filters, wherever it stands."""
_UNSAYABLE = re.compile(r"->|&&\d{3};")
"""GIFT's own arrow, and the codes that Moodle puts for escaped characters: no escape for either."""

HTML = HtmlText()


def escaped(text: str) -> str:
    r"""Return `text` on one line, with a backslash before each control character of GIFT.

    A line break, as in code, becomes ``\n``, and spaces stay as they are.
    """
    return r"\n".join(_CONTROLS.sub(r"\\\1", line) for line in text.splitlines())


def html(text: Text | None) -> str:
    """Return the HTML of `text`, not yet escaped for GIFT."""
    return HTML.text(text)


def plain_answer(text: str) -> str:
    """Return the answer `text` that is typed or chosen from a list, escaped.

    Moodle takes ``%`` at the beginning for a share of the points, and ``[`` for a text format.
    """
    prefix = "[plain]" if text.lstrip().startswith(("%", "[")) else ""
    return prefix + escaped(" ".join(text.split()))


def is_unsayable(text: str) -> bool:
    """Return whether plain `text` has characters that GIFT acts on and cannot escape."""
    return _UNSAYABLE.search(text) is not None


def looks_like_formula(text: Text) -> bool:
    """Return whether plain characters of `text` would begin a formula in Moodle."""
    return any(
        isinstance(run, str) and _FORMULA_SIGNS.search(run) for run in inline_runs(text.runs)
    )
