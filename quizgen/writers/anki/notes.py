"""An item to the notes it becomes: usually one; a matching one a pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.decimals import short_digits
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Option,
    Order,
    Proof,
    Reveal,
    TextEntry,
)
from quizgen.model.ledger import NoteKey
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Text, same_key
from quizgen.model.translations import Translations
from quizgen.model.voices import voice_language
from quizgen.writers.anki import note_types
from quizgen.writers.anki.html import Html, escape
from quizgen.writers.anki.identity import guid, note_name
from quizgen.writers.anki.lists import (
    hint_button,
    listed,
    option_list,
    ordered_list,
    rationale_list,
    shuffled_list,
)
from quizgen.writers.anki.note_type import ANSWER_SPEECH_FIELD, HINT_FIELD, LANGUAGE_FIELD, NoteType
from quizgen.writers.anki.note_types import JUDGING, RATIONALES
from quizgen.writers.anki.proofs import (
    event_proofs,
    pair_proofs,
    proof_of_all,
    source_html,
)
from quizgen.writers.anki.speech import SILENT, Spoken, speech, spoken_parts


class Draft(NamedTuple):
    """A note of an item: its note type, and its own fields, field slug to HTML.

    `labels` tell it from the item's other notes of that type, the most telling first: a
    premise, then its response. Empty for an item's only note of a type. `proof` is why the
    answer is right, and `hint` the hint, where the note asks a part of the item; None: what the
    item says. `spoken` is what its cards say aloud.
    """

    note_type: NoteType
    fields: dict[str, str]
    labels: tuple[str, ...] = ()
    proof: Proof | None = None
    spoken: Spoken = SILENT
    hint: Text | None = None


@dataclass(frozen=True, slots=True)
class NoteData:
    """A note before it goes into a collection.

    `content` maps field slugs to HTML, `ordinals` are its cards (0-based templates, or
    cloze numbers less one).
    """

    note_type: NoteType
    guid: str
    content: Mapping[str, str]
    ordinals: tuple[int, ...]
    tags: tuple[str, ...]


def complete(
    draft: Draft,
    key: NoteKey,
    item: Item,
    bank: Bank,
    html: Html,
    words: Translations,
    imported: str | None,
) -> NoteData:
    """Return `draft` with its identity, its cards, and what every note of `item` has.

    `imported` is the guid of the note that `item` came from, if it came from one.
    """
    voice = voice_language(bank.language)
    proof = draft.proof or Proof(item.explain, item.evidence)
    content = {
        "id": escape(note_name(bank.id, key)),
        **draft.fields,
        "explain": html.text(proof.explain),
        "source": source_html(item, proof.evidence, bank, html, words),
        **proof_of_all(draft.note_type, item, bank, html, words),
        LANGUAGE_FIELD.slug: bank.language,
        HINT_FIELD.slug: hint_button(html, draft.hint or item.hint, words)
        + speech(draft.spoken.question, voice),
        ANSWER_SPEECH_FIELD.slug: speech(draft.spoken.answer, voice),
    }
    ordinals = (
        cloze_ordinals(item.interaction)
        if isinstance(item.interaction, GapFill)
        else tuple(draft.note_type.ordinals(content))
    )
    return NoteData(draft.note_type, guid(bank.id, key, imported), content, ordinals, tags_of(item))


def tags_of(item: Item) -> tuple[str, ...]:
    """Return the tags of the notes of `item`: topic, difficulty, and the author's own."""
    difficulty = (f"difficulty::{item.difficulty.value}",) if item.difficulty else ()
    return (f"topic::{item.topic}", *difficulty, *(tag.value for tag in item.tags))


def cloze_ordinals(gap_fill: GapFill) -> tuple[int, ...]:
    """Return the ordinals of the cards that the gaps in `text` make: one a gap number."""
    return tuple(sorted({gap.number - 1 for gap in gap_fill.gaps}))


def drafts_of(
    question: Question, html: Html, words: Translations, flips: bool = False
) -> Iterator[Draft]:
    """Yield the notes of one item: usually one.

    With `flips`, a card with one option to choose shows its answer as soon as one is chosen.
    """
    item = question.item
    drafts = _silent_drafts(question, html, words, flips)
    if not item.speaks:
        yield from drafts
        return
    for draft, spoken in zip(drafts, spoken_parts(item, words), strict=True):
        yield draft._replace(spoken=spoken)


def _silent_drafts(
    question: Question, html: Html, words: Translations, flips: bool
) -> Iterator[Draft]:
    item = question.item
    case = html.case(item.case_stem)
    stem = case + html.text(item.stem)
    interaction = item.interaction
    match interaction:
        case Reveal():
            yield Draft(note_types.FLASHCARD, _flashcard(html, stem, interaction, case))
        case Choice():
            fields = _choice(html, stem, interaction, question.order, words, flips)
            yield Draft(note_types.CHOICE, fields)
        case TextEntry():
            yield Draft(note_types.TYPED, _text_entry(html, stem, interaction, words))
        case Numeric():
            yield Draft(note_types.TYPED, _numeric(html, stem, interaction, words))
        case GapFill(parts=parts):
            yield Draft(note_types.CLOZE, {"text": case + html.cloze(parts)})
        case Match():
            proofs = pair_proofs(item, interaction)
            yield from _match(html, stem, interaction, proofs, words, flips)
        case Order():
            yield _order(html, stem, interaction, question.order, words)
            proofs = event_proofs(item, interaction)
            prompt = case + words.when
            yield from _dates(html, interaction, proofs, prompt)
        case ExtendedText():
            yield Draft(note_types.ESSAY, _essay(html, stem, interaction, words))
        case _:
            assert_never(interaction)


def _flashcard(html: Html, stem: str, reveal: Reveal, case: str) -> dict[str, str]:
    """Return the fields; the `case` heads both sides where both are asked."""
    return {
        "front": stem,
        "back": (case if reveal.reversed else "") + html.text(reveal.back),
        "reversed": "1" if reveal.reversed else "",
    }


def _choice(
    html: Html,
    stem: str,
    choice: Choice,
    order: tuple[int, ...],
    words: Translations,
    flips: bool,
) -> dict[str, str]:
    keys = len(choice.keys)
    options = [choice.options[i] for i in order]
    return {
        "stem": stem,
        "options": option_list(html, options, words, fixed=choice.fixed, flips=flips),
        RATIONALES.slug: rationale_list(html, options),
        "hint": words.choose(keys) if keys > 1 else "",
    }


def _text_entry(html: Html, stem: str, entry: TextEntry, words: Translations) -> dict[str, str]:
    accepted = ", ".join(
        f'<span class="variant">{html.text(text)}</span>' for text in entry.accepted
    )
    opening, closing = words.also_right
    case = "exact" if entry.exact_case else ""
    return {
        "stem": stem,
        "answer": escape(entry.answer.plain),
        "also": f"{opening}{accepted}{closing}" if accepted else "",
        JUDGING.slug: html.data("judging", answer=entry.answer.plain, case=case),
    }


def _numeric(html: Html, stem: str, numeric: Numeric, words: Translations) -> dict[str, str]:
    return {
        "stem": stem,
        "answer": escape(numeric.written),
        "unit": html.text(numeric.unit),
        "also": words.tolerance(numeric.written_tolerance) if numeric.tolerance else "",
        JUDGING.slug: html.data(
            "judging",
            answer=f"{numeric.value:f}",
            number="true",
            tolerance=short_digits(numeric.tolerance) if numeric.tolerance else "",
        ),
    }


def _match(
    html: Html,
    stem: str,
    match: Match,
    proofs: Sequence[Proof],
    words: Translations,
    flips: bool,
) -> Iterator[Draft]:
    """Yield a note a pair.

    The responses are sorted, so that moving pairs in the bank changes no note.
    """
    order = sorted(range(len(match.responses)), key=lambda i: same_key(match.responses[i]))
    hints = match.hints or (None,) * len(match.premises)
    for premise, index, proof, hint in zip(match.premises, match.key, proofs, hints, strict=True):
        options = [Option(match.responses[i], is_key=i == index) for i in order]
        fields = {
            "stem": stem,
            "premise": html.text(premise),
            "response": html.text(match.responses[index]),
            "responses": option_list(html, options, words, flips=flips),
        }
        labels = (fields["premise"], fields["response"])
        yield Draft(note_types.MATCHING, fields, labels, proof, hint=hint)


def _order(
    html: Html, stem: str, order: Order, display_order: tuple[int, ...], words: Translations
) -> Draft:
    """Return the note that asks for the order, which is never the one shown, not even of two."""
    if display_order == tuple(range(len(display_order))):
        display_order = display_order[::-1]
    events = [(html.text(event.text), escape(event.date or "")) for event in order.events]
    dated = [f'<span class="date">{date}</span> {text}' if date else text for text, date in events]
    fields = {
        "stem": stem,
        "shuffled": shuffled_list([text for text, _ in events], display_order, words),
        "ordered": ordered_list(dated, display_order, words),
    }
    return Draft(note_types.ORDERING, fields)


def _dates(html: Html, order: Order, proofs: Sequence[Proof], prompt: str) -> Iterator[Draft]:
    """Yield a note an event that has a date, asked for with `prompt`."""
    for event, proof in zip(order.events, proofs, strict=True):
        if event.date:
            text, date = html.text(event.text), escape(event.date)
            fields = {"prompt": prompt, "event": text, "date": date}
            yield Draft(note_types.DATE, fields, (text, date), proof, hint=event.hint)


def _essay(html: Html, stem: str, essay: ExtendedText, words: Translations) -> dict[str, str]:
    rubric = [
        f"{html.text(criterion.text)} ({words.criterion_points(criterion.points)})"
        for criterion in essay.rubric
    ]
    return {
        "stem": stem,
        "answer": html.text(essay.answer),
        "rubric": listed("ul", "rubric", rubric) if rubric else "",
    }
