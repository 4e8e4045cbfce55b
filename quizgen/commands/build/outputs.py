"""The outputs of a build: rendered, or known to be up to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import TypeAlias

from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.commands.build.manifest import digest
from quizgen.commands.build.side_by_side import ContentOf
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report
from quizgen.project.regular_files import read_regular
from quizgen.writers import Artifact


@dataclass(frozen=True, slots=True)
class Write:
    """A file to write. `digest` is that of `content`, `fingerprint` that of its inputs.

    `fingerprint` is empty for a file that is rendered at every build.
    """

    path: Path
    content: bytes = field(repr=False)
    digest: str
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class UpToDate:
    """A file that is on the disk as it would be written. The fields are those of `Write`."""

    path: Path
    digest: str
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Remove:
    """A file of an earlier build that nothing asks for any more."""

    path: Path


@dataclass(frozen=True, slots=True)
class Left:
    """A file of an earlier build that nothing asks for any more, and that stays: it may be lost."""

    path: Path


@dataclass(frozen=True, slots=True)
class ToRender:
    """An `artifact` to render for `path`; `fingerprint` is as that of `Write`."""

    path: Path
    artifact: Artifact
    fingerprint: str = ""


Output: TypeAlias = Write | UpToDate | Remove | Left

Prepared: TypeAlias = UpToDate | Remove | ToRender

Lookup: TypeAlias = Callable[[Path, str], str | None]
"""Gives the digest of the file at a path if it was rendered from a fingerprint, else None."""


class OutputRenderer:
    """Renders the outputs of one build, but for those that `find_rendered` knows.

    `report` is the one that the writers report to. With `everything`, all files are rendered
    and are to be written, whatever is on the disk. `progress` is called with the path of each
    file that is rendered.
    """

    def __init__(
        self,
        report: Report,
        find_rendered: Lookup,
        progress: Callable[[str], None],
        *,
        everything: bool,
    ) -> None:
        self._report = report
        self._find_rendered = find_rendered
        self._everything = everything
        self._progress = progress
        self._reusable: list[Write | UpToDate] = []

    @property
    def reusable(self) -> tuple[Write | UpToDate, ...]:
        """The outputs that a later build with the same fingerprint need not render again.

        Those that were rendered, but for the ones that had something to report: this is to be
        reported by the next build too.
        """
        return tuple(self._reusable)

    def prepare(self, path: Path, artifact: Artifact, fingerprinter: Fingerprinter) -> Prepared:
        """Return the output at `path` that `artifact` stands for, or what is to be rendered."""
        if artifact.source is None:
            return Remove(path)
        fingerprint = fingerprinter.digest(artifact.inputs) if artifact.inputs else ""
        if fingerprint and not self._everything:
            known = self._find_rendered(path, fingerprint)
            if known is not None:
                return UpToDate(path, known, fingerprint)
        return ToRender(path, artifact, fingerprint)

    def render(self, task: ToRender, content_of: ContentOf) -> Write | UpToDate:
        """Return the output for `task`; `content_of` renders it."""
        reported_before = len(self._report.diagnostics)
        output = self.put(task.path, content_of(task.artifact), task.fingerprint)
        if task.fingerprint and len(self._report.diagnostics) == reported_before:
            self._reusable.append(output)
        return output

    def put(self, path: Path, content: bytes, fingerprint: str = "") -> Write | UpToDate:
        """Return the output at `path` that has `content`."""
        self._progress(str(path))
        if not self._everything and _holds(path, content):
            return UpToDate(path, digest(content), fingerprint)
        return Write(path, content, digest(content), fingerprint)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return read_regular(path, len(content), anywhere=True) == content
    except OSError:
        return False
