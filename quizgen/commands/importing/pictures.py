"""Take pictures and sounds out of a package, under names that are safe as file names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.text.runs import SOUND_SUFFIXES
from quizgen.project.images import KINDS, ImageError, decode
from quizgen.project.sounds import is_sound

MAX_NAME_LENGTH = 100
"""Characters of a file's name in the bank; longer names are cut (judged)."""


class PackagePictures:
    """The pictures of a package: `media` by their names there, `used` by their names in the bank.

    `used` holds only pictures that a text shows; `names` maps names in the package to names in
    the bank. `present` are the files that the bank has already.
    """

    def __init__(
        self, media: Mapping[str, bytes], present: Mapping[str, bytes] | None = None
    ) -> None:
        self.media = media
        self.present = present or {}
        self.used: dict[str, bytes] = {}
        self.names: dict[str, str] = {}

    def find(self, source: str) -> str | ImportLoss:
        """Return the name in the bank of the file `source` of a field, or why it is left out.

        The file is a picture, or a sound by the end of its name.
        """
        exact, decoded = (unicodedata.normalize("NFC", name) for name in (source, unquote(source)))
        name = exact if exact in self.media else decoded
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in (*KINDS, *SOUND_SUFFIXES):
            return ImportLoss.PICTURE_KIND
        if name not in self.media:
            return ImportLoss.PICTURE_MISSING if suffix in KINDS else ImportLoss.SOUND
        if name not in self.names:
            content = self.media[name]
            if fault := _fault(content, suffix):
                return fault
            self.names[name] = self._name(_safe(name), content)
            self.used[self.names[name]] = content
        return self.names[name]

    def can_take(self, files: Mapping[str, str]) -> bool:
        """Return whether the bank can have all `files`, names in its texts with names here.

        Each name must be one that a text of a bank may have, and end as the file does. No other
        file or folder may have it on a disk that ignores case.
        """
        used = {**self.present, **self.used}
        for name, source in files.items():
            suffix = PurePosixPath(source).suffix.lower()
            if source not in self.media or PurePosixPath(name).suffix.lower() != suffix:
                return False
            if not name.isprintable() or any(part.startswith(".") for part in name.split("/")):
                return False
            if _fault(self.media[source], suffix) or _is_in_the_way(name, used):
                return False
            if used.setdefault(name, self.media[source]) != self.media[source]:
                return False
        return True

    def take(self, files: Mapping[str, str]) -> None:
        """Take `files`, which `can_take` allows, into the bank."""
        for name, source in files.items():
            self.names.setdefault(source, name)
            self.used[name] = self.media[source]

    @property
    def unused(self) -> list[str]:
        """The names in the package of files that no text shows, sorted."""
        return sorted(set(self.media) - set(self.names))

    def _name(self, name: str, content: bytes) -> str:
        """Return the name in the bank of the file `content`, which would like to be `name`."""
        if self.present.get(name) == content:
            return name
        return next((n for n, c in self.present.items() if c == content), self._free(name))

    def _free(self, name: str) -> str:
        """Return `name`, with a number if another file has it on a disk that ignores case."""
        taken = {other.casefold() for other in (*self.used, *self.present)}
        path, number = PurePosixPath(name), 1
        while name.casefold() in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        return name


def _is_in_the_way(name: str, used: Iterable[str]) -> bool:
    """Return whether a file of `used` keeps another one from being called `name`."""
    folded = name.casefold()
    return any(
        other.casefold() == folded
        or f"{other.casefold()}/".startswith(f"{folded}/")
        or f"{folded}/".startswith(f"{other.casefold()}/")
        for other in used
        if other != name
    )


def _fault(content: bytes, suffix: str) -> ImportLoss | None:
    """Return why `content`, a file with the end `suffix`, is left out; None if it is not."""
    if suffix in SOUND_SUFFIXES:
        return None if is_sound(content, suffix) else ImportLoss.SOUND
    return ImportLoss.PICTURE_DAMAGED if isinstance(decode(content), ImageError) else None


def _safe(name: str) -> str:
    """Return the file name of `name` without folders, spaces and characters with a meaning."""
    path = PurePosixPath(name.replace("\\", "/").rpartition("/")[2])
    stem = re.sub(r"[^\w.-]+", "-", path.stem).strip(".-")
    return (stem[: MAX_NAME_LENGTH - len(path.suffix)] or "picture") + path.suffix
