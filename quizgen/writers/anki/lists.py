"""Lists inside a field. The list is HTML, not script: it reads right with scripts off.

What the script of a card adds to a list, it finds in the list's attributes, in the words of the
bank: they are no text, so that no read-aloud and no column of Anki's browser has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.model.item import Option
from quizgen.model.text import Text
from quizgen.model.translations import Translations
from quizgen.writers.anki.html import Html, attributes, escape

_DIGITS = 9
"""Keys that can choose a row: Alt and a digit from 1."""


def listed(tag: str, name: str, items: Iterable[str]) -> str:
    """Return a ``<ul>`` or ``<ol>`` with the class `name`; `items` are HTML."""
    inner = "".join(f'<li dir="auto">{item}</li>' for item in items)
    return f'<{tag} class="{name}">{inner}</{tag}>'


def option_list(
    html: Html,
    options: Sequence[Option],
    words: Translations,
    *,
    fixed: bool = False,
    flips: bool = False,
) -> str:
    """Return the options in order. A key's class is ``key``, which shows on the back alone.

    The list's classes tell the card's script what it may do: ``fixed`` not to shuffle,
    ``many`` to let several be chosen, ``flips`` to show the answer once one is chosen.
    """
    many = sum(option.is_key for option in options) > 1
    flips = flips and not many
    names = ["options", *["fixed"] * fixed, *["many"] * many, *["flips"] * flips]
    spoken = attributes(
        keys=_keys(len(options), words),
        right=words.right,
        wrong=words.wrong,
        missed=words.missed,
        key=words.right_answer,
    )
    inner = "".join([_option(html, option) for option in options])
    return f'<ol class="{" ".join(names)}"{spoken}>{inner}</ol>'


def _option(html: Html, option: Option) -> str:
    names = ["option", *["key"] * option.is_key, *["pinned"] * option.pinned]
    return f'<li class="{" ".join(names)}" dir="auto">{html.text(option.text)}</li>'


def rationale_list(html: Html, options: Sequence[Option]) -> str:
    """Return why `options` are right or wrong; empty where none says so.

    Each says which option it belongs to: to the script by its place in the list, and to a
    reader without script by its words.
    """
    inner = "".join(
        f'<li data-option="{place}" dir="auto">{html.text(option.text)}'
        f'<div class="rationale">{html.text(option.rationale)}</div></li>'
        for place, option in enumerate(options)
        if option.rationale
    )
    return f'<ul class="rationales">{inner}</ul>' if inner else ""


def shuffled_list(items: Sequence[str], display_order: Sequence[int], words: Translations) -> str:
    """Return `items`, each with its place, in `display_order`: indices of `items`."""
    spoken = attributes(tap=words.tap_in_order, keys=_keys(len(items), words))
    inner = "".join(f'<li data-place="{i}" dir="auto">{items[i]}</li>' for i in display_order)
    return f'<ul class="events"{spoken}>{inner}</ul>'


def ordered_list(items: Sequence[str], display_order: Sequence[int], words: Translations) -> str:
    """Return `items` in the right order, each with its place in the shuffled list."""
    places = {index: place for place, index in enumerate(display_order)}
    spoken = attributes(right=words.right, wrong=words.wrong)
    inner = "".join(
        f'<li data-index="{places[index]}" dir="auto">{item}</li>'
        for index, item in enumerate(items)
    )
    return f'<ol class="events"{spoken}>{inner}</ol>'


def hint_button(html: Html, hint: Text | None, words: Translations) -> str:
    """Return `hint` behind a button that works without script; empty for None."""
    if hint is None:
        return ""
    button = f'<summary class="tappable">{escape(words.hint)}</summary>'
    return f'<details class="help">{button}<div dir="auto">{html.quiet_text(hint)}</div></details>'


def _keys(count: int, words: Translations) -> str:
    return words.keys(min(count, _DIGITS))
