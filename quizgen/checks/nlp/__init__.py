"""Items as words: what the item writer's rules look at."""

from quizgen.checks.nlp.analyzed_item import GAP, About, WordedBank, WordedItem, WordedPassage
from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.tokens import Phrase, quoted_list, words_of

__all__ = [
    "GAP",
    "About",
    "Language",
    "Phrase",
    "WordedBank",
    "WordedItem",
    "WordedPassage",
    "quoted_list",
    "words_of",
]
