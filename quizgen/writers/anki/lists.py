"""Lists inside a field. The list is HTML, not script: it reads right with scripts off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.model.item import Option
from quizgen.writers.anki.html import Html


def listed(tag: str, name: str, items: Iterable[str]) -> str:
    """``<ul>`` or ``<ol>`` with class `name`; `items` are HTML."""
    inner = "".join(f'<li dir="auto">{item}</li>' for item in items)
    return f'<{tag} class="{name}">{inner}</{tag}>'


def option_list(html: Html, options: Sequence[Option], *, fixed: bool = False) -> str:
    """Return the options in order. A key's class is ``key``, which shows on the back alone.

    The list's classes tell the card's script what it may do: ``fixed`` not to shuffle,
    ``many`` to let several be chosen.
    """
    many = sum(option.is_key for option in options) > 1
    names = ["options", *["fixed"] * fixed, *["many"] * many]
    inner = "".join([_option(html, option) for option in options])
    return f'<ol class="{" ".join(names)}">{inner}</ol>'


def _option(html: Html, option: Option) -> str:
    names = ["option", *["key"] * option.is_key, *["pinned"] * option.pinned]
    why = f'<div class="rationale">{html.text(option.rationale)}</div>' if option.rationale else ""
    return f'<li class="{" ".join(names)}" dir="auto">{html.text(option.text)}{why}</li>'


def ordered_list(items: Sequence[str], shown: Sequence[int]) -> str:
    """`items` in the right order; each says at which place of the shuffled list it stood."""
    places = {index: place for place, index in enumerate(shown)}
    inner = "".join(
        f'<li data-index="{places[index]}" dir="auto">{item}</li>'
        for index, item in enumerate(items)
    )
    return f'<ol class="events">{inner}</ol>'
