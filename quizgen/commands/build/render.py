"""The second step of a build: render the outputs of a plan in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from quizgen.commands.build.bank_ledgers import BankLedgers
from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.commands.build.left_files import (
    left_outputs,
    report_left_outputs,
    without_absent,
)
from quizgen.commands.build.manifest import MANIFEST, Manifest, digest, format_manifest
from quizgen.commands.build.outputs import (
    Left,
    Output,
    OutputRenderer,
    Prepared,
    Remove,
    ToRender,
    UpToDate,
    Write,
)
from quizgen.commands.build.plan import BuildPlan, DeckPlan, refuse_unknown_questions
from quizgen.commands.build.side_by_side import Render, rendered_ahead
from quizgen.commands.cache.outputs import find_rendered
from quizgen.commands.handed_out import record_text_at, report_damaged_record
from quizgen.model.assessment import Assessment
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Report, in_reading_order
from quizgen.project.file_names import EARLIER_OF
from quizgen.project.layout import BANK_LEDGER
from quizgen.project.record_store import ReadStore
from quizgen.project.regular_files import read_regular
from quizgen.project.system_fonts import SystemFontFiles
from quizgen.readers.files import MAX_FILE_SIZE
from quizgen.writers import WRITERS, Artifact, Context, Writer
from quizgen.writers.base import Folder


@dataclass(frozen=True, slots=True)
class RenderedBuild:
    """The `outputs` of a plan, and the `diagnostics` of its inputs and its rendering, sorted.

    `reusable` are the outputs that a later build need not render again. `system_fonts` is a
    digest of the machine's font files if one may have been needed, else empty.
    """

    outputs: tuple[Output, ...]
    diagnostics: tuple[Diagnostic, ...]
    reusable: tuple[Write | UpToDate, ...] = ()
    system_fonts: str = ""


def render_build(plan: BuildPlan, progress: Callable[[str], None]) -> RenderedBuild:
    """Render the outputs of `plan`, but for those that its cache knows to be up to date.

    Nothing is rendered where the diagnostics of `plan` stop the build. `progress` is called
    with the path of each file that is rendered.
    """
    request, cache = plan.request, plan.cache
    if request.is_stopped_by(plan.diagnostics):
        return RenderedBuild((), tuple(in_reading_order(plan.diagnostics)))
    refuse_unknown_questions(plan)
    report, fonts = Report(), SystemFontFiles()

    def find(path: Path, fingerprint: str) -> str | None:
        return find_rendered(cache, request.project, path, fingerprint, fonts.digest)

    renderer = OutputRenderer(report, find, progress, everything=request.renders_everything)
    outputs: list[Output] = []
    ledgers = BankLedgers(request.resend)
    for deck in plan.decks:
        context = _context(deck, plan, report, ledgers, fonts)
        outputs += _render_deck(deck, plan, context, renderer, ledgers)
    outputs += [renderer.put(path, content) for path, content in ledgers.files()]
    reported = plan.filter.apply(report.diagnostics)
    return RenderedBuild(
        outputs=tuple(outputs),
        diagnostics=tuple(in_reading_order([*plan.diagnostics, *reported])),
        reusable=renderer.reusable,
        system_fonts=fonts.digest() if fonts.were_listed else "",
    )


def _context(
    deck: DeckPlan, plan: BuildPlan, report: Report, ledgers: BankLedgers, fonts: SystemFontFiles
) -> Context:
    """Return what the writers of `deck` know besides its assessment."""
    assert deck.assessment is not None, "a deck file that cannot be read has an error"
    history, bank = deck.history, deck.assessment.bank
    ledger = ledgers.current(history.ledger, bank)
    resent = ledgers.resent(ledger, bank)
    records = plan.records and ReadStore(plan.records) if plan.request.check else plan.records
    return Context(
        plan.request.built,
        report,
        ledger,
        history.deck,
        history.held,
        resent,
        fonts,
        records,
    )


def _render_deck(
    deck: DeckPlan,
    plan: BuildPlan,
    context: Context,
    renderer: OutputRenderer,
    ledgers: BankLedgers,
) -> Iterator[Output]:
    """Yield the outputs of `deck` one by one; the last is the manifest.

    The bank's ledger goes to `ledgers`: other decks may have the same bank. A build that does
    not follow the deck file leaves the manifest alone.
    """
    assessment = deck.assessment
    assert assessment is not None, "a deck file that cannot be read has an error"
    prints = Fingerprinter({**assessment.bank.media, **assessment.logos})
    prepared: dict[str, list[tuple[Artifact, Prepared]]] = {}

    def prepare(writer: Writer) -> None:
        """Find out which files `writer` has, and which of them are to be rendered."""
        files = prepared[writer.name] = []
        for artifact in without_absent(writer.write(assessment, context), deck.folder):
            if artifact.ledger is not None:
                ledgers.advance(artifact.ledger, assessment.bank)
                continue
            folder = deck.path.parent if artifact.place is Folder.BESIDE_DECK else deck.folder
            files.append((artifact, renderer.prepare(folder / artifact.path, artifact, prints)))

    # 1. Let other processes begin with what they can render, while this one prepares the rest.
    writers = [writer for writer in WRITERS if writer.is_requested(assessment)]
    for writer in writers:
        if writer.renders_apart:
            prepare(writer)
    ahead = [
        artifact
        for files in prepared.values()
        for artifact, file in files
        if isinstance(file, ToRender)
    ]
    apart = _without_a_trace(context)
    digests: dict[str, str] = {}
    fingerprints: dict[str, str] = {}
    with rendered_ahead(ahead, plan.request.jobs, apart) as content_of:
        for writer in writers:
            if not writer.renders_apart:
                prepare(writer)
        # 2. Take or render the files in their order.
        for artifact, file in (pair for writer in writers for pair in prepared[writer.name]):
            output = renderer.render(file, content_of) if isinstance(file, ToRender) else file
            report_losses(artifact, context.report)
            # The manifest lists what stands beside it: no ledger, and no file that is removed.
            if artifact.place is not Folder.BESIDE_DECK and not isinstance(output, Remove):
                digests[str(artifact.path)] = output.digest
                fingerprints[str(artifact.path)] = output.fingerprint
            yield output
            if isinstance(output, Write) and (earlier := EARLIER_OF.get(artifact.path.name)):
                yield from _earlier_sheets(output, deck.folder / earlier, renderer, context.report)
    if not assessment.is_overridden:
        files = [pair for writer in writers for pair in prepared[writer.name]]
        removals = {str(one.path) for one, file in files if isinstance(file, Remove)}
        manifest = Manifest(_sources(deck, assessment, plan), digests, fingerprints)
        yield from _with_left_files(manifest, removals, deck, plan, renderer, context.report)


def _with_left_files(
    manifest: Manifest,
    removals: Collection[str],
    deck: DeckPlan,
    plan: BuildPlan,
    renderer: OutputRenderer,
    report: Report,
) -> Iterator[Output]:
    """Yield the files that earlier builds left, and `manifest` with their names; report them."""
    called = _name_from(plan.request.project.root, deck.folder)
    left = left_outputs(deck.folder, manifest.outputs, removals, called, report)
    report_left_outputs(left, called, deck.path, report)
    yield from (Left(deck.folder / name) for name in left)
    yield renderer.put(deck.folder / MANIFEST, format_manifest(manifest._replace(left=left)))


def _earlier_sheets(
    output: Write, path: Path, renderer: OutputRenderer, report: Report
) -> Iterator[Output]:
    """Yield the file at `path` where `output` replaces what may have been handed out.

    Report what cannot be read or is damaged: it would be lost.
    """
    from quizgen.model.answer_sheets.earlier import earlier_text
    from quizgen.model.answer_sheets.record_values import DamagedRecordError

    before = record_text_at(output.path, report)
    known = record_text_at(path, report) if before else None
    if not before or known is None:
        return
    try:
        text = earlier_text(known, before, output.content.decode())
    except DamagedRecordError as error:
        report_damaged_record(output.path, str(error), report)
    else:
        if text is not None:
            yield renderer.put(path, text.encode())


def _without_a_trace(context: Context) -> Render:
    """Return what renders a file out of its turn, if it leaves nothing behind but the file.

    A file with something to report, or the first for which a font of this machine is looked for, is
    rendered in its turn: what it reports until then is forgotten.
    """

    def render(artifact: Artifact) -> bytes | None:
        reported, fonts = len(context.report.diagnostics), context.machine_fonts
        listed_before = isinstance(fonts, SystemFontFiles) and fonts.were_listed
        try:
            content = artifact.content
            is_clean = len(context.report.diagnostics) == reported
        finally:
            del context.report.diagnostics[reported:]
        if isinstance(fonts, SystemFontFiles) and fonts.were_listed != listed_before:
            is_clean = False
        return content if is_clean else None

    return render


def report_losses(artifact: Artifact, report: Report, file: str = "") -> None:
    """Report what the file of `artifact` cannot say, each loss where its item stands.

    `file` is what messages call it, where that is not the path of `artifact`.
    """
    for loss in artifact.losses:
        report.warning(
            "export-loss",
            loss.item.span,
            f"in {file or artifact.path}, {loss}",
            "leave the question out of this file, or accept that it differs there",
        )


def _sources(deck: DeckPlan, assessment: Assessment, plan: BuildPlan) -> dict[str, str]:
    """Return the digests of the deck file, the files of its bank, and its fonts, by path."""
    root = plan.request.project.root
    folders = {bank.span.source.path.absolute().parent for bank in assessment.banks}
    sources = {deck.path.absolute(): digest(read_regular(deck.path, MAX_FILE_SIZE))}
    for name, file in plan.inputs.files.items():
        if not folders.isdisjoint((root / name).parents) and Path(name).name != BANK_LEDGER:
            sources[root / name] = file.digest
    sources.update((font.path.absolute(), digest(font.content)) for font in assessment.fonts)
    return {_name_from(root, path): source for path, source in sources.items()}


def _name_from(root: Path, path: Path) -> str:
    """Return `path` relative to `root`; only the file name where it lies outside of `root`.

    The folders outside of a project are private.
    """
    name = os.path.relpath(path, root)
    return path.name if name.startswith("..") else Path(name).as_posix()
