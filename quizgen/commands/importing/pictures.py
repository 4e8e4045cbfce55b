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
    """Gives pictures their names in the bank. `used` gathers those that texts show."""

    def __init__(self, media: Mapping[str, bytes]) -> None:
        self.media = media
        self.used: dict[str, bytes] = {}
        self.names: dict[str, str] = {}

    def find(self, source: str) -> str | Loss:
        """The name in the bank of what a field calls `source`, or why it is not carried."""
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
        return sorted(set(self.media) - set(self.names))

    def _free(self, name: str) -> str:
        """`name`, numbered where another file has it on a disk that ignores case."""
        taken = {other.casefold() for other in self.used}
        path, number = PurePosixPath(name), 1
        while name.casefold() in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        return name


def _safe(name: str) -> str:
    """A file name without folders, blanks or signs that mean something elsewhere."""
    path = PurePosixPath(name.replace("\\", "/").rpartition("/")[2])
    stem = re.sub(r"[^\w.-]+", "-", path.stem).strip(".-")
    return (stem[: LONGEST_NAME - len(path.suffix)] or "picture") + path.suffix
