"""The font files of this machine: which of them has a character, and fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizgen.writers.pdf.fonts.scripts.shaping import ScriptFace, open_faces

_UNFIT = re.compile("italic|oblique|condensed|narrow|mono|emoji|lastresort|rashi|nastaliq")
"""What nothing is set in unless it is asked for by name."""


class SystemFaces:
    """Opens font files when they are needed.

    The result depends on the set of `paths` alone: not on their order, nor on earlier calls.
    """

    def __init__(self, paths: Iterable[Path], strong: bool, language: str) -> None:
        self._strong = strong
        self._language = language
        self._paths = sorted((_key(path), path) for path in set(paths))
        self._opened: dict[Path, list[ScriptFace]] = {}

    def find(self, code: int, names: Sequence[str], weight: float) -> ScriptFace | None:
        """Return the face for the character `code` whose weight is nearest to `weight`.

        Only files that begin with the first of `names` for which a file has the character are
        considered; any file if none does. Return None if no file has the character.
        """
        for name in (*names, ""):
            faces = [
                face
                for key, path in self._paths
                if key.startswith(name) and not _UNFIT.search(key)
                for face in self._faces(path)
                if code in face.codes
            ]
            if faces:
                return min(faces, key=lambda face: abs(face.weight - weight))
        return None

    def _faces(self, path: Path) -> list[ScriptFace]:
        if path not in self._opened:
            self._opened[path] = open_faces(str(path), self._strong, self._language)
        return self._opened[path]


def _key(path: Path) -> str:
    """Return the file's name without case, punctuation and ending.

    ``NotoSansKR-Bold`` and ``noto-sans-kr-bold`` are the same font.
    """
    return "".join(filter(str.isalnum, path.stem)).lower()
