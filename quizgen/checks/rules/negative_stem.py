"""The question turns on a “not” that is easily read over, or on two.

A hurried reader misses a “not” and answers the opposite question. Ask for what is the case. If
it must be “not”, make it stand out in bold or capitals: `Which town did **not** sign?` Two
negations in one question make it a riddle, however loud they are.

“Why did the towns not sign?” and “Which town that has no wall is the largest?” are fine: there
the negation belongs to what is asked about. “False” and “wrong” count where they judge (which is
wrong?), not in a false friend or in “what went wrong?”. A fact before the question, or before
“because …”, is taken as it is, and so is a sentence with a gap inside (“He does not … meat.”).

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

from quizgen.checks.nlp import About, AnalyzedItem, quoted_list
from quizgen.checks.nlp.clauses import main_clause
from quizgen.checks.nlp.negation import negations
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic, Severity


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the stem of `item` is negated unseen, or negated twice."""
    language = item.language
    if not negations(item.stem.words, language):
        return
    negated = negations(main_clause(item.stem.unquoted, language), language)
    turning = [negation.words for negation in negated if negation.turns]
    if item.about is About.STATEMENT:
        turning = [words for words in turning if not language.absolutes.issuperset(words)]
    if not turning:
        return
    if item.about is About.OPTIONS:
        for option in item.options:
            negated += negations(option.words, language)
    if len(negated) > 1:
        words = [negation.words[0] for negation in negated]
        yield NEGATIVE_STEM.at(
            item.stem.span,
            f"the negations {quoted_list(words[:3])} turn this round twice",
            "ask for what is the case, with one negation at most",
        )
        return
    ((loudest, *others),) = turning
    if item.stem.emphasised().isdisjoint((loudest, *others)):
        yield NEGATIVE_STEM.at(
            item.stem.span,
            f"{quoted_list([loudest, *others])} is easily read over, and then the opposite is "
            "answered",
            f"ask for what is the case; or make it stand out: **{loudest}**",
        )


NEGATIVE_STEM = ItemRule(
    name="negative-stem",
    doc=__doc__,
    severity=Severity.ERROR,
    about=(About.OPTIONS, About.STATEMENT),
    find=find,
)
