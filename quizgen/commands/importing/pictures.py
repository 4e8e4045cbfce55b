"""The pictures of a package that a bank can hold, under names that are safe as files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from quizgen.commands.importing.unsupported import Loss
from quizgen.project.images import KINDS, ImageError, decode

LONGEST_NAME = 100


class Pictures:
    """The pictures of a package with their names in the bank.

    `media` are the files of the package by name. `used` are contents by the names in the bank, of
    those pictures that texts show.
    """

    def __init__(self, media: Mapping[str, bytes]) -> None:
        self.media = media
        self.used: dict[str, bytes] = {}
        self.names: dict[str, str] = {}

    def find(self, source: str) -> str | Loss:
        """Return the name in the bank of the picture `source` of a field, or why it is lost.

        `source` may have percent-encoded characters.
        """
        exact, decoded = (unicodedata.normalize("NFC", name) for name in (source, unquote(source)))
        name = exact if exact in self.media else decoded
        if PurePosixPath(name).suffix.lower() not in KINDS:
            return Loss.PICTURE_KIND
        if name not in self.media:
            return Loss.PICTURE_MISSING
        if name not in self.names:
            if isinstance(decode(self.media[name]), ImageError):
                return Loss.PICTURE_DAMAGED
            self.names[name] = self._free(_safe(name))
            self.used[self.names[name]] = self.media[name]
        return self.names[name]

    @property
    def unused(self) -> list[str]:
        """The names of files in the package that no text shows, sorted."""
        return sorted(set(self.media) - set(self.names))

    def _free(self, name: str) -> str:
        """Return `name`, with a number if another file has the name on a disk that ignores case."""
        taken = {other.casefold() for other in self.used}
        path, number = PurePosixPath(name), 1
        while name.casefold() in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        return name


def _safe(name: str) -> str:
    """Return `name` without folders, with hyphens for all but letters, digits, dots and ``_``.

    It has at most `LONGEST_NAME` characters.
    """
    path = PurePosixPath(name.replace("\\", "/").rpartition("/")[2])
    stem = re.sub(r"[^\w.-]+", "-", path.stem).strip(".-")
    return (stem[: LONGEST_NAME - len(path.suffix)] or "picture") + path.suffix
