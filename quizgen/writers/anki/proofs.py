"""Why an answer is right, as the foot of a back tells it: of a whole item, or of one part.

A card of one pair or event must not give away the others, which a learner has yet to answer.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

from quizgen.model.bank import Bank, Passage
from quizgen.model.item import Item, Match, Order, Proof
from quizgen.model.text import Text
from quizgen.model.text.compare import folded
from quizgen.model.translations import Translations
from quizgen.writers.anki.html import Html, escape
from quizgen.writers.anki.note_type import NoteType
from quizgen.writers.anki.note_types import ALL_EXPLAIN, ALL_SOURCE, MATCHING, ORDERING

MAX_KEPT = 1000
"""Answers that are kept: the parts of one item are compared with each other again and again."""

_SHORT = 3
"""Words of so few letters, such as “the”, tell nothing. Judged by eye."""


def source_html(
    item: Item, evidence: Iterable[Text], bank: Bank, html: Html, words: Translations
) -> str:
    """Return where the answer comes from: a line a quote, a line a reference of `item`."""
    lines = []
    for quote in evidence:
        number = bank.passage.number(quote.plain) if bank.passage else None
        opening, closing = words.quoted(number)
        lines.append(f"{opening}{_in_language(html.text(quote), bank.passage)}{closing}")
    lines += [html.text(reference) for reference in item.references]
    return "<br>".join(lines)


def _in_language(quote: str, passage: Passage | None) -> str:
    """Return `quote`, HTML, marked with its language where that is not the card's."""
    if passage is None or passage.language is None:
        return quote
    return f'<span lang="{escape(passage.language)}" dir="auto">{quote}</span>'


def shared_evidence(item: Item) -> tuple[Text, ...]:
    """Return the quotes of `item` that no part has for itself."""
    match item.interaction:
        case Match(proofs=proofs):
            part_quotes = {quote for proof in proofs for quote in proof.evidence}
        case Order(events=events):
            part_quotes = {quote for event in events for quote in event.proof.evidence}
        case _:
            part_quotes = set()
    return tuple(quote for quote in item.evidence if quote not in part_quotes)


def pair_proofs(item: Item, match: Match) -> list[Proof]:
    """Return the proof of each pair of `item`, for the back of its card."""
    proofs = match.proofs or (Proof(),) * len(match.premises)
    pairs = [
        (premise.plain, match.responses[index].plain)
        for premise, index in zip(match.premises, match.key, strict=True)
    ]
    return _of_parts(item, pairs, proofs)


def event_proofs(item: Item, order: Order) -> list[Proof]:
    """Return the proof of each event of `item`, for the card that asks its date."""
    pairs = [(event.text.plain, event.date or "") for event in order.events]
    return _of_parts(item, pairs, [event.proof for event in order.events])


def _of_parts(
    item: Item, pairs: Sequence[tuple[str, str]], part_proofs: Sequence[Proof]
) -> list[Proof]:
    """Return each pair's own proof, or what of the item's evidence is about that pair alone."""
    shared = shared_evidence(item)
    proofs = []
    for index, (pair, proof) in enumerate(zip(pairs, part_proofs, strict=True)):
        other_pairs = [*pairs[:index], *pairs[index + 1 :]]
        explain = proof.explain
        if (
            explain is None
            and item.explain
            and not _mentions_other_pair(item.explain, pair, other_pairs)
        ):
            explain = item.explain
        evidence = proof.evidence or tuple(q for q in shared if _is_about(q, pair, other_pairs))
        proofs.append(Proof(explain, evidence))
    return proofs


def _is_about(quote: Text, pair: tuple[str, str], other_pairs: Sequence[tuple[str, str]]) -> bool:
    """Return whether `quote` holds more distinctive words of `pair` than of any of `other_pairs`.

    A quote that holds both halves of another pair would give that pair away: it is about neither.
    """
    if any(all(_contains_words(quote, half) for half in other) for other in other_pairs):
        return False
    distinctive_words = _words_in(quote, pair, other_pairs)
    others = [
        _words_in(quote, other, [pair, *(s for s in other_pairs if s != other)])
        for other in other_pairs
    ]
    return distinctive_words > max(others, default=0)


def _words_in(quote: Text, pair: tuple[str, str], other_pairs: Sequence[tuple[str, str]]) -> int:
    """Return how many words and halves of `pair`, which no other has, stand in `quote`."""
    known = {
        word
        for other in other_pairs
        for half in other
        for word in (*_significant_words(half), half)
    }
    distinctive_words = {
        word for half in pair for word in (*_significant_words(half), half)
    } - known
    return sum(_contains_words(quote, word) for word in distinctive_words)


def _contains_words(quote: Text, words: str) -> bool:
    """Return whether `words` stand in `quote`, as whole words where spaces part words."""
    return _holds(folded(quote.plain), folded(words))


@functools.lru_cache(maxsize=MAX_KEPT)
def _holds(quoted: str, bare: str) -> bool:
    """Return whether `bare` stands in `quoted`, both folded, as `_contains_words` does."""
    if not bare or bare not in quoted:
        return False
    before, after = (r"\b" if _is_cased(end) else "" for end in (bare[0], bare[-1]))
    return re.search(f"{before}{re.escape(bare)}{after}", quoted) is not None


def _mentions_other_pair(
    explain: Text, pair: tuple[str, str], other_pairs: Sequence[tuple[str, str]]
) -> bool:
    """Return whether `explain` has a word or number of `other_pairs` that `pair` does not have."""
    explained, distinctive_words = folded(explain.plain), folded(" ".join(pair))
    for word in {
        word for other in other_pairs for half in other for word in _significant_words(half)
    }:
        if word not in distinctive_words and word in explained:
            return True
    return False


@functools.lru_cache(maxsize=MAX_KEPT)
def _significant_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` that tell something.

    These are long words, numbers, and any word of a script that writes without spaces.
    """
    words = re.findall(r"\w+", folded(text))
    return tuple([w for w in words if len(w) > _SHORT or w.isdecimal() or not _is_cased(w[0])])


def _is_cased(letter: str) -> bool:
    """Return whether `letter` is a digit or of a script with capitals, which parts words."""
    return letter.lower() != letter.upper() or letter.isdecimal()


def proof_of_all(
    note_type: NoteType, item: Item, bank: Bank, html: Html, words: Translations
) -> dict[str, str]:
    """Return the fields for what `item` says of all its parts, where its cards show less."""
    shared = shared_evidence(item)
    fields: dict[str, str] = {}
    if note_type is MATCHING:
        fields[ALL_EXPLAIN.slug] = html.text(item.explain)
    if note_type is MATCHING or (note_type is ORDERING and shared != item.evidence):
        fields[ALL_SOURCE.slug] = source_html(item, shared, bank, html, words)
    return fields
