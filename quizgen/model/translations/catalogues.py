"""The catalogues of gettext, and which of them counts for a language."""

from __future__ import annotations

import functools
import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

ENGLISH = "en"
_FOLDER = Path(__file__).with_name("locale")

LANGUAGES = (
    ENGLISH,
    *sorted(file.name[:-3] for file in _FOLDER.iterdir() if file.name[-3:] == ".po"),
)
"""The languages that have a catalogue, in the CLDR's names: ``ko``, ``zh_Hant``."""


@functools.cache
def catalogue_for(language: str) -> str:
    """Return the name of the catalogue, one of `LANGUAGES`, for `language`, a BCP 47 tag.

    A catalogue for the language's script comes before one for the language. English counts for
    languages without a catalogue.
    """
    if language == ENGLISH or language.startswith("en-"):
        return ENGLISH
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ENGLISH
    likely = get_global("likely_subtags").get(locale.language, "").split("_")
    script = locale.script or (likely[1] if len(likely) > 1 else "")
    for name in (f"{locale.language}_{script}", locale.language):
        if name in LANGUAGES:
            return name
    return ENGLISH


@functools.cache
def translations(name: str) -> NullTranslations:
    """Return the catalogue `name`, one of `LANGUAGES`."""
    if name == ENGLISH:
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with (_FOLDER / f"{name}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=name))
    compiled.seek(0)
    return GNUTranslations(compiled)
