"""The font files of this machine: which of them has a character, and fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizgen.writers.pdf.fonts.scripts.shaping import ScriptFace, open_faces

_UNFIT = re.compile("italic|oblique|condensed|narrow|mono|emoji|lastresort|rashi|nastaliq")
"""What nothing is set in unless it is asked for by name."""


class SystemFaces:
    """Opens font files when they are needed. Which one is found depends on nothing but
    `paths`: not on their order, nor on what was looked for before."""

    def __init__(self, paths: Iterable[Path], strong: bool, language: str) -> None:
        self._strong = strong
        self._language = language
        self._paths = sorted((_key(path), path) for path in set(paths))
        self._opened: dict[Path, list[ScriptFace]] = {}

    def find(self, code: int, names: Sequence[str], weight: float) -> ScriptFace | None:
        """The face for the character `code`: of the first of `names` that a file which has it
        begins with, else of any file; the nearest to `weight` among them."""
        for name in (*names, ""):
            found = [
                face
                for key, path in self._paths
                if key.startswith(name) and not _UNFIT.search(key)
                for face in self._faces(path)
                if code in face.codes
            ]
            if found:
                return min(found, key=lambda face: abs(face.weight - weight))
        return None

    def _faces(self, path: Path) -> list[ScriptFace]:
        if path not in self._opened:
            self._opened[path] = open_faces(str(path), self._strong, self._language)
        return self._opened[path]


def _key(path: Path) -> str:
    """The file's name without case, punctuation and ending: ``NotoSansKR-Bold`` and
    ``noto-sans-kr-bold`` are one."""
    return "".join(filter(str.isalnum, path.stem)).lower()
