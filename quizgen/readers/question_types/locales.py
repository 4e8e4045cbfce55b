"""Locales: the ways of writing dates and numbers in a language, by the Unicode CLDR."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def locale_of(language: str) -> Locale:
    """Return the locale for `language`, a BCP 47 tag; English where the CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def decimal_sign(language: str) -> str:
    """Return what stands before the places of a number in `language`: a point, or a comma."""
    if language == "en":
        return "."
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(locale_of(language))
