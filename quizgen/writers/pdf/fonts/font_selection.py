"""Which face a character is set in: one of quizgen's, of the deck file's, of this machine's."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quizgen.model.writing_direction import is_rtl
from quizgen.writers.pdf.fonts.faces import SANS, Face, Font, chain
from quizgen.writers.pdf.fonts.scripts.table import SYMBOLS, Script, script_of

if TYPE_CHECKING:
    from quizgen.writers.pdf.fonts.scripts.shaping import ScriptFace
    from quizgen.writers.pdf.fonts.scripts.system_faces import SystemFaces

AnyFace: TypeAlias = "Face | ScriptFace"

_REGULAR, _BOLD = 400.0, 700.0
_WIDE_PUNCTUATION = "“”‘’…—·"
"""As wide as a character of the script in Chinese and Japanese, and narrow elsewhere."""


@functools.cache
def can_shape() -> bool:
    """Return whether ``quizgen[scripts]`` is installed."""
    return find_spec("uharfbuzz") is not None and find_spec("bidi") is not None


def runs_rtl(language: str) -> bool:
    """Return whether texts in `language` (a BCP 47 tag) are set from right to left."""
    return is_rtl(language) and can_shape()


class FontBook:
    """Finds faces for a text in `language` (a BCP 47 tag), and remembers them.

    quizgen's own come first. `configured` are the contents of the deck file's font files;
    `machine` gives the paths of this machine's, and is asked only when all others lack
    a character.
    """

    def __init__(
        self,
        language: str = "en",
        configured: Sequence[bytes] = (),
        machine: Callable[[], Iterable[Path]] = tuple,
    ) -> None:
        self.language = language
        self.rtl = runs_rtl(language)
        """Whether pages are laid out from right to left."""
        self._configured = configured
        self._machine = machine
        self._found: dict[tuple[str, bool, bool], ScriptFace | None] = {}
        self._own: dict[str, ScriptFace] = {}
        self._opened: dict[bool, list[ScriptFace]] = {}
        self._listed: dict[bool, SystemFaces] = {}
        self._wide = _WIDE_PUNCTUATION if language.lower().partition("-")[0] in ("ja", "zh") else ""

    def resolve(self, character: str, font: Font) -> AnyFace | None:
        """Return the face for `character` where `font` is requested; None if no face has it."""
        if character in self._wide and (wide := self._elsewhere(character, font)):
            return wide
        code = ord(character)
        for candidate in chain(font.family, font.strong, font.italic):
            if code in candidate.widths:
                return candidate
        return self._elsewhere(character, font)

    def shaped(self, face: Face) -> ScriptFace | None:
        """Return `face` for HarfBuzz, which places accents over letters; None without HarfBuzz."""
        if not can_shape():
            return None
        if face.path not in self._own:
            from quizgen.writers.pdf.fonts.scripts.shaping import open_faces

            [self._own[face.path]] = open_faces(face.path, False, self.language)
        return self._own[face.path]

    def script(self, character: str) -> Script:
        """Return the script of `character`.

        In a Chinese or Japanese text, characters that any script may have belong to its script.
        """
        script = script_of(character, self.language)
        return script_of("\u3002", self.language) if self._wide and script is SYMBOLS else script

    def _elsewhere(self, character: str, font: Font) -> ScriptFace | None:
        key = character, font.family is SANS, font.strong
        if key not in self._found:
            self._found[key] = self._search(*key) if can_shape() else None
        return self._found[key]

    def _search(self, character: str, sans: bool, strong: bool) -> ScriptFace | None:
        code, weight = ord(character), _BOLD if strong else _REGULAR
        having = [face for face in self._given(strong) if code in face.codes]
        if having:
            return min(having, key=lambda face: abs(face.weight - weight))
        script = self.script(character)
        return self._files(strong).find(code, script.sans if sans else script.serif, weight)

    def _given(self, strong: bool) -> list[ScriptFace]:
        """Return the faces of the deck file's font files."""
        if strong not in self._opened:
            from quizgen.writers.pdf.fonts.scripts.shaping import open_faces

            opened = [open_faces(content, strong, self.language) for content in self._configured]
            self._opened[strong] = [face for faces in opened for face in faces]
        return self._opened[strong]

    def _files(self, strong: bool) -> SystemFaces:
        if strong not in self._listed:
            from quizgen.writers.pdf.fonts.scripts.system_faces import SystemFaces

            self._listed[strong] = SystemFaces(self._machine(), strong, self.language)
        return self._listed[strong]
