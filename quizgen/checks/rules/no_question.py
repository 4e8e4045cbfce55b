"""Where a question should be stands a finished sentence.

It neither asks, nor tells what to do, nor breaks off for the answer to go on. Pupils must guess
what is wanted.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 9 and 14: question or completion format,
clear directions.

Bad:

    - id: route
      type: multiple_choice
      question: Ice closed the northern route.
      answer: For eleven weeks
      distractors: [For three days, For two years]
      reference: Chronicle of the ports

Good:

    - id: route
      type: multiple_choice
      question: For how long did ice close the northern route?
      answer: Eleven weeks
      distractors: [Three days, Two years]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import About, AnalyzedItem, words_of
from quizgen.checks.nlp.blanks import has_blank
from quizgen.checks.nlp.sentences import parts, sentences
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the stem of `item` is a finished sentence that asks for nothing."""
    plain = item.stem.plain.rstrip(" \"'”’»)")
    if not plain.endswith((".", "!")) or "?" in plain or plain.endswith("..."):
        return
    if not item.language.imperatives or _orders(item):
        return
    if not has_blank(plain):
        yield NO_QUESTION.at(
            item.stem.span,
            "this is a finished sentence: it asks nothing",
            "ask with a question mark, say what to do, or leave a gap: …",
        )


def _orders(item: AnalyzedItem) -> bool:
    """Return whether a sentence of the stem, or what follows a comma, begins with an order."""
    language = item.language
    for sentence in sentences(item.stem.plain, language):
        for part in parts(sentence):
            first, second, *_ = [*words_of(part, language), "", ""]
            if (second if first in language.before_orders else first) in language.imperatives:
                return True
    return False


NO_QUESTION = ItemRule(
    name="no-question",
    doc=__doc__,
    about=(About.OPTIONS, About.ENTRY, About.NUMBER),
    find=find,
)
