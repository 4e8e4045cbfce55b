"""``quizgen export``: files for another program, whatever the deck files ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizgen.commands.build.outdated import OutdatedFile, outdated_files
from quizgen.commands.build.render import report_losses
from quizgen.commands.workspace import Workspace
from quizgen.model.assessment import DeckFile, Selection
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Report, Severity, has_errors, in_reading_order
from quizgen.model.item import Word
from quizgen.model.source import Span
from quizgen.project.among_sources import refuse_sources
from quizgen.project.layout import OUTPUT, Project
from quizgen.project.save import recover, save
from quizgen.reporting.concise import display_path
from quizgen.writers import Artifact, Context, exporting
from quizgen.writers.exporting.base import ExportFormat, OrderingStyle
from quizgen.writers.exporting.deck_part import EXPORTS, ExportSpec

EVERYTHING = Selection()
"""The selection of every item."""


class OutputError(ValueError):
    """A place to write to that several files would share, or that a build uses otherwise."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: `format` of the deck files `decks`, or of all if there are none.

    `selection` chooses items; without a criterion, the deck file's own exports in this format
    count, and without one of these, the whole bank. `ordering` is None for the usual one. `output`
    is a file, or a folder; ``dist`` in the project if None. With `check`, nothing is written.
    """

    project: Project
    format: ExportFormat
    decks: tuple[str, ...] = ()
    selection: Selection = EVERYTHING
    ordering: OrderingStyle | None = None
    output: Path | None = None
    strict: bool = False
    ignore: tuple[str, ...] = ()
    check: bool = False

    @property
    def has_selection(self) -> bool:
        """Whether any criterion is given."""
        return replace(self.selection, span=EVERYTHING.span) != EVERYTHING

    def parts_of(self, deck: DeckFile) -> Mapping[str, Any]:
        """Return the part of `deck` that asks for its exports in this format, and no other."""
        return {EXPORTS.name: tuple(map(self._ordered, self._specs(deck)))}

    def _specs(self, deck: DeckFile) -> Sequence[ExportSpec]:
        present = [s for s in EXPORTS.spec_in(deck) or () if s.format is self.format]
        if present and not self.has_selection:
            return present
        place = deck.banks[0].span
        return [ExportSpec(Word(self.format.name, place), self.format, _at(self.selection, place))]

    def _ordered(self, spec: ExportSpec) -> ExportSpec:
        return spec if self.ordering is None else replace(spec, ordering=self.ordering)


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The `files` that were written, or `stale` ones that would be. With errors, there are none."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    stale: tuple[OutdatedFile, ...] = ()


def export(request: ExportRequest) -> ExportResult:
    """Write the files of `request`, all or none.

    Of the banks' diagnostics, errors are returned and advice is not: `quizgen check` tells it.

    Raises:
        FileNotFoundError: There is no such deck file.
        OutputError: Several files would be one, or a build writes another file there.
        OSError: A file cannot be written; what was there before is untouched.
    """
    project = request.project
    if not request.check:
        recover(project.journal)
    paths = [project.deck_file(name) for name in request.decks] or project.deck_files()
    if not paths:
        raise FileNotFoundError(f"{project.decks} holds no deck file")
    workspace = Workspace.of(project, ignore=request.ignore)
    report = Report()
    contents: dict[Path, bytes | None] = {}
    for path in paths:
        for artifact in _artifacts(path, request, workspace, report):
            target = _target(request, path, str(artifact.path), several=len(paths) > 1)
            if target in contents:
                raise OutputError(f"several files would be {target}: give a folder, or one DECK")
            report_losses(artifact, report, display_path(target) if request.output else "")
            contents[target] = artifact.content or b""
    if request.output is not None:
        refuse_sources(contents, project)
        _refuse_other_key(request)
    faults = [d for d in workspace.diagnostics if d.severity is Severity.ERROR]
    losses = workspace.filter.apply(report.diagnostics)
    diagnostics = tuple(in_reading_order([*faults, *losses]))
    if has_errors(diagnostics) or (request.strict and diagnostics):
        return ExportResult((), diagnostics)
    if request.check:
        return ExportResult((), diagnostics, tuple(outdated_files(contents, project.journal)))
    save(contents, project.journal)
    return ExportResult(tuple(contents), diagnostics)


def _artifacts(
    path: Path, request: ExportRequest, workspace: Workspace, report: Report
) -> Iterator[Artifact]:
    """Yield the files of the deck file at `path`; what keeps one from being made is reported."""
    assessment = workspace.assessment(path, parts_of=request.parts_of)
    if assessment is None or has_errors(workspace.diagnostics):
        return
    if request.has_selection and request.output is None:
        _refuse_other_selection(path, request, workspace)
    yield from exporting.WRITER.write(assessment, Context(0, report))


def _refuse_other_selection(path: Path, request: ExportRequest, workspace: Workspace) -> None:
    """Raise OutputError where a build of the deck file writes the file with other questions."""
    deck = workspace.deck_file_of(path)
    name = request.format.files(request.format.name)[0]
    for spec in (EXPORTS.spec_in(deck) if deck else None) or ():
        if name.casefold() in map(str.casefold, spec.format.files(spec.name.value)):
            raise OutputError(
                f"{path.name} asks for {name} with questions of its own: "
                "say with --output where this file goes"
            )


def _target(request: ExportRequest, deck: Path, file: str, *, several: bool) -> Path:
    """Return where `file` of the deck file at `deck` goes."""
    if request.output is None:
        return request.project.root / OUTPUT / deck.stem / file
    if request.output.is_dir() or not request.output.suffix:
        return request.output / deck.stem / file if several else request.output / file
    key_ending = request.format.key_ending
    if key_ending and file.endswith(key_ending):
        return _key_file(request.output, request.format)
    return request.output


def _key_file(file: Path, format: ExportFormat) -> Path:
    """Return where the answer key of the export `file` goes."""
    return file.with_name(f"{file.stem}{format.key_ending}")


def _refuse_other_key(request: ExportRequest) -> None:
    """Raise OutputError where the answer key would replace a file that nobody named.

    Beside an earlier file of this name, it is the key of that.
    """
    file = request.output
    if file is None or not request.format.key_ending or file.is_dir() or not file.suffix:
        return
    key = _key_file(file, request.format)
    if key.exists() and not file.exists():
        raise OutputError(
            f"the answer key would replace {key}, which is there without {file.name}: "
            "move it away, or give another name"
        )


def _at(selection: Selection, place: Span) -> Selection:
    """Return `selection` with its names at `place`, for what is reported of them."""

    def put(words: Iterable[Word]) -> tuple[Word, ...]:
        return tuple(Word(word.value, place) for word in words)

    return replace(
        selection,
        topics=put(selection.topics),
        types=put(selection.types),
        tags=put(selection.tags),
        ids=put(selection.ids),
        span=place,
    )
