"""Items as words: what the item writer's rules look at."""

from quizgen.checks.nlp.analyzed_item import GAP, About, AnalyzedBank, AnalyzedItem, AnalyzedPassage
from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.tokens import TokenizedText, quoted_list, words_of

__all__ = [
    "GAP",
    "About",
    "AnalyzedBank",
    "AnalyzedItem",
    "AnalyzedPassage",
    "Language",
    "TokenizedText",
    "quoted_list",
    "words_of",
]
