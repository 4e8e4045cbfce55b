"""Characters that nobody sees, in what is compared: answers, options and tags."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from quizgen.checks.base import StructureCheck
from quizgen.checks.signs import items_beyond_ascii
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import Choice, GapFill, Item, Match, Numeric, Order, TextEntry
from quizgen.model.pattern import pattern
from quizgen.model.source import NOWHERE
from quizgen.model.text import Text
from quizgen.readers.yaml import ScalarNode

_INVISIBLE = pattern(
    "[\u00a0\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202f\u2060\u2066-\u2069\ufeff]"
)
"""No-break spaces, soft hyphens, zero-width spaces, joiners of words, and marks of direction."""

_JOINERS = pattern("[\u200c\u200d]")
_JOINING_SCRIPTS = frozenset(
    (
        *("ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI"),
        *("ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER"),
    )
)
"""Scripts that are spelled with joiners, by the first words of their letters' names in Unicode.

Persian is spelled with U+200C, emoji with U+200D; between other letters neither means anything.
The script of cards has the same list (``JOINING`` in judge.js).
"""


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each answer of `bank` to be typed that has such a character."""
    for item in items_beyond_ascii(bank):
        for text in _typed(item):
            if sign := invisible_in(text.plain):
                yield INVISIBLE_CHARACTER.at(
                    item.id.span if text.span is NOWHERE else text.span,
                    f"this answer holds the invisible character {sign}, which a pupil does not "
                    "type",
                    "type the answer anew; it comes along when text is pasted from a web page",
                )
        for word in item.tags:
            if sign := invisible_in(word.value):
                yield INVISIBLE_CHARACTER.at(
                    word.span,
                    f"this tag holds the invisible character {sign}, so it is another tag than "
                    "the one it looks like",
                    "type the tag anew; it comes along when text is pasted from a web page",
                )
        for texts in _side_by_side(item):
            yield from _look_alike(texts)


def _side_by_side(item: Item) -> Iterator[list[Text]]:
    """Yield the texts of `item` that pupils have to tell apart."""
    match item.interaction:
        case Choice(options=options):
            yield [option.text for option in options]
        case Match(premises=premises, responses=responses):
            yield list(premises)
            yield list(responses)
        case Order(events=events):
            yield [event.text for event in events]
        case _:
            pass


def _look_alike(texts: Sequence[Text]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each of `texts` that differs from another in nothing to be seen."""
    if not any(invisible_in(text.plain) for text in texts):
        return
    if all(text.plain.isascii() for text in texts):
        return
    seen: dict[str, Text] = {}
    for text in texts:
        first = seen.setdefault(without_invisible(text.plain), text)
        sign = invisible_in(text.plain) or invisible_in(first.plain)
        if first is not text and first.plain != text.plain and sign:
            yield INVISIBLE_CHARACTER.at(
                text.span,
                f"this answer looks like another, and differs only in the invisible character "
                f"{sign}",
                "change one of the two, or remove it",
                related=(Related("the other one", first.span),),
            )


def invisible_in(text: str) -> str:
    """Return code and name of the first invisible character in `text`, or ""."""
    if text.isascii():
        return ""
    match = _INVISIBLE.search(text) or next(
        (joiner for joiner in _JOINERS.finditer(text) if not _joins(text, joiner.start())), None
    )
    if match is None:
        return ""
    return f"U+{ord(match[0]):04X} ({unicodedata.name(match[0], 'a character').lower()})"


def _joins(text: str, at: int) -> bool:
    """Return whether the joiner at the index `at` stands between letters, or emoji, that join."""
    return _is_joining(text[at - 1 : at]) and _is_joining(text[at + 1 : at + 2])


def _is_joining(letter: str) -> bool:
    if not letter:
        return False
    is_sign = unicodedata.category(letter) in ("Mn", "Mc", "So", "Sk")
    return is_sign or unicodedata.name(letter, "").split(" ")[0] in _JOINING_SCRIPTS


def without_invisible(text: str) -> str:
    """Return `text` without invisible characters, and with common spaces for no-break ones."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    text = _JOINERS.sub(lambda joiner: joiner[0] if _joins(text, joiner.start()) else "", text)
    return " ".join(_INVISIBLE.sub("", text).split())


_NAMES = frozenset(("deck", "tags"))
"""Keys whose words are compared, by Anki or by quizgen, and may hold any character."""

_OF_NO_USE = pattern("[\u034f\u180e\u200b\u2060\ufeff]+")
"""Characters that nobody sees and that no language's typography needs in a text: not no-break
spaces, soft hyphens and marks of direction."""


def unseen_in_deck_file(key: str, node: ScalarNode) -> Iterator[Diagnostic]:
    """Yield the diagnostic for an invisible character in `node`, the `key` of a deck file."""
    if key in _NAMES and (sign := invisible_in(node.value)):
        yield INVISIBLE_CHARACTER.at(
            node,
            f"this name holds the invisible character {sign}, so it is another name than the one "
            "it looks like",
            "type the name anew; it comes along when text is pasted from a web page",
        )
    elif node.value.isascii():
        return
    elif (match := _OF_NO_USE.search(node.value)) and (sign := invisible_in(match[0])):
        yield INVISIBLE_CHARACTER.at(
            node,
            f"this text holds the invisible character {sign}",
            "type the text anew; it comes along when text is pasted from a web page",
        )


def _typed(item: Item) -> Iterator[Text]:
    """Yield the texts of `item` that a learner's answer is compared with."""
    match item.interaction:
        case TextEntry(answer=answer, accepted=accepted):
            yield answer
            yield from accepted
        case GapFill(gaps=gaps):
            yield from (gap.answer for gap in gaps)
        case Numeric(unit=unit) if unit is not None:
            yield unit
        case _:
            pass


INVISIBLE_CHARACTER = StructureCheck(
    name="invisible-character",
    severity=Severity.WARNING,
    doc="""
    An answer that pupils type holds a character that nobody sees: a no-break space, a soft hyphen,
    a zero-width space or a mark of direction, as web pages and word processors put them in. No
    pupil types it, so a right answer may not count as equal. Type the answer anew. The same holds
    for a tag, which would be another than the one it looks like, and for two options that differ in
    nothing else. In a deck file, the deck's name and tags are told, which would be others; other
    texts where they hold a character that no typography needs.
    """,
    find=find,
    of_items=True,
)
