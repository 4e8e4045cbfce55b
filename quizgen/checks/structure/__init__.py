"""The checks of a bank's structure. To add one, write its file and add a line here."""

from quizgen.checks.base import BankCheck, StructureCheck
from quizgen.checks.structure.bullets import BULLET_IN_ANSWER
from quizgen.checks.structure.cited_lines import LINES_WITHOUT_EVIDENCE
from quizgen.checks.structure.composed_texts import DECOMPOSED_TEXT
from quizgen.checks.structure.duplicate_guids import DUPLICATE_GUID
from quizgen.checks.structure.duplicate_ids import DUPLICATE_ID
from quizgen.checks.structure.evidence import EVIDENCE_NOT_IN_PASSAGE
from quizgen.checks.structure.foreign_markup import HTML_IN_TEXT
from quizgen.checks.structure.formulas import BAD_FORMULA
from quizgen.checks.structure.glossary import TERM_NOT_IN_PASSAGE
from quizgen.checks.structure.invisible_characters import INVISIBLE_CHARACTER
from quizgen.checks.structure.lettered_options import LETTERED_OPTIONS
from quizgen.checks.structure.links import LINK_NOT_ALLOWED
from quizgen.checks.structure.list_commas import NUMBER_IN_LIST
from quizgen.checks.structure.numbered_questions import NUMBERED_QUESTION
from quizgen.checks.structure.raw_gaps import RAW_GAP
from quizgen.checks.structure.raw_pictures import RAW_PICTURE
from quizgen.checks.structure.renames import RENAMED_FROM_TAKEN
from quizgen.checks.structure.repeated_options import DUPLICATE_OPTION
from quizgen.checks.structure.sources import NO_SOURCE
from quizgen.checks.structure.tag_spelling import TAGS_DIFFER_IN_CASE
from quizgen.checks.structure.telling_hints import HINT_TELLS_ANSWER
from quizgen.checks.structure.unparted_answers import UNPARTED_ANSWERS
from quizgen.checks.structure.unused_cases import UNUSED_CASE
from quizgen.checks.structure.voices import NO_VOICE

CHECKS: tuple[StructureCheck | BankCheck, ...] = (
    DUPLICATE_ID,
    DUPLICATE_GUID,
    RENAMED_FROM_TAKEN,
    TAGS_DIFFER_IN_CASE,
    DUPLICATE_OPTION,
    LETTERED_OPTIONS,
    NUMBER_IN_LIST,
    UNPARTED_ANSWERS,
    BULLET_IN_ANSWER,
    NUMBERED_QUESTION,
    HINT_TELLS_ANSWER,
    EVIDENCE_NOT_IN_PASSAGE,
    LINES_WITHOUT_EVIDENCE,
    TERM_NOT_IN_PASSAGE,
    BAD_FORMULA,
    LINK_NOT_ALLOWED,
    RAW_GAP,
    RAW_PICTURE,
    HTML_IN_TEXT,
    INVISIBLE_CHARACTER,
    NO_SOURCE,
    DECOMPOSED_TEXT,
    NO_VOICE,
    UNUSED_CASE,
)

__all__ = ["CHECKS", "BankCheck", "StructureCheck"]
