"""The letters of fields that are filled in on a screen: 224, chosen by the bank's language.

They are those of a code page of Windows. Where the alphabet of a language has others, these take
the places of signs and letters that it does not need.
"""

from __future__ import annotations

import functools

FIRST = 32
"""The first code; the last is 255."""
_CODE_PAGES = {
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "cp1250"),
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"), "cp1251"),
    "el": "cp1253",
    **dict.fromkeys(("az", "tr"), "cp1254"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
}
"""The code pages of languages that cp1252, Western Europe's, does not serve."""
_OF_SCRIPTS = {
    "sr-latn": "cp1250",
    **dict.fromkeys(("az-cyrl", "bs-cyrl", "uz-cyrl"), "cp1251"),
}
"""Those of languages that are written in two scripts, in the other one."""
_MORE = {
    "az": "Əə",
    "az-cyrl": "ҒғӘәҜҝӨөҮүҺһҸҹ",
    "cy": "ŴŵŶŷẀẁẂẃẄẅỲỳ",
    "eo": "ĈĉĜĝĤĥĴĵŜŝŬŭ",
    "kk": "ӘәҒғҚқҢңӨөҰұҮүҺһ",
    "ky": "ҢңӨөҮү",
    "mn": "ӨөҮү",
    "mt": "ĊċĠġĦħŻż",
    "ro": "ȘșȚț",
    "tg": "ҒғӢӣҚқӮӯҲҳҶҷ",
    "tt": "ӘәҖҗҢңӨөҮүҺһ",
    "uz-cyrl": "ҚқҒғҲҳ",
}
"""Letters that a code page lacks, from the exemplar characters of the CLDR."""
_NONE, _BULLET = "•", 149
"""What stands for a code without a character, and the code that has it as its own."""
_SPARE = "¤¦¨¯´¸ˇ˘˛˙˝ˆ˜†‡ƒ¶¬ªº‰ЂЃѓЉЊЌЋЏђљњќћџЅѕЄєЇїҐґ"
"""What gives way in this order: signs that hardly anybody types, and then letters of Serbian,
Macedonian and Ukrainian, which no language with letters in `_MORE` has."""


@functools.cache
def characters(language: str) -> tuple[str, ...]:
    """Return the characters of the codes from `FIRST` to 255 for `language` (BCP 47)."""
    first, *others = language.lower().split("-")
    keys = [f"{first}-{one}" for one in others if len(one) == 4] + [first]
    key = next((one for one in keys if one in _OF_SCRIPTS), first)
    page = list(of_page(_OF_SCRIPTS.get(key) or _CODE_PAGES.get(first, "cp1252")))
    places = [place for place, one in enumerate(page) if one == _NONE and place + FIRST != _BULLET]
    places += [page.index(one) for one in _SPARE if one in page]
    for place, letter in zip(places, _MORE.get(key, ""), strict=False):
        page[place] = letter
    return tuple(page)


def of_page(page: str) -> tuple[str, ...]:
    """Return the characters of `page`; WinAnsiEncoding has a bullet where a page has none."""
    return tuple(bytes([code]).decode(page, "ignore") or _NONE for code in range(FIRST, 256))
