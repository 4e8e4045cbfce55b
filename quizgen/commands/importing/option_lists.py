"""Options as a card shows them, back to the order their author wrote them in.

quizgen shuffles by nothing but the ids of bank and item, so the shuffle can be undone.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.assemble.shuffle import shuffled
from quizgen.commands.importing.field_converter import Carrier
from quizgen.commands.importing.html_tree import Child, Element, parse_html
from quizgen.model.text.markdown import visible
from quizgen.model.translations import LANGUAGES, catalogue_for, translations_for
from quizgen.readers.question_types.ascending import sort_keys
from quizgen.readers.yaml.emit import Value
from quizgen.writers.anki.deck_part import ANKI_FORM

MOST_TRIES = 500
_TRUTHS = frozenset(translations_for(name).truth for name in LANGUAGES)


@dataclass(frozen=True, slots=True)
class Shown:
    """An option as Markdown."""

    text: str
    is_key: bool
    rationale: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class ShownList:
    """`fixed` ones were not shuffled."""

    options: tuple[Shown, ...]
    fixed: bool


def read_options(html: str, carrier: Carrier) -> ShownList:
    """The options in the list of a field; none where there is no list."""
    lists = list(parse_html(visible(html)).find("ol", "ul"))
    if not lists:
        return ShownList((), False)
    lines = [child for child in lists[0].children if isinstance(child, Element)]
    return ShownList(tuple(_option(line, carrier) for line in lines), "fixed" in lists[0].classes)


def _option(line: Element, carrier: Carrier) -> Shown:
    rationale: list[Child] = []
    text: list[Child] = []
    for child in line.children:
        if isinstance(child, Element) and "rationale" in child.classes:
            rationale += child.children
        else:
            text.append(child)
    return Shown(
        carrier.text(text),
        "key" in line.classes,
        carrier.text(rationale),
        "pinned" in line.classes,
    )


def true_or_false(shown: ShownList, language: str) -> str | None:
    """``true`` or ``false`` where these are the two options of such a statement."""
    texts = truth_words(shown)
    if texts is None or texts != translations_for(catalogue_for(language)).truth:
        return None
    return "true" if shown.options[0].is_key else "false"


def truth_words(shown: ShownList) -> tuple[str, str] | None:
    """The words for true and false, where the list has just them."""
    texts = tuple(option.text for option in shown.options)
    keys = [option.is_key for option in shown.options]
    if len(texts) != 2 or texts not in _TRUTHS or sorted(keys) != [False, True]:
        return None
    return None if any(option.rationale for option in shown.options) else (texts[0], texts[1])


def author_order(shown: ShownList, bank: str, item: str) -> tuple[list[Shown], bool]:
    """Keys first, as an author writes them, and whether these come out as they are shown."""
    if shown.fixed:
        return sorted(shown.options, key=lambda option: not option.is_key), True
    for options in _unshuffled(shown, bank, item):
        keys = [option.is_key for option in options]
        if sorted(keys, reverse=True) == keys:
            return options, True
    return sorted(shown.options, key=lambda option: not option.is_key), False


def is_ascending(shown: ShownList, language: str) -> bool:
    """Whether the options stand from least to greatest because their author wants it."""
    free = [option.text for option in shown.options if not option.pinned]
    found = [worth for worth in sort_keys(free, language) if worth]
    return shown.fixed and len(found) == len(free) and found == sorted(found)


def distractors_of(shown: ShownList, responses: Sequence[str]) -> list[str]:
    """The responses that belong to no premise. A card has all of them in alphabetical order."""
    return [option.text for option in shown.options if option.text not in responses]


def _unshuffled(shown: ShownList, bank: str, item: str) -> list[list[Shown]]:
    """The orders that quizgen would show so: one, or some where options are pinned."""
    count = len(shown.options)
    order = tuple(range(count))
    if count < 2:
        return [list(shown.options)]
    order = shuffled(order, bank, ANKI_FORM, item)
    pinned = sum(option.pinned for option in shown.options)
    found = []
    for places in itertools.islice(itertools.combinations(range(count), pinned), MOST_TRIES):
        displayed = [place for place in order if place not in places] + list(places)
        options = dict(zip(displayed, shown.options, strict=True))
        if all(options[place].pinned == (place in places) for place in range(count)):
            found.append([options[place] for place in range(count)])
    return found


def option_value(option: Shown) -> Value:
    """The option as YAML: its text, or keys where there is more to say."""
    more = {"rationale": option.rationale, "pinned": "true" if option.pinned else ""}
    given = {key: value for key, value in more.items() if value}
    return {"text": option.text, **given} if given else option.text
