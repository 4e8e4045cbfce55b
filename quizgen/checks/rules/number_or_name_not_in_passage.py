"""A question about the passage holds a number or a name that the passage does not have.

Either it is a slip (2022 for 2023), or the fact comes from elsewhere: then say so with
`reference:`. Looked at are questions that give `evidence` and no `reference`; of their answers,
the right ones. Numbers to be worked out (`numeric`) and false statements are left alone.

Source: Haladyna, Downing and Rodriguez (2002), guideline 11: edit and proof items.

Bad:

    - id: year-of-talks
      type: short_answer
      question: In which city did the advisers meet in December 2022?
      answer: Seoul
      evidence: sat down together in Seoul

Good:

    - id: year-of-talks
      type: short_answer
      question: In which city did the advisers meet in December 2023?
      answer: Seoul
      evidence: sat down together in Seoul
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import GAP, About, AnalyzedItem, AnalyzedPassage, TokenizedText, words_of
from quizgen.checks.nlp.numbers import value_of
from quizgen.checks.nlp.tokens import without_possessive, word_pattern
from quizgen.checks.rules.base import PassageRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.pattern import pattern

SAME_LETTERS = 4
"""Letters that a name shares with one of the passage to count as its form: Korea, Korean."""

_NAME_INSIDE = pattern(rf"(?<![.!?:…{GAP}“\"'‘(—–])(?<!^) (?=[^\W\d_])(\w[\w'’-]*)")
"""A word behind another one, not at the beginning of a sentence."""

_NUMBER = pattern(r"(?<![\w.,/-])(?:\d{1,3}(?:[ \u202f\u00a0]\d{3})+|\d+(?:[.,]\d+)*)(?![\w/-])")


def find(item: AnalyzedItem, passage: AnalyzedPassage) -> Iterator[Diagnostic]:
    """Yield a diagnostic if `item` has a number or a name that is not in `passage`."""
    if item.item.references or (item.about is About.STATEMENT and not item.is_true):
        return
    for text in (item.stem, *item.keys):
        missing = next(_missing(text, item, passage), None)
        if missing is not None:
            yield NUMBER_OR_NAME_NOT_IN_PASSAGE.at(
                text.span,
                f"the passage does not have “{missing}”",
                "is it a slip? If not, say with reference: where it comes from",
            )
            return


def _missing(text: TokenizedText, item: AnalyzedItem, passage: AnalyzedPassage) -> Iterator[str]:
    """Yield the numbers and names of `text` that `passage` does not have."""
    if text.has_digit:
        for match in _NUMBER.finditer(text.plain):
            if not _is_counted(match[0], passage) and not _is_paragraph(match[0], passage):
                yield match[0]
    if item.language.capitals_mark_names:
        for match in _NAME_INSIDE.finditer(text.plain):
            for name in word_pattern(item.language.elided).findall(match[1])[:2]:
                if name[0].isupper() and not _is_known(name, item, passage):
                    yield name


def _is_counted(number: str, passage: AnalyzedPassage) -> bool:
    """Return whether the passage has `number`, perhaps in words or with other marks."""
    return number in passage.words or value_of(number, passage.language) in passage.values


def _is_known(name: str, item: AnalyzedItem, passage: AnalyzedPassage) -> bool:
    """Return whether `name` is in `passage` in some form, or is not really a name."""
    language = item.language
    (word, *_) = words_of(name, language) or [""]
    word = without_possessive(word, language)
    if not item.stem.carries_content(word) or word in language.name_particles:
        return True
    if word in language.negatives | language.denials | language.verdicts:
        return True  # NEVER, as negative-stem advises
    return word in passage.words or word[:SAME_LETTERS] in passage.beginnings(SAME_LETTERS)


def _is_paragraph(number: str, passage: AnalyzedPassage) -> bool:
    """Return whether `number` may be that of a paragraph, as in “What does paragraph 2 say?”."""
    return number.isdecimal() and len(number) < 10 and int(number) < len(passage.paragraphs)


NUMBER_OR_NAME_NOT_IN_PASSAGE = PassageRule(
    name="number-or-name-not-in-passage",
    doc=__doc__,
    about=(About.OPTIONS, About.STATEMENT, About.CARD, About.ENTRY, About.GAPS, About.NUMBER),
    find=find,
)
