"""Styles and scripts of cards hold to what Chromium 85 and Safari 14 know.

AnkiDroid shows cards in the WebView of the phone, AnkiMobile in that of iOS, and neither may be
newer. Versions are those of MDN's browser-compat-data.
"""

from __future__ import annotations

import re

import pytest

from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.anki.planning import stylesheet

TOO_NEW_CSS = {
    "inset, in one word or by the line": r"\binset(-inline|-block)?\s*:",
    "inset by the line": r"\binset-(inline|block)-(start|end)\s*:",
    "margins and paddings of two sides by the line": r"(margin|padding)-(inline|block)\s*:",
    ":is, :where, :has": r":(is|where|has|dir)\(",
    "gaps of flex boxes": r"\bgap\s*:",
    "aspect-ratio": r"aspect-ratio",
    "new colours": r"color-mix|oklch|lab\(",
    "nesting and layers": r"@layer|@container|&\s",
    "new units": r"\d(dvh|svh|lvh|cqw|lh)\b",
}
TOO_NEW_JS = {
    "optional chaining": r"\?\.[A-Za-z_(\[]",
    "nullish": r"\?\?",
    "logical assignment": r"(\|\||&&|\?\?)=",
    "looking behind": r"\(\?<[=!]",
    "methods": r"\.(at|replaceAll|hasOwn|findLast|toSorted|toReversed|replaceChildren)\(",
    "literals of whole numbers": r"\b\d+n\b|\b\d_\d",
    "private and static fields": r"\bstatic\s|this\.#",
    "structuredClone": r"structuredClone",
}


def without_remarks(source: str) -> str:
    return re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)


def without_supports(css: str) -> str:
    """`css` without blocks that older browsers pass over because they ask for the feature."""
    css = re.sub(r"@supports \(.*?\n}\n", "", css, flags=re.DOTALL)
    return re.sub(r"@supports not \(.*?\)", "", css)


@pytest.mark.parametrize("what", TOO_NEW_CSS)
def test_styles(what: str) -> None:
    css = without_supports(without_remarks(stylesheet()))
    assert re.findall(TOO_NEW_CSS[what], css) == []


def test_what_older_browsers_do_not_know_has_a_plain_line_before_it() -> None:
    css = without_remarks(stylesheet())
    for block in re.findall(r"{([^{}]*)}", css):
        if "overflow-wrap: anywhere" in block:
            assert "overflow-wrap: break-word" in block
    for selector in re.findall(r"([^{};]+){", without_supports(css)):
        assert ":focus-visible" not in selector.replace(":not(:focus-visible)", ""), selector


@pytest.mark.parametrize("what", TOO_NEW_JS)
def test_scripts(what: str) -> None:
    sides = [side for n in NOTE_TYPES for t in n.templates for side in (t.front, t.back)]
    for script in re.findall(r"<script>(.*?)</script>", "".join(sides), re.DOTALL):
        assert re.findall(TOO_NEW_JS[what], without_remarks(script)) == []
