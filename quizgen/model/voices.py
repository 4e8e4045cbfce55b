"""The names of voices: a language with a country, as programs that speak want it."""

from __future__ import annotations

import re

_COUNTRIES = {
    "ar": "SA", "be": "BY", "bg": "BG", "bn": "BD", "ca": "ES", "cs": "CZ", "cy": "GB",
    "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "et": "EE", "eu": "ES",
    "fa": "IR", "fi": "FI", "fr": "FR", "ga": "IE", "gl": "ES", "he": "IL", "hi": "IN",
    "hr": "HR", "hu": "HU", "hy": "AM", "id": "ID", "is": "IS", "it": "IT", "ja": "JP",
    "ka": "GE", "kk": "KZ", "ko": "KR", "lt": "LT", "lv": "LV", "mk": "MK", "ms": "MY",
    "nb": "NO", "nl": "NL", "nn": "NO", "no": "NO", "pl": "PL", "pt": "PT", "ro": "RO",
    "ru": "RU", "sk": "SK", "sl": "SI", "sq": "AL", "sr": "RS", "sv": "SE", "sw": "TZ",
    "ta": "IN", "te": "IN", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN",
    "zh": "CN", "zh-Hant": "TW",
}  # fmt: skip
"""The country whose voice speaks a language that names none: CLDR 45's likely subtags, but that
Arabic and Portuguese have the countries that Anki's own list of languages gives them."""


def voice_language(language: str) -> str | None:
    """Return `language`, a BCP 47 tag, as Anki names voices: ``de-AT`` is ``de_AT``.

    Return None where the tag names no country and none is known for it.
    """
    code, *subtags = language.split("-")
    code = code.lower()
    for subtag in subtags:
        if len(subtag) == 1:  # extensions begin
            break
        if re.fullmatch("[A-Za-z]{2}", subtag):
            return f"{code}_{subtag.upper()}"
    script = next((tag.title() for tag in subtags if re.fullmatch("[A-Za-z]{4}", tag)), "")
    country = _COUNTRIES.get(f"{code}-{script}") or _COUNTRIES.get(code)
    return f"{code}_{country}" if country else None
