"""“A” or “an” stands before a gap.

The article tells how the answer begins: after “an” only a vowel can follow. Write “a(n)”, or put
the article into the gap.

Source: Haladyna, Downing and Rodriguez (2002), guideline 28c; the textbooks' rule for completion
items.

Bad:

    - id: levy
      type: cloze
      text: "For the new wall each town raised a {{c1::levy}}."
      reference: Chronicle of the ports

Good:

    - id: levy
      type: cloze
      text: "For the new wall each town raised {{c1::a levy}}."
      reference: Chronicle of the ports
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.nlp import GAP, About, AnalyzedItem
from quizgen.checks.rules.base import ItemRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.pattern import pattern

_BEFORE_GAP = pattern(rf"(?<![\w'’-])(\w+) {GAP}")


def find(item: AnalyzedItem) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each gap of `item` that stands behind an indefinite article."""
    articles = item.language.articles
    if not articles:
        return
    for match in _BEFORE_GAP.finditer(item.stem.plain):
        if match[1].casefold() in articles:
            yield ARTICLE_BEFORE_GAP.at(
                item.stem.span,
                f"“{match[1]}” before the gap tells how the answer begins",
                f"put it into the gap, or write {articles[0]}({articles[1][-1]})",
            )


ARTICLE_BEFORE_GAP = ItemRule(
    name="article-before-gap", doc=__doc__, about=(About.GAPS,), find=find
)
