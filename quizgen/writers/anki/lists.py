"""Lists inside a field. The list is HTML, not script: it reads right with scripts off."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.item import Option
from quizgen.writers.anki.html import Html


def listed(tag: str, name: str, items: Iterable[str]) -> str:
    """``<ul>`` or ``<ol>`` with class `name`; `items` are HTML."""
    inner = "".join(f'<li dir="auto">{item}</li>' for item in items)
    return f'<{tag} class="{name}">{inner}</{tag}>'


def option_list(html: Html, options: Iterable[Option]) -> str:
    """The options in order. A key's class is ``key``, which shows on the back."""
    return f'<ol class="options">{"".join([_option(html, o) for o in options])}</ol>'


def _option(html: Html, option: Option) -> str:
    name = "option key" if option.is_key else "option"
    why = f'<div class="rationale">{html.text(option.rationale)}</div>' if option.rationale else ""
    return f'<li class="{name}" dir="auto">{html.text(option.text)}{why}</li>'
