"""Find the language of the cards that quizgen wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from quizgen.commands.importing.card_words import languages_of
from quizgen.commands.importing.dates import guess_language
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.html_tree import parse_html
from quizgen.commands.importing.losses import ImportLosses
from quizgen.commands.importing.option_lists import read_options, truth_words
from quizgen.commands.importing.pictures import PackagePictures
from quizgen.commands.importing.quizgen_notes import QuizgenItem
from quizgen.model.text.markdown import visible
from quizgen.readers.bank_folder import LANGUAGE


def passage_language_of(items: Sequence[QuizgenItem]) -> str:
    """Return the language that quotes of `items` are marked with; empty for that of the bank."""
    marked = Counter(
        span.attributes["lang"]
        for item in items
        for note in item.first_type
        for span in parse_html(visible(note.content["source"])).find("span")
        if LANGUAGE.accepts(span.attributes.get("lang", ""))
    )
    return next((language for language, _ in marked.most_common(1)), "")


def language_of(items: Sequence[QuizgenItem], media: Mapping[str, bytes]) -> str:
    """Return the language that most of `items` name in their notes.

    Where no item names a language, guess it from the phrases on the cards, the words for true
    and false, and the dates. `media` are the package's files by name.
    """
    named = Counter([item.first.language for item in items])
    if language := next((name for name, _ in named.most_common() if name), ""):
        return language
    truths = set()
    dates = set()
    converter = FieldConverter(PackagePictures(media), ImportLosses())
    for item in items:
        for note in item.notes.get("choice", ()):
            if words := truth_words(read_options(note.content["options"], converter)):
                truths.add(words)
        for note in item.notes.get("date", ()):
            dates.add(parse_html(visible(note.content["date"])).plain)
    notes = [note.content for item in items for group in item.notes.values() for note in group]
    return guess_language(truths, dates, languages_of(notes))
