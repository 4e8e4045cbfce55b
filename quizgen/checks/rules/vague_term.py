"""A word such as “usually” means something else to every reader.

Is “often” more than “frequently”? Asked for a number, people's ideas of these words lie far
apart. In an option they cannot be told from one another, and a statement with one can hardly be
false. Say how often, how much or how many. An option that is the word itself, as in a vocabulary
test, is not reported.

Source: NBME item-writing guide, “vague terms”; arXiv 2503.10533, flaw “vague terms”.

Bad:

    - id: frozen-route
      type: multiple_choice
      question: When was the northern route closed by ice?
      answer: Often in winter
      distractors: [Sometimes in spring, In May, In August]
      reference: Chronicle of the ports

Good:

    - id: frozen-route
      type: multiple_choice
      question: When was the northern route closed by ice?
      answer: In January
      distractors: [In April, In May, In August]
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.checks.nlp import About, AnalyzedItem, TokenizedText, quoted_list
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the options of `item`, or its statement, have a vague term."""
    vague = item.language.vague
    texts = (item.stem,) if item.about is About.STATEMENT else _used_in(item.options)
    vague_texts = [text for text in texts if not vague.isdisjoint(text.words)]
    if vague_texts:
        words = {w: text.written(w) for text in vague_texts for w in text.words if w in vague}
        yield VAGUE_TERM.at(
            vague_texts[0].span,
            f"{quoted_list([*words.values()][:3])}: every reader takes this to mean something else",
            "say how often, how many or since when",
        )


def _used_in(options: Sequence[TokenizedText]) -> list[TokenizedText]:
    """Return `options` but those of one word, which may be from a vocabulary test."""
    return [option for option in options if len(option.words) > 1]


VAGUE_TERM = ItemRule(
    name="vague-term", doc=__doc__, about=(About.OPTIONS, About.STATEMENT), find=find
)
