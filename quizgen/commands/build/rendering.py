"""Rendering the files of a build, but for those that are up to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from quizgen.commands.build.cache.outputs import Outputs
from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.commands.build.manifest import digest
from quizgen.model.diagnostics import Report
from quizgen.project.system_fonts import SystemFontFiles
from quizgen.writers import Artifact


@dataclass(frozen=True, slots=True)
class New:
    """A file to write. `digest` is that of `content`, and `made_of` of what it is made of."""

    path: Path
    content: bytes = field(repr=False)
    digest: str
    made_of: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is up to date: it is on the disk as it would be written."""

    path: Path
    digest: str
    made_of: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that must not be there any more."""

    path: Path


Made: TypeAlias = New | Kept | Gone


class Rendering:
    """The rendering of one build. What was found by it is told to `report`.

    `outputs` are those of earlier builds; with `afresh` everything is rendered and new, as if
    there were none. `progress` is told the path of each file that is rendered.
    """

    def __init__(
        self,
        report: Report,
        outputs: Outputs,
        fonts: SystemFontFiles,
        progress: Callable[[str], None],
        *,
        afresh: bool,
    ) -> None:
        self.report = report
        self.fonts = fonts
        self._outputs = outputs
        self._afresh = afresh
        self._progress = progress
        self._rendered: list[New | Kept] = []

    def make(self, path: Path, artifact: Artifact, digester: Fingerprinter) -> Made:
        """The file that `artifact` is at `path`."""
        if artifact.source is None:
            return Gone(path)
        made_of = digester.digest(artifact.made_of) if artifact.made_of else ""
        known = self._outputs.find(path, made_of) if made_of and not self._afresh else None
        if known is not None:
            return Kept(path, known, made_of)
        told = len(self.report.diagnostics)
        made = self.put(path, artifact.content or b"", made_of)
        if made_of and len(self.report.diagnostics) == told:
            self._rendered.append(made)
        return made

    def put(self, path: Path, content: bytes, made_of: str = "") -> New | Kept:
        """The file at `path` that is to hold `content`."""
        self._progress(str(path))
        if not self._afresh and _holds(path, content):
            return Kept(path, digest(content), made_of)
        return New(path, content, digest(content), made_of)

    def remember(self) -> None:
        """Keep in mind what was rendered, once it is on the disk.

        Not what had something to report: that is to be told at the next build too.
        """
        for one in self._rendered:
            self._outputs.note(one.path, one.digest, one.made_of, with_fonts=self.fonts.asked)
        self._outputs.keep()


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
