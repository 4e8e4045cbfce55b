"""The language of cards that quizgen made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quizgen.commands.importing.card_words import languages_of
from quizgen.commands.importing.dates import guess_language
from quizgen.commands.importing.field_converter import Carrier
from quizgen.commands.importing.html_tree import parse_html
from quizgen.commands.importing.option_lists import read_options, truth_words
from quizgen.commands.importing.pictures import Pictures
from quizgen.commands.importing.quizgen_notes import OwnItem
from quizgen.commands.importing.unsupported import Losses
from quizgen.model.text.markdown import visible


def language_of(items: Sequence[OwnItem], media: Mapping[str, bytes]) -> str:
    """Return the language of `items`, a BCP 47 tag; `media` are the package's pictures.

    It is the language that most cards name. Where no card names any, it is guessed by the words
    that quizgen added, the words for true and false, and the dates.
    """
    named = Counter([item.first.language for item in items])
    if language := next((name for name, _ in named.most_common() if name), ""):
        return language
    truths = set()
    dates = set()
    silent = Carrier(Pictures(media), Losses())
    for item in items:
        for own in item.notes.get("choice", ()):
            if words := truth_words(read_options(own.content["options"], silent)):
                truths.add(words)
        for own in item.notes.get("date", ()):
            dates.add(parse_html(visible(own.content["date"])).plain)
    notes = [own.content for item in items for group in item.notes.values() for own in group]
    return guess_language(truths, dates, languages_of(notes))
