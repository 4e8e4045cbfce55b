"""Read the options of a card, and find the order in which their author wrote them.

The ids of bank and item alone decide how quizgen shuffles, so the shuffle can be undone.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from quizgen.assemble.shuffle import shuffled
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.html_tree import HtmlElement, HtmlNode, parse_html
from quizgen.model.dataclass import dataclass
from quizgen.model.text.markdown import visible
from quizgen.model.translations import LANGUAGES, catalogue_for, translations_for
from quizgen.readers.question_types.ascending import sort_keys
from quizgen.readers.yaml.emit import Value
from quizgen.writers.anki.deck_part import ANKI_FORM

MAX_ORDERS = 500
"""Orders that are tried where options are pinned."""

_TRUTHS = frozenset(translations_for(name).truth for name in LANGUAGES)


@dataclass(frozen=True, slots=True)
class ListedOption:
    """An option of a card; `text` and `rationale` are Markdown."""

    text: str
    is_key: bool
    rationale: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class OptionList:
    """The options of a card in the order of the card; with `fixed` they were not shuffled."""

    options: tuple[ListedOption, ...]
    fixed: bool


def read_options(html: str, converter: FieldConverter, rationales: str = "") -> OptionList:
    """Return the options in the list of a field; none where there is no list.

    `rationales` is the field that says why they are right or wrong.
    """
    lists = list(parse_html(visible(html)).find("ol", "ul"))
    if not lists:
        return OptionList((), False)
    lines = [child for child in lists[0].children if isinstance(child, HtmlElement)]
    why = {
        line.attributes.get("data-option"): converter.to_blocks(block.children)
        for line in parse_html(visible(rationales)).find("li")
        for block in line.find("div")
        if "rationale" in block.classes
    }
    options = [_option(line, converter) for line in lines]
    options = [replace(o, rationale=why.get(str(i), o.rationale)) for i, o in enumerate(options)]
    return OptionList(tuple(options), "fixed" in lists[0].classes)


def _option(line: HtmlElement, converter: FieldConverter) -> ListedOption:
    rationale: list[HtmlNode] = []
    text: list[HtmlNode] = []
    for child in line.children:
        if isinstance(child, HtmlElement) and "rationale" in child.classes:
            rationale += child.children
        else:
            text.append(child)
    return ListedOption(
        converter.to_blocks(text),
        "key" in line.classes,
        converter.to_blocks(rationale),
        "pinned" in line.classes,
    )


def true_or_false(displayed: OptionList, language: str) -> str | None:
    """Return ``true`` or ``false``, the key, if the options are these words in `language`.

    Otherwise the result is None.
    """
    texts = truth_words(displayed)
    if texts is None or texts != translations_for(catalogue_for(language)).truth:
        return None
    return "true" if displayed.options[0].is_key else "false"


def truth_words(displayed: OptionList) -> tuple[str, str] | None:
    """Return the words for true and false if they are the only options, else None."""
    texts = tuple(option.text for option in displayed.options)
    keys = [option.is_key for option in displayed.options]
    if len(texts) != 2 or texts not in _TRUTHS or sorted(keys) != [False, True]:
        return None
    return None if any(option.rationale for option in displayed.options) else (texts[0], texts[1])


def author_order(displayed: OptionList, bank: str, item: str) -> tuple[list[ListedOption], bool]:
    """Return the options in their author's order, keys first, and whether it gives this card.

    Where quizgen's shuffle of no such order gives the card, the order of the card stays.
    """
    if displayed.fixed:
        return sorted(displayed.options, key=lambda option: not option.is_key), True
    for options in _unshuffled(displayed, bank, item):
        keys = [option.is_key for option in options]
        if sorted(keys, reverse=True) == keys:
            return options, True
    return sorted(displayed.options, key=lambda option: not option.is_key), False


def is_ascending(displayed: OptionList, language: str) -> bool:
    """Return whether the options are numbers or dates in a fixed order from least to greatest."""
    free = [option.text for option in displayed.options if not option.pinned]
    keys = [key for key in sort_keys(free, language) if key]
    return displayed.fixed and len(keys) == len(free) and keys == sorted(keys)


def distractors_of(displayed: OptionList, responses: Sequence[str]) -> list[str]:
    """Return the options that are not among `responses`, in the order of the card."""
    return [option.text for option in displayed.options if option.text not in responses]


def _unshuffled(displayed: OptionList, bank: str, item: str) -> list[list[ListedOption]]:
    """Return the orders that quizgen would shuffle into the displayed one.

    There is one such order, or several where options are pinned.
    """
    count = len(displayed.options)
    order = tuple(range(count))
    if count < 2:
        return [list(displayed.options)]
    order = shuffled(order, bank, ANKI_FORM, item)
    pinned = sum(option.pinned for option in displayed.options)
    orders = []
    for places in itertools.islice(itertools.combinations(range(count), pinned), MAX_ORDERS):
        positions = [place for place in order if place not in places] + list(places)
        options = dict(zip(positions, displayed.options, strict=True))
        if all(options[place].pinned == (place in places) for place in range(count)):
            orders.append([options[place] for place in range(count)])
    return orders


def option_value(option: ListedOption) -> Value:
    """Return `option` as YAML: its text, or keys where it has a rationale or is pinned."""
    more = {"rationale": option.rationale, "pinned": "true" if option.pinned else ""}
    filled = {key: value for key, value in more.items() if value}
    return {"text": option.text, **filled} if filled else option.text
