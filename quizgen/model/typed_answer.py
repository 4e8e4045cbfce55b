"""Whether what a pupil typed is right: the rule of ``writers/shared/judge.js``, outside a browser.

Where that rule needs what only a browser knows, the answer is not judged at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_JOINERS = re.compile("[\u200c\u200d]")
_ALIKE = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
}
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_DIGITS = {first + digit: str(digit) for first in (0x660, 0x6F0, 0x966) for digit in range(10)}
MAX_DIGITS = 1000
"""Characters of a number that is judged; a longer one is left to a person."""


def judge_text(
    typed: str, answers: Sequence[str], language: str, *, exact: bool = False
) -> bool | None:
    """Tell whether `typed` is one of `answers`; None where a person has to say.

    `exact`: case counts. Case works as in `language` (BCP 47).
    """
    given = _words(typed, language, exact)
    if not given:
        return False
    if any(_words(answer, language, exact) == given for answer in answers):
        return True
    is_unsure = any(map(_JOINERS.search, (typed, *answers))) or language[:2].lower() == "lt"
    return None if is_unsure else False


def judge_number(
    typed: str, value: Decimal, tolerance: Decimal, unit: str, language: str
) -> bool | None:
    """Tell whether `typed`, with or without `unit`, is `value` within ± `tolerance`.

    None where its comma or point may begin the places or group thousands, and the two differ.
    """
    given = _without_unit(typed, unit, language)
    if len(given) > MAX_DIGITS:
        return None
    are_near = {_is_near(number, value, tolerance) for number in _numbers(given)}
    if len(are_near) > 1:
        return None
    return are_near.pop() if are_near else False


def is_number(typed: str, unit: str, language: str) -> bool:
    """Return whether `typed`, with or without `unit`, can be read as a number."""
    given = _without_unit(typed, unit, language)
    return len(given) <= MAX_DIGITS and bool(_numbers(given))


def _without_unit(typed: str, unit: str, language: str) -> str:
    given, behind = _words(typed, language, False), _words(unit, language, False)
    return given[: -len(behind)] if behind and given.endswith(behind) else given


def _is_near(number: Decimal, value: Decimal, tolerance: Decimal) -> bool:
    """Compare without any rounding, as fractions do."""
    off = abs(
        number.as_integer_ratio()[0] * value.as_integer_ratio()[1]
        - value.as_integer_ratio()[0] * number.as_integer_ratio()[1]
    )
    most, part = tolerance.as_integer_ratio()
    return off * part <= most * number.as_integer_ratio()[1] * value.as_integer_ratio()[1]


def _words(text: str, language: str, exact: bool) -> str:
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_ALIKE)
    text = " ".join(text.split())
    if exact:
        return text
    if language[:2].lower() in ("tr", "az"):
        text = text.replace("İ", "i").replace("I\u0307", "i").replace("I", "ı")
    return text.lower().replace("ς", "σ")


def _numbers(text: str) -> list[Decimal]:
    """Return the numbers that `text` may be: none, one, or two where a sign has two meanings."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split()).translate(_DIGITS)
    plain = re.sub("^[\u2212\u2013\u2012]", "-", plain.replace("\u066b", "."))
    plain = re.sub("([0-9])[ '\u066c](?=[0-9]{3}(?![0-9]))", r"\1", plain)
    match = re.fullmatch(r"([-+]?)([0-9.,]*)", plain)
    if match is None:
        return []
    sign, digits = match.groups()
    signs = re.sub("[0-9]", "", digits)
    if len(signs) == 1 and _GROUPED.fullmatch(digits):
        readings = [digits.replace(",", "."), digits.replace(signs, "")]
    elif len(signs) < 2:
        readings = [digits.replace(",", ".")]
    elif len(set(signs)) == 1:
        readings = [digits.replace(signs[0], "")] if _GROUPED.fullmatch(digits) else []
    else:
        whole, _, places = digits.rpartition(signs[-1])
        is_number = signs[-1] not in whole and _GROUPED.fullmatch(whole)
        readings = [f"{re.sub('[.,]', '', whole)}.{places}"] if is_number else []
    try:
        return [Decimal(sign + reading) for reading in readings]
    except InvalidOperation:
        return []
