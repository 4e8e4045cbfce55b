"""Building: from deck files to files in ``dist/``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.commands.build.cache import Record, observe, remember, request
from quizgen.commands.build.cache.outputs import Outputs
from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.commands.build.manifest import MANIFEST, Manifest, digest, format_manifest
from quizgen.commands.build.outdated import Stale, stale_files
from quizgen.commands.build.rendering import Gone, Kept, Made, New, Rendering
from quizgen.commands.ledgers import History
from quizgen.commands.ledgers.reports import report_future
from quizgen.commands.workspace import Workspace
from quizgen.model.assessment import Assessment, FontFile, Overrides
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report, has_errors, in_reading_order
from quizgen.model.did_you_mean import suggestion
from quizgen.model.ledger import Ledger, format_ledger
from quizgen.project.layout import BANK_LEDGER, OUTPUT, Project, find_project, package_of
from quizgen.project.save import recover, save
from quizgen.project.system_fonts import SystemFontFiles
from quizgen.readers.files import read_source
from quizgen.readers.gc_pause import gc_paused
from quizgen.writers import WRITERS, Artifact, Context
from quizgen.writers.base import Place


@dataclass(frozen=True, slots=True)
class BuildResult:
    """`files` were written, unless the diagnostics hold an error: then none was.

    `removed` were files of earlier builds that nothing asks for any more, and `up_to_date` are
    those that were left as they are. `stale` are the files that a build would change, where
    it was only asked for them.
    """

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    removed: tuple[Path, ...] = ()
    up_to_date: tuple[Path, ...] = ()
    stale: tuple[Stale, ...] = ()


class UnknownQuestionError(ValueError):
    """An id to send again that no question of the deck files has."""


@gc_paused()
def build(
    root: str | os.PathLike[str],
    decks: Iterable[str] = (),
    *,
    built: int,
    out: str | os.PathLike[str] | None = None,
    strict: bool = False,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    overrides: Overrides | None = None,
    check: bool = False,
    force: bool = False,
    resend: Iterable[str] = (),
    progress: Callable[[str], None] = lambda name: None,
) -> BuildResult:
    """Build the deck files `decks` (all of the project's if none) of the project at `root`.

    `built` is the build's time in seconds since 1970 (UTC), and `out` the folder to write to
    (``dist`` in the project if None). `strict` treats warnings as errors; `select` and
    `ignore` are names of diagnostics, as for `quizgen.check`. `overrides` say what holds in
    place of the deck files. With `check` nothing is written, and the result says what would
    be. A file that is known to be up to date is not rendered again, unless with `force`.
    `resend` are ids of questions whose notes get a new time although they say what they said.
    `progress` is told the path of each file once it is rendered. A build without errors is
    remembered, for `quizgen.commands.build.cache`, but not if it needed fonts of this machine:
    others may be there the next time. Raises FileNotFoundError where there is no project or
    nothing to build, UnknownQuestionError for an id in `resend` that no deck has, and OSError
    where files cannot be written; what was there before is then untouched.
    """
    decks, ignore = list(decks), list(ignore)
    select = None if select is None else list(select)
    project = find_project(Path(root))
    if project is None:
        raise FileNotFoundError(f"{root} is not a quizgen project")
    target = Path(out) if out is not None else project.root / OUTPUT
    if not check:
        recover(project.journal)
    before = observe(project)
    workspace = Workspace.of(project, select, ignore)
    jobs = [
        _Job(path, workspace, target, project, overrides)
        for path in [project.deck_file(name) for name in decks] or project.deck_files()
    ]
    if not jobs:
        raise FileNotFoundError(f"{project.decks} holds no deck file")
    report, fonts = Report(), SystemFontFiles()
    outputs = Outputs(project, before.tool, fonts.digest)
    rendering = Rendering(report, outputs, fonts, progress, afresh=check or force)
    made: list[Made] = []
    for job in jobs:
        job.report_future(built, report)
    if not _stops(workspace.diagnostics, strict):
        ledgers = _Ledgers(frozenset(resend))
        ledgers.refuse_unknown(jobs)
        made = [one for job in jobs for one in job.files(built, rendering, before, ledgers)]
        made += [rendering.put(path, content) for path, content in ledgers.files()]
    found = workspace.lint.apply(report.diagnostics)
    diagnostics = tuple(in_reading_order([*workspace.diagnostics, *found]))
    if _stops(diagnostics, strict):
        return BuildResult((), diagnostics)
    files: dict[Path, bytes | None] = {one.path: None for one in made if isinstance(one, Gone)}
    files |= {one.path: one.content for one in made if isinstance(one, New)}
    if check:
        return BuildResult((), diagnostics, stale=tuple(stale_files(files, project.journal)))
    removed = save(files, project.journal)
    rendering.remember()
    written = tuple(one.path for one in made if isinstance(one, New))
    kept = tuple(one.path for one in made if isinstance(one, Kept))
    if not fonts.asked:
        asked = request(decks=decks, out=out, select=select, ignore=ignore, overrides=overrides)
        read = [font.path for job in jobs for font in job.fonts]
        remember(project, asked, before, [*written, *kept, *read], findings=len(diagnostics))
    return BuildResult(written, diagnostics, removed, kept)


class _Ledgers:
    """The banks' ledgers as the deck files of one build leave them, one after the other."""

    def __init__(self, resend: frozenset[str]) -> None:
        self._resend = resend
        self._ledgers: dict[Path, Ledger] = {}

    def going_on(self, before: Ledger, bank: Bank) -> Ledger:
        """Return the ledger of `bank` now; `before`, from the disk, where none has moved it."""
        return self._ledgers.get(bank.span.source.path, before)

    def advance(self, ledger: Ledger, bank: Bank) -> None:
        """Take `ledger` as that of `bank` from now on."""
        self._ledgers[bank.span.source.path] = ledger

    def resent(self, ledger: Ledger, bank: Bank) -> frozenset[str]:
        """Return the identities of the questions of `bank` that are to be sent again."""
        items = [item for item in bank.items if item.id.value in self._resend]
        return frozenset(map(ledger.identity, items))

    def refuse_unknown(self, jobs: Iterable[_Job]) -> None:
        """Raise UnknownQuestionError for an id to send again that no deck of `jobs` has."""
        decks = [job.assessment.anki for job in jobs if job.assessment and job.assessment.anki]
        ids = [question.item.id.value for deck in decks for question in deck.questions]
        for name in sorted(self._resend.difference(ids)):
            raise UnknownQuestionError(
                f"no deck that is built has a question {name!r}: {suggestion(name, ids)}"
            )

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """Yield the ledger files, with their contents."""
        for bank_file, ledger in self._ledgers.items():
            yield bank_file.with_name(BANK_LEDGER), format_ledger(ledger).encode()


class _Job:
    """One deck file to build."""

    def __init__(
        self,
        path: Path,
        workspace: Workspace,
        target: Path,
        project: Project,
        overrides: Overrides | None,
    ) -> None:
        self.path = path
        self.project = project
        self.folder = target / path.stem
        self.history = History()
        self.assessment = workspace.assessment(path, overrides)
        if self.assessment is not None:
            packages = {self.folder / f"{path.stem}.apkg", package_of(path, project)}
            self.history = workspace.history(path, self.assessment, *sorted(packages))

    @property
    def fonts(self) -> tuple[FontFile, ...]:
        return self.assessment.fonts if self.assessment else ()

    def report_future(self, built: int, report: Report) -> None:
        """Warn where the ledger is later than this build, at `built`."""
        if self.assessment is not None:
            file = self.assessment.bank.span.source.path.parent / BANK_LEDGER
            source = read_source(file, Report()) if file.is_file() else None
            report_future(self.history.ledger, source, built, report)

    def files(
        self, built: int, rendering: Rendering, before: Record, ledgers: _Ledgers
    ) -> Iterator[Made]:
        """Each file but the bank's ledger, which goes to `ledgers`. The last is the manifest.

        A build that does not follow the deck file leaves the manifest alone.
        """
        assessment = self.assessment
        assert assessment is not None, "a deck file that cannot be read has an error"
        history, ledger = self.history, ledgers.going_on(self.history.ledger, assessment.bank)
        context = Context(
            built,
            rendering.report,
            ledger,
            history.deck,
            history.held,
            ledgers.resent(ledger, assessment.bank),
            rendering.fonts,
        )
        digester = Fingerprinter({**assessment.bank.media, **assessment.logos})
        outputs: dict[str, str] = {}
        made_of: dict[str, str] = {}
        for artifact in render(assessment, context):
            if artifact.ledger is not None:
                ledgers.advance(artifact.ledger, assessment.bank)
                continue
            beside = artifact.place is Place.BESIDE_DECK
            folder = self.path.parent if beside else self.folder
            made = rendering.make(folder / artifact.path, artifact, digester)
            if not beside and not isinstance(made, Gone):
                outputs[str(artifact.path)] = made.digest
                made_of[str(artifact.path)] = made.made_of
            yield made
        if not assessment.is_overridden:
            manifest = Manifest(self._sources(assessment.bank, before), outputs, made_of)
            yield rendering.put(self.folder / MANIFEST, format_manifest(manifest))

    def _sources(self, bank: Bank, before: Record) -> dict[str, str]:
        """Digests of the deck file, the files of its bank, and its fonts."""
        root, folder = self.project.root, bank.span.source.path.absolute().parent
        sources = {self.path.absolute(): digest(self.path.read_bytes())}
        for name, (_, found) in before.files.items():
            if folder in (root / name).parents and Path(name).name != BANK_LEDGER:
                sources[root / name] = found
        sources.update((font.path.absolute(), digest(font.content)) for font in self.fonts)
        return {_below(path, root): found for path, found in sources.items()}


def _below(path: Path, root: Path) -> str:
    """`path` from `root`; only the name of one that lies elsewhere, whose folder is private."""
    name = os.path.relpath(path, root)
    return path.name if name.startswith("..") else Path(name).as_posix()


def render(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """What every format makes of `assessment`, one file at a time."""
    for writer in WRITERS:
        if writer.wanted(assessment):
            yield from writer.write(assessment, context)


def _stops(diagnostics: Iterable[Diagnostic], strict: bool) -> bool:
    diagnostics = list(diagnostics)
    return has_errors(diagnostics) or (strict and bool(diagnostics))
