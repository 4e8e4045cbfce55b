"""Grammar rules an option out.

Three cues are found: a question that ends in “a” or “an” before options that begin with the other
sound; a question that ends in “is” or “are” before options in the other number; and a question
that asks for two, or three, and has another number of right answers.

Source: Haladyna, Downing and Rodriguez (2002), guideline 28c, grammatical inconsistencies; NBME
item-writing guide, “grammatical cues”.

Bad:

    - id: keel
      type: multiple_choice
      question: Heavy material that keeps an empty ship upright is carried in an
      answer: iron hold
      distractors: [open boat, old cabin, bag]
      reference: Chronicle of the ports

Good:

    - id: keel
      type: multiple_choice
      question: In which part of an empty ship was heavy material carried to keep it upright?
      answer: the hold
      distractors: [the bow, the mast, the cabin]
      reference: Chronicle of the ports
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem, Language, TokenizedText
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.pattern import pattern

MAX_LETTERS = 4
"""Capitals with a vowel among them that are read as letters; more are a word: UNESCO."""

_LETTER = pattern(r"[^\W\d_](?![^\W_])")
_CAPITALS = pattern(r"[A-Z][A-Z\d]+(?=s?(?![a-z]))")
_VOWEL = pattern("[AEIOUaeiou]")

_SEVERAL = pattern(
    r"[^\W_]\s*[,;/&+–—|→↔×]\s*[^\W_]|[^\W_]\s+(?:[-x]|vs\.?)\s+[^\W_]"
    r"|[^\W\d_]-(?=[A-ZÀ-Þ])|\n"
)
"""What stands between the things that one option names."""


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each option of `item` that does not fit the grammar of its stem."""
    if not item.stem.words:
        return
    yield from _wrong_count(item)
    if "?" in item.stem.plain:
        return
    language, last = item.language, item.stem.words[-1]
    if last not in {*(language.articles or ()), *language.plural_verbs, *language.singular_verbs}:
        return
    for option in item.options:
        if not option.words:
            continue
        first = option.beginning(1)
        if _wrong_sound(last, first, language):
            yield _finding(option, f"“{last} {first}” is wrong, which rules it out")
        elif _wrong_number(last, option, language):
            yield _finding(option, f"“{last} {option.beginning(2)}” does not agree")


def _finding(option: TokenizedText, message: str) -> Diagnostic:
    return GRAMMAR_CUE.at(
        option.span, message, "ask a whole question, or let each option go on with the sentence"
    )


def _wrong_count(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the stem of `item` asks for more or fewer options than are right."""
    language = item.language
    for n, (word, number) in enumerate(itertools.pairwise(item.stem.words)):
        required = language.numbers.get(number) if word in language.selecting else None
        if required is None or required == len(item.keys):
            continue
        if any(_names_several(key, language) for key in item.keys) or _is_named_by_kind(item, n):
            continue  # “which two towns?”, and each option names two
        given = "1 option is" if len(item.keys) == 1 else f"{len(item.keys)} options are"
        yield GRAMMAR_CUE.at(
            item.stem.span,
            f"the question asks for {number}, and {given} right",
            "give as many right answers as it asks for: answer: [one, two]",
        )


def _names_several(option: TokenizedText, language: Language) -> bool:
    """Return whether `option` joins several things, by a word or by a sign: France - Spain."""
    return _is_list(option, language) or _SEVERAL.search(option.plain) is not None


def _is_named_by_kind(item: AnalyzedItem, n: int) -> bool:
    """Return whether a key says again what is counted: which two brothers? The Wright brothers."""
    counted = item.stem.root(item.stem.words[n + 2]) if n + 2 < len(item.stem.words) else ""
    return bool(counted) and any(counted in key.content for key in item.keys)


def _wrong_sound(article: str, word: str, language: Language) -> bool:
    """Return whether `article` is “an” and `word` has a consonant first, or the reverse."""
    if language.articles is None or article not in language.articles:
        return False
    if re.match(language.takes_either_article, word.lower()):
        return False
    vowel = _begins_with_vowel(word, language)
    return vowel is not None and vowel != (article == language.articles[1])


def _begins_with_vowel(word: str, language: Language) -> bool | None:
    """Return whether `word` sounds like a vowel at first; None if unclear: NATO, MSc."""
    named = word[0].lower() in language.letters_with_vowel
    if _LETTER.match(word):
        return named
    letters = _CAPITALS.match(word)
    if letters is None and any(map(str.isupper, word[1:])):
        return None
    sounded = _VOWEL.search(word, 1) is not None
    if letters is None or (sounded and len(letters[0]) > MAX_LETTERS):
        return re.match(language.starts_with_vowel, word.lower()) is not None
    if named and sounded and not _VOWEL.match(word):
        return None
    return named


def _wrong_number(verb: str, option: TokenizedText, language: Language) -> bool:
    """Return whether `verb` is plural and `option` one thing, or the other way round."""
    first = option.words[0]
    if verb in language.plural_verbs:
        return first in (language.articles or ()) and not _is_list(option, language)
    return verb in language.singular_verbs and first in language.numbers


def _is_list(option: TokenizedText, language: Language) -> bool:
    return not language.joiners.isdisjoint(option.words)


GRAMMAR_CUE = ItemRule(name="grammar-cue", doc=__doc__, about=(About.OPTIONS,), find=find)
