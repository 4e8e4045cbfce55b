"""What the rules know of one language: lists of words, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from quizgen.checks.nlp.wordings.base import Wordings
from quizgen.model.dataclass import dataclass


def counted(text: str) -> dict[str, int]:
    """Return the words of `text` with their numbers; they are those for two, three and so on."""
    return {word: value for value, word in enumerate(text.split(), 2)}


def forms(text: str) -> dict[str, str]:
    """Return the first form of a verb for each other form; semicolons separate verbs in `text`."""
    verbs = (verb.split() for verb in text.split(";"))
    return {form: first for first, *others in verbs for form in others}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language, in lower case and with straight apostrophes.

    An empty list matches nothing, so a rule finds nothing in a language without a list for it, and
    need not ask whether there is one.
    """

    code: str
    """ISO 639: ``en``."""
    stop_words: frozenset[str] = frozenset()
    """Words that carry no content of their own. Without them no word is a content word."""
    irregular: Mapping[str, str] = field(default_factory=dict)
    """Irregular forms, each mapped to its base form: ``wrote`` to ``write``."""
    elided: frozenset[str] = frozenset()
    """Words that are written together with the next, up to their apostrophe: ``l`` in l'eau."""
    snowball: str = ""
    """The Snowball algorithm that finds the stems of words: ``english``."""
    stems_have_stems: bool = False
    """Whether to stem a stem until nothing comes off: of Spanish lugares, lugar, and then lug."""
    leftover_letters: str = ""
    """Letters of a plural that the algorithm leaves at the end of some stems: Autos, numéros."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence, without it: ``dr``, ``e.g``."""
    ordinal_stop: bool = False
    """Whether a full stop behind a number ends no sentence either: am 9. Dezember."""
    negatives: frozenset[str] = frozenset()
    """Words that turn a question round: not, except."""
    possessive: tuple[str, ...] = ()
    """What a name ends in where something belongs to it: 's."""
    only_before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The members of `negatives` that negate only before certain words, mapped to these words:
    ``least`` to ``likely``."""
    verdicts: frozenset[str] = frozenset()
    """Predicates that negate a statement: false, untrue."""
    claims: frozenset[str] = frozenset()
    """What can be true or false: statement, answer."""
    concord: frozenset[str] = frozenset()
    """Words of negative concord, of which several in a clause are one negation: no … ningún."""
    particles: frozenset[str] = frozenset()
    """Words without which those of `concord` negate nothing: French ne, without which pas is a
    step."""
    denials: frozenset[str] = frozenset()
    """Further words that make a second negation: no, without."""
    fillers: tuple[str, ...] = ()
    """Phrases that turn nothing round, whatever they hold: not only, est-ce qui."""
    question_words: frozenset[str] = frozenset()
    before_questions: frozenset[str] = frozenset()
    """Words that may stand before a question word at its beginning: in which, and who."""
    reasons: tuple[str, ...] = ()
    """Question words behind which a negation belongs to what is asked about: why."""
    clause_words: frozenset[str] = frozenset()
    """Words that begin a clause: if, because."""
    because: tuple[str, ...] = ()
    """What a stem ends in whose options give reasons: because."""
    placeholders: frozenset[str] = frozenset()
    """What stands for the answer itself: something, one. A clause about it is what is asked."""
    choosing: frozenset[str] = frozenset()
    """Of `imperatives`, those that tell to choose an answer: mark, find."""
    relatives: frozenset[str] = frozenset()
    """Further words that begin a clause, but not as the first of a sentence."""
    commas_before_clauses: bool = False
    """Whether a clause inside a sentence always has a comma before it, as in German."""
    plural_ending: str = ""
    """The regular plural ending, if no singular ends in it: ``s``."""
    absolutes: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    wordings: Wordings = field(default_factory=Wordings)
    """How options say “all of the above” and its like."""
    amounts: tuple[str, ...] = ()
    """What questions say for which “all of them” is a plain answer: how many."""
    both: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    """Conjunctions that join a list: and, or."""
    alternatives: frozenset[str] = frozenset()
    """Between things of which one is to be chosen: or."""
    imperatives: frozenset[str] = frozenset()
    """Verbs that tell a learner what to do: name, choose."""
    before_orders: frozenset[str] = frozenset()
    """Words that may stand before such a verb at its beginning: please, and."""
    selecting: frozenset[str] = frozenset()
    """Question words that a number may follow: which two."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Words for numbers above one."""
    articles: tuple[str, str] | None = None
    """The article before a consonant and the one before a vowel: a, an."""
    starts_with_vowel: str = ""
    """A regular expression for words that take the second of `articles`."""
    takes_either_article: str = ""
    """A regular expression for words before which people differ: an historian."""
    letters_with_vowel: str = ""
    """Letters whose names begin with a vowel: an MRI scan, an x-ray."""
    plural_verbs: frozenset[str] = frozenset()
    """Verbs that only several can follow: are."""
    singular_verbs: frozenset[str] = frozenset()
    capitals_mark_names: bool = False
    """Whether a capital inside a sentence means a name. In German it means a noun."""
    name_particles: frozenset[str] = frozenset()
    """Words that may be written with a capital without being names: I, Monday, English, BEST."""
    decimal_mark: str = ""
    """``.`` or ``,``; the other one separates thousands. Where it is not known, neither is read."""
    to: frozenset[str] = frozenset()
    """Between two numbers: 3 to 5."""
    spans: tuple[tuple[str, str], ...] = ()
    """What stands before two numbers, with what then stands between them: between 3 and 5."""
    more_than: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    less_than: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
