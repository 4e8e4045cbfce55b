"""The question turns on a “not” that is easily read over, or on two.

A hurried reader misses a “not” and answers the opposite question. Ask for what is the case. If
it must be “not”, make it stand out in bold or capitals: `Which town did **not** sign?` Two
negations in one question make it a riddle, however loud they are.

“Why did the towns not sign?” is fine: there the negation belongs to what is asked about.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 17 and 27: word the stem positively; a
negative word appears capitalized and in bold; avoid NOT in options.

Bad:

    - id: signers
      type: multiple_choice
      question: Which of these towns did not sign the treaty?
      answer: Aldmoor
      distractors: [Brenheim, Dunsgate, Eskford]
      reference: Chronicle of the ports

Good:

    - id: signers
      type: multiple_choice
      question: Which of these towns stayed out of the treaty?
      answer: Aldmoor
      distractors: [Brenheim, Dunsgate, Eskford]
      reference: Chronicle of the ports
    - id: voters
      type: multiple_choice
      question: Which of these towns did **not** vote for the duties?
      answer: Eskford
      distractors: [Brenheim, Dunsgate, Aldmoor]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.rules.base import Finding, ItemRule
from quizgen.checks.wording import About, WordedItem, quoted_list
from quizgen.diagnostics import Severity


def find(item: WordedItem) -> Iterator[Finding]:
    language = item.language
    either = language.negatives | language.denials
    if either.isdisjoint(item.stem.words):
        return
    asked = _main_clause(item)
    negative = [word for word in asked if word in language.negatives]
    if item.about is About.STATEMENT:
        negative = [word for word in negative if word not in language.absolutes]
    if not negative:
        return
    doubled = [word for word in asked if word in either]
    options = [word for option in item.options for word in option.words if word in either]
    if len(doubled) > 1 or (item.about is About.OPTIONS and options):
        yield Finding(
            item.stem.span,
            f"the negations {quoted_list((doubled + options)[:3])} turn this round twice",
            "ask for what is the case, with one negation at most",
        )
    elif not item.stem.emphasised().issuperset(negative):
        yield Finding(
            item.stem.span,
            f"{quoted_list(negative)} is easily read over, and then the opposite is answered",
            f"ask for what is the case; or make it stand out: **{negative[0]}**",
        )


def _main_clause(item: WordedItem) -> list[str]:
    """The words of the stem that say what to choose, or what to judge."""
    words = item.stem.unquoted()
    said = f" {' '.join(words)} "
    for phrase in item.language.not_negative:
        said = said.replace(f" {phrase} ", " ")
    main = []
    for word in said.split():
        if item.about is About.OPTIONS and word in item.language.clause_words:
            break
        main.append(word)
    return main


NEGATIVE_STEM = ItemRule(
    name="negative-stem",
    doc=__doc__,
    severity=Severity.ERROR,
    about=(About.OPTIONS, About.STATEMENT),
    find=find,
)
