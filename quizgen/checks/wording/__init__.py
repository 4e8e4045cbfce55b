"""Items as words: what the item writer's rules look at."""

from quizgen.checks.wording.languages import Language
from quizgen.checks.wording.phrase import Phrase, quoted_list, words_of
from quizgen.checks.wording.worded import GAP, About, WordedBank, WordedItem, WordedPassage

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
