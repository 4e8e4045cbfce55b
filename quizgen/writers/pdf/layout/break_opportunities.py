"""Where a line may end: Unicode's line breaking (UAX 14), as far as it needs no dictionary.

`quizgen.writers.pdf.layout.word_ends` has what needs one.
"""

from __future__ import annotations

import unicodedata

_ZERO_WIDTH_SPACE = "\u200b"
_HYPHENS = "-\u2010/"
_DASHES = "\u2013\u2014"

_NO_START = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー゠〜…‥％℃°"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    ",.:;?!%"
)
"""What begins no line in Japanese and Chinese, besides closing brackets (JIS X 4051, kinsoku)."""
_NO_END = frozenset("￥＄￡＃№")


def may_end(text: str, index: int, displayed: str) -> bool:
    """Return whether a line may end after the character at `index`, printed as `displayed`.

    After spaces, dashes, and hyphens or slashes between a word and a word. Not before a
    digit: "COVID-19" and "S/RES/1718" stay whole. After a character printed as its code, too.
    Between any two characters as wide as Chinese ones, but for punctuation that belongs to
    one of them. Korean lines end between words, as in print for schools.
    """
    character = text[index]
    if not displayed:
        return character == _ZERO_WIDTH_SPACE
    if displayed == " " or len(displayed) > 1:
        return True
    if index + 1 == len(text) or text[index + 1] == " ":
        return False
    following = text[index + 1]
    if character in _DASHES:
        return True
    if _is_wide(character) or _is_wide(following):
        return not (_holds_next(character) or _holds_last(following))
    joins = index > 0 and text[index - 1].isalnum() and following.isalpha()
    return joins and character in _HYPHENS


def _is_wide(character: str) -> bool:
    """Return whether `character` is written in a square of its own, as in Chinese and Japanese."""
    return (
        character >= "\u1100"
        and unicodedata.east_asian_width(character) in "WF"
        and not unicodedata.name(character, "").startswith("HANGUL")
    )


def _holds_next(character: str) -> bool:
    """Return whether no line ends after `character`: opening brackets, currency signs, Hangul."""
    return (
        unicodedata.category(character) in ("Ps", "Pi")
        or character in _NO_END
        or "가" <= character <= "힣"
    )


def _holds_last(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Pe", "Pf", "Mn", "Mc", "Cf")
        or character in _NO_START
        or "가" <= character <= "힣"
    )
