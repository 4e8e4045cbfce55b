"""The question types. To add one, write its file and add a line here."""

from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.question_types.cloze import CLOZE
from quizgen.readers.question_types.essay import ESSAY
from quizgen.readers.question_types.flashcard import FLASHCARD
from quizgen.readers.question_types.matching import MATCHING
from quizgen.readers.question_types.multiple_choice import MULTIPLE_CHOICE
from quizgen.readers.question_types.numeric import NUMERIC
from quizgen.readers.question_types.ordering import ORDERING
from quizgen.readers.question_types.short_answer import SHORT_ANSWER
from quizgen.readers.question_types.timeline import TIMELINE
from quizgen.readers.question_types.true_false import TRUE_FALSE

QUESTION_TYPES: tuple[QuestionType, ...] = (
    FLASHCARD,
    MULTIPLE_CHOICE,
    TRUE_FALSE,
    SHORT_ANSWER,
    CLOZE,
    NUMERIC,
    MATCHING,
    ORDERING,
    TIMELINE,
    ESSAY,
)

__all__ = ["QUESTION_TYPES", "ItemBody", "QuestionType"]
