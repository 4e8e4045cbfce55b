"""The passage has the answer word for word, but the quote leaves it out.

`evidence` is shown with the answer and is what pupils look up. A quote that stops before the word
in question proves nothing. Answers that the passage says in other words are not reported.

Source: Haladyna, Downing and Rodriguez (2002), guideline 19: one right answer, and what
shows it.

Bad:

    - id: feared-buyer
      type: short_answer
      question: Which country could pay for ammunition with know-how?
      answer: Russia
      evidence: could hand over ammunition and be paid with technical know-how

Good:

    - id: feared-buyer
      type: short_answer
      question: Which country could pay for ammunition with know-how?
      answer: Russia
      evidence:
      - A further worry concerns Russia
      - could hand over ammunition and be paid with technical know-how
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checks.nlp import (
    About,
    AnalyzedItem,
    AnalyzedPassage,
    Language,
    TokenizedText,
    words_of,
)
from quizgen.checks.nlp.tokens import without_possessive
from quizgen.checks.rules.base import PassageRule
from quizgen.model.diagnostics import Diagnostic


def find(item: AnalyzedItem, passage: AnalyzedPassage) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each answer to `item` that `passage` has and the evidence lacks."""
    keys = [key for key in item.keys if key.content and passage.words.issuperset(key.words)]
    if not keys:
        return
    quotes = [words_of(quote.plain, item.language) for quote in item.item.evidence]
    if not all(map(passage.holds, quotes)):
        return  # That is an error of its own.
    language = item.language
    quoted = frozenset(without_possessive(word, language) for quote in quotes for word in quote)
    for key in keys:
        if _is_named(key, quoted, language):
            continue
        for number in passage.having(key.words):
            if _in_one_sentence(key, passage.paragraphs[number]):
                where = f"paragraph {number}" if number else "the title"
                yield ANSWER_NOT_IN_EVIDENCE.at(
                    item.item.evidence[0].span,
                    f"this quote does not hold the answer “{key.plain}”; {where} does",
                    "quote the words that name it, alone or beside this quote",
                )
                break


def _in_one_sentence(key: TokenizedText, paragraph: TokenizedText) -> bool:
    """Return whether `paragraph`, which has the words of `key`, has them in one sentence."""
    words = r"[^\w.:;?!…]+".join(map(re.escape, key.words))
    return re.search(rf"(?<!\w){words}(?!\w)", paragraph.plain, re.IGNORECASE) is not None


def _is_named(key: TokenizedText, quoted: frozenset[str], language: Language) -> bool:
    """Return whether a word of `key` that carries content is among the `quoted` words."""
    content_words = (word for word in key.words if key.carries_content(word))
    return any(without_possessive(word, language) in quoted for word in content_words)


ANSWER_NOT_IN_EVIDENCE = PassageRule(
    name="answer-not-in-evidence",
    doc=__doc__,
    about=(About.OPTIONS, About.ENTRY, About.GAPS),
    find=find,
)
