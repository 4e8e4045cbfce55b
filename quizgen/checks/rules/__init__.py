"""The item writer's rules. To add one, write its file and add a line here."""

from quizgen.checks.rules.absolute_term import ABSOLUTE_TERM
from quizgen.checks.rules.all_of_the_above import ALL_OF_THE_ABOVE
from quizgen.checks.rules.answer_not_in_evidence import ANSWER_NOT_IN_EVIDENCE
from quizgen.checks.rules.article_before_gap import ARTICLE_BEFORE_GAP
from quizgen.checks.rules.base import AnyRule, BankRule, ItemRule, PassageRule
from quizgen.checks.rules.clang import CLANG
from quizgen.checks.rules.combined_options import COMBINED_OPTIONS
from quizgen.checks.rules.convergence import CONVERGENCE
from quizgen.checks.rules.flashcard_not_atomic import FLASHCARD_NOT_ATOMIC
from quizgen.checks.rules.gap_at_start import GAP_AT_START
from quizgen.checks.rules.grammar_cue import GRAMMAR_CUE
from quizgen.checks.rules.hinged_items import HINGED_ITEMS
from quizgen.checks.rules.key_is_longest import KEY_IS_LONGEST
from quizgen.checks.rules.key_position import KEY_POSITION
from quizgen.checks.rules.keys_often_longest import KEYS_OFTEN_LONGEST
from quizgen.checks.rules.matching_mixed_kinds import MATCHING_MIXED_KINDS
from quizgen.checks.rules.matching_size import MATCHING_SIZE
from quizgen.checks.rules.matching_without_extra import MATCHING_WITHOUT_EXTRA
from quizgen.checks.rules.negative_stem import NEGATIVE_STEM
from quizgen.checks.rules.no_question import NO_QUESTION
from quizgen.checks.rules.none_of_the_above import NONE_OF_THE_ABOVE
from quizgen.checks.rules.number_or_name_not_in_passage import NUMBER_OR_NAME_NOT_IN_PASSAGE
from quizgen.checks.rules.option_count import OPTION_COUNT
from quizgen.checks.rules.option_length_spread import OPTION_LENGTH_SPREAD
from quizgen.checks.rules.overlapping_options import OVERLAPPING_OPTIONS
from quizgen.checks.rules.repeated_lead_in import REPEATED_LEAD_IN
from quizgen.checks.rules.repeated_question import REPEATED_QUESTION
from quizgen.checks.rules.stem_too_short import STEM_TOO_SHORT
from quizgen.checks.rules.too_many_gaps import TOO_MANY_GAPS
from quizgen.checks.rules.true_false_balance import TRUE_FALSE_BALANCE
from quizgen.checks.rules.unordered_numbers import UNORDERED_NUMBERS
from quizgen.checks.rules.vague_term import VAGUE_TERM

RULES: tuple[AnyRule, ...] = (
    STEM_TOO_SHORT,
    NO_QUESTION,
    NEGATIVE_STEM,
    OPTION_COUNT,
    KEY_IS_LONGEST,
    KEYS_OFTEN_LONGEST,
    OPTION_LENGTH_SPREAD,
    ALL_OF_THE_ABOVE,
    NONE_OF_THE_ABOVE,
    COMBINED_OPTIONS,
    OVERLAPPING_OPTIONS,
    UNORDERED_NUMBERS,
    REPEATED_LEAD_IN,
    ABSOLUTE_TERM,
    VAGUE_TERM,
    CLANG,
    CONVERGENCE,
    GRAMMAR_CUE,
    KEY_POSITION,
    TRUE_FALSE_BALANCE,
    TOO_MANY_GAPS,
    GAP_AT_START,
    ARTICLE_BEFORE_GAP,
    MATCHING_SIZE,
    MATCHING_WITHOUT_EXTRA,
    MATCHING_MIXED_KINDS,
    FLASHCARD_NOT_ATOMIC,
    ANSWER_NOT_IN_EVIDENCE,
    NUMBER_OR_NAME_NOT_IN_PASSAGE,
    REPEATED_QUESTION,
    HINGED_ITEMS,
)

__all__ = ["RULES", "AnyRule", "BankRule", "ItemRule", "PassageRule"]
