"""What the manifest of a package says of its questions: IEEE LOM, the standard for metadata."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from quizgen.readers.foreign.xml import XmlElement

_LEVELS = {
    **dict.fromkeys(("very easy", "easy"), "easy"),
    "medium": "medium",
    **dict.fromkeys(("difficult", "very difficult"), "hard"),
}
"""A bank's word for each of LOM's (IEEE 1484.12.1, 5.8)."""
MAX_KEYWORDS = 200


class Described(NamedTuple):
    """The keywords of a question, and its difficulty as a bank calls it, empty without."""

    tags: tuple[str, ...] = ()
    difficulty: str = ""


NOT_DESCRIBED = Described()


def descriptions(manifest: XmlElement, here: str) -> dict[str, Described]:
    """Return what `manifest` says of the files that it lists, by their names.

    `here` is the folder of the manifest.
    """
    return {
        posixpath.normpath(
            posixpath.join(here, unquote(resource.attributes.get("href", "")))
        ): about
        for resource in manifest.find("resource")
        if (about := _described(resource)) != NOT_DESCRIBED
    }


def _described(resource: XmlElement) -> Described:
    lom = resource.first("metadata", "lom")
    if lom is None:
        return NOT_DESCRIBED
    words = [" ".join(word.text.split()) for word in lom.find("keyword")]
    level = lom.value("educational", "difficulty", "value").lower()
    return Described(tuple(filter(None, words[:MAX_KEYWORDS])), _LEVELS.get(level, ""))
