"""The first step of a build: read the project and assemble what each deck file asks for."""

from __future__ import annotations

from pathlib import Path

from quizgen.checks.filter import DiagnosticFilter
from quizgen.commands.build.request import BuildRequest
from quizgen.commands.cache.builds import ProjectFiles, observe
from quizgen.commands.cache.store import BuildCache, read_cache
from quizgen.commands.deck_names import DeckNames
from quizgen.commands.ledgers import History
from quizgen.commands.ledgers.future import report_future
from quizgen.commands.workspace import Workspace
from quizgen.model.assessment import Assessment
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.did_you_mean import suggestion
from quizgen.project.among_sources import refuse_sources
from quizgen.project.layout import package_of
from quizgen.project.record_store import RecordStore
from quizgen.writers.anki.deck_part import ANKI


class UnknownQuestionError(ValueError):
    """An id to send again that no question of the deck files has."""


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """The deck file at `path`, whose outputs go to `folder`, and what it comes to.

    `assessment` is None where the deck file or its bank cannot be read.
    """

    path: Path
    folder: Path
    assessment: Assessment | None
    history: History


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """Everything that is read for a build, before anything is rendered.

    `diagnostics` are those of the banks and deck files, with `filter` applied already; what
    rendering reports has yet to pass it. `inputs` are the project's files as they were before
    the first was read, and `cache` is what earlier builds have left. Writers keep in `records` what
    they need not work out again.
    """

    request: BuildRequest
    decks: tuple[DeckPlan, ...]
    diagnostics: tuple[Diagnostic, ...]
    filter: DiagnosticFilter
    inputs: ProjectFiles
    cache: BuildCache
    records: RecordStore | None


def plan_build(request: BuildRequest) -> BuildPlan:
    """Read the deck files that `request` names, their banks and ledgers.

    Raises FileNotFoundError where there is no deck file to build, and ValueError for a name
    in `select` or `ignore` that is not the name of a diagnostic.
    """
    project = request.project
    inputs = observe(project)
    workspace = Workspace.of(project, request.select, request.ignore, request.jobs)
    paths = [project.deck_file(name) for name in request.decks] or project.deck_files()
    if request.out is not None:
        refuse_sources([request.out / path.stem for path in paths], project)
    decks = tuple(_plan_deck(path, request, workspace) for path in paths)
    if not decks:
        raise FileNotFoundError(f"{project.decks} holds no deck file")
    workspace.keep_results()
    report = Report()
    _report_shared_folders(paths, request, report)
    for deck in decks:
        if deck.assessment is not None:
            report_future(deck.assessment.bank, deck.history.ledger, request.built, report)
    return BuildPlan(
        request=request,
        decks=decks,
        diagnostics=(*workspace.diagnostics, *workspace.filter.apply(report.diagnostics)),
        filter=workspace.filter,
        inputs=inputs,
        cache=read_cache(project, inputs.tool),
        records=workspace.records,
    )


def _plan_deck(path: Path, request: BuildRequest, workspace: Workspace) -> DeckPlan:
    folder = request.target / path.stem
    assessment = workspace.assessment(path, request.overrides)
    if assessment is None:
        return DeckPlan(path, folder, None, History())
    # A package is a sign that the deck had a ledger, wherever `--out` puts this build's own.
    packages = {folder / f"{path.stem}.apkg", package_of(path, request.project)}
    history = workspace.history(path, assessment, *sorted(packages))
    return DeckPlan(path, folder, assessment, history)


def _report_shared_folders(paths: list[Path], request: BuildRequest, report: Report) -> None:
    """Report those of `paths` outside of ``decks/`` that would be built into another's folder.

    Those of one folder are reported when they are read.
    """
    project = request.project
    in_decks = project.deck_files() if request.out is None else []
    names = DeckNames([*in_decks, *paths])
    for path in paths:
        if path.absolute().parent != project.decks:
            names.report_others(path, report)


def refuse_unknown_questions(plan: BuildPlan) -> None:
    """Raise UnknownQuestionError for an id to send again that no deck of `plan` has."""
    decks = [deck for d in plan.decks if d.assessment and (deck := ANKI.of(d.assessment))]
    ids = [question.item.id.value for deck in decks for question in deck.questions]
    for name in sorted(plan.request.resend.difference(ids)):
        raise UnknownQuestionError(
            f"no deck that is built has a question {name!r}: {suggestion(name, ids)}"
        )
