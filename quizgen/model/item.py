"""Items, and the closed union of interactions: the tasks that an item can set a learner.

The interactions carry QTI's names in plain words (QTI 3: choiceInteraction,
textEntryInteraction, gapMatchInteraction, matchInteraction, orderInteraction,
extendedTextInteraction). A question type is a way to write an interaction in YAML; several
types may read to the same interaction.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import TypeAlias

from quizgen.model.answer_space import USUAL_SPACE, AnswerSpace
from quizgen.model.case import Case
from quizgen.model.dataclass import dataclass
from quizgen.model.decimals import short_digits
from quizgen.model.entry import AuthorEntry
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.read_when_used import ReadWhenUsed
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Gap, GapBlock, Text, filled, gaps_of
from quizgen.model.text.gap_parts import GapPart
from quizgen.model.word import Word as Word


@dataclass(frozen=True, slots=True)
class Reveal:
    """The task of a flashcard: recall the back. With `reversed`, the front is asked for as well."""

    back: Text
    reversed: bool = False


class Option(NamedTuple):
    """An answer to choose. `rationale` says why it is wrong, or right.

    A `pinned` option stays behind the others when options are shuffled, as "none of these" must.
    """

    text: Text
    is_key: bool
    rationale: Text | None = None
    pinned: bool = False


class OptionMark(enum.Enum):
    """The mark of an option on paper: a letter, or a box to tick."""

    LETTER = "letter"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Choice:
    """The task to choose the right option, or all that are right.

    `fixed` options keep the author's order.
    """

    options: tuple[Option, ...]
    fixed: bool = False
    mark: OptionMark = OptionMark.LETTER

    @property
    def is_true_false(self) -> bool:
        """Whether the stem is a statement to judge: its options are boxes, in any language."""
        return self.mark is OptionMark.BOX

    @property
    def keys(self) -> tuple[Option, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.is_key)


@dataclass(frozen=True, slots=True)
class TextEntry:
    """The task to type a short answer. `accepted` are further answers that are right.

    With `exact_case`, a word in other capitals is another word.
    """

    answer: Text
    accepted: tuple[Text, ...] = ()
    exact_case: bool = False


@dataclass(frozen=True, slots=True)
class GapFill:
    """The task to fill the gaps of a text."""

    parts: tuple[GapPart, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of the text."""
        return tuple(gaps_of(self.parts))


@dataclass(frozen=True, slots=True)
class Numeric:
    """The task to give a number, right within ± `tolerance`.

    `written` is the number with the places its author typed, and with `decimal_sign`, the one of
    the bank's language.
    """

    value: Decimal
    written: str
    tolerance: Decimal = Decimal(0)
    unit: Text | None = None
    decimal_sign: str = "."

    @property
    def written_tolerance(self) -> str:
        """The tolerance with the decimal sign of the bank's language, without needless zeros."""
        return short_digits(self.tolerance).replace(".", self.decimal_sign)


class Proof(NamedTuple):
    """Why one part of an item is right: a pair, an event. Its `evidence` is the item's as well."""

    explain: Text | None = None
    evidence: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The task to find the response to each premise.

    `key[i]` is the index in `responses` that belongs to `premises[i]`. Responses are
    distinct; those that no premise points at are distractors. `proofs[i]` is that of
    `premises[i]`, and `hints[i]` its hint; there are none where no pair has one.
    """

    premises: tuple[Text, ...]
    responses: tuple[Text, ...]
    key: tuple[int, ...]
    proofs: tuple[Proof, ...] = ()
    hints: tuple[Text | None, ...] = ()


class Event(NamedTuple):
    """A part to put in order.

    On a timeline, it has a `date`, in words of the bank's language, and may have a `hint` to it.
    """

    text: Text
    date: str | None = None
    proof: Proof = Proof()
    hint: Text | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """The task to put `events` in order; they are in the right order here."""

    events: tuple[Event, ...]


class Criterion(NamedTuple):
    """A line of a rubric: `text` says what earns the `points`."""

    text: Text
    points: int


@dataclass(frozen=True, slots=True)
class ExtendedText:
    """The task to write at length. `lines` is the number of lines to rule on paper."""

    answer: Text
    rubric: tuple[Criterion, ...] = ()
    lines: int = 8


Interaction: TypeAlias = (
    Reveal | Choice | TextEntry | GapFill | Numeric | Match | Order | ExtendedText
)


class Difficulty(enum.Enum):
    """The difficulty of an item, as its author judges it."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Item(ReadWhenUsed):
    """A question of a bank.

    `id` is the author's, unique in the bank, and the item's identity for as long as the
    bank lives. `type` is the author's word for the kind of question, used to select by.
    Paper prints the `points` beside the item unless they are 0, or it has no `shows_points`.
    `evidence` quotes the passage, `references` name sources outside the passage. `renamed_from`
    is an id that the item had before, `guid` the note in Anki that it was imported from. `is_new`
    is the author's word that the item never had another id, however much it looks like a question
    that is gone. `ignored` names diagnostics that the author has judged and does not want to see.
    `span` is the whole entry. With `cites_lines`, a sheet that prints the passage names the lines
    of the evidence. `fixed_stem` says that quizgen itself wrote the stem, the same for every
    question of the type: there is nothing in it to advise the author on. `hint` helps a learner who
    asks for it. With `speaks`, cards say question and answer aloud. `space` is what paper leaves
    for an answer by hand. `case` is what the item shares with others; no part of its identity.
    `entry` is what its author typed; None for an item that was made otherwise.
    `bank` is the name of its bank on sheets of several, empty elsewhere. The points of an item that
    `is_bonus` come on top of those that a sheet asks for.
    """

    id: Word
    type: str
    topic: str
    stem: Text
    interaction: Interaction
    explain: Text | None = None
    evidence: tuple[Text, ...] = ()
    references: tuple[Text, ...] = ()
    difficulty: Difficulty | None = None
    tags: tuple[Word, ...] = ()
    points: int = 1
    shows_points: bool = True
    renamed_from: Word | None = None
    guid: Word | None = None
    is_new: bool = False
    ignored: tuple[Word, ...] = ()
    span: Span = NOWHERE
    cites_lines: bool = False
    fixed_stem: bool = False
    hint: Text | None = None
    speaks: bool = False
    space: AnswerSpace = USUAL_SPACE
    case: Case | None = None
    bank: str = ""
    is_bonus: bool = False
    entry: AuthorEntry | None = None

    @property
    def name(self) -> str:
        """The id, with the bank before it where there are several: no other item has it."""
        return f"{self.bank}/{self.id.value}" if self.bank else self.id.value

    @property
    def case_stem(self) -> Text | None:
        """What the questions of the item's case are about; None for an item without."""
        return self.case.stem if self.case else None

    @property
    def printed_points(self) -> int:
        """The points that paper prints beside the item; 0 for none."""
        return self.points if self.shows_points else 0

    @property
    def required_points(self) -> int:
        """The points that count for the most of a worksheet: none for a bonus."""
        return 0 if self.is_bonus else self.points

    @property
    def texts(self) -> tuple[Text, ...]:
        """All texts of the item but its evidence and its case, in the order of a reader."""
        rest = tuple(text for text in (self.hint, self.explain) if text is not None)
        return (self.stem, *interaction_texts(self.interaction), *rest, *self.references)


def interaction_texts(interaction: Interaction) -> tuple[Text, ...]:
    """Return the texts inside `interaction`, in the author's order."""
    match interaction:
        case Reveal(back=back):
            return (back,)
        case Choice(options=options):
            return tuple(t for o in options for t in (o.text, o.rationale) if t is not None)
        case TextEntry(answer=answer, accepted=accepted):
            return (answer, *accepted)
        case GapFill(parts=parts):
            return _gap_texts(parts)
        case Numeric(unit=unit):
            return (unit,) if unit else ()
        case Match(premises=premises, responses=responses, proofs=proofs, hints=hints):
            explanations = (proof.explain for proof in proofs)
            return (*premises, *responses, *filter(None, (*explanations, *hints)))
        case Order(events=events):
            further = (text for e in events for text in (e.proof.explain, e.hint))
            return (*(event.text for event in events), *filter(None, further))
        case ExtendedText(answer=answer, rubric=rubric):
            return (answer, *(criterion.text for criterion in rubric))


def _gap_texts(parts: tuple[GapPart, ...]) -> tuple[Text, ...]:
    texts = []
    for part in parts:
        if isinstance(part, Gap):
            texts += [part.answer, part.hint] if part.hint else [part.answer]
        elif isinstance(part, GapBlock):
            texts.append(Text(filled((part,), lambda gap: ())))
            texts += _gap_texts(tuple(gaps_of((part,))))
        else:
            texts.append(Text((part,)))
    return tuple(texts)
