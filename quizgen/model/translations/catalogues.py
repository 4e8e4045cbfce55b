"""Which catalogue a language has, and gettext's reading of it."""

from __future__ import annotations

import functools
import io
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

ENGLISH = "en"
_FOLDER = files("quizgen.model.translations").joinpath("locale")

LANGUAGES = (
    ENGLISH,
    *sorted(file.name[:-3] for file in _FOLDER.iterdir() if file.name[-3:] == ".po"),
)
"""Languages with words of their own, as CLDR names them: ``ko``, ``zh_Hant``."""


@functools.cache
def catalogue_for(language: str) -> str:
    """Return the one of `LANGUAGES` whose words a text in `language` (a BCP 47 tag) gets.

    English where there is none.
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
    with _FOLDER.joinpath(f"{name}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=name))
    compiled.seek(0)
    return GNUTranslations(compiled)
