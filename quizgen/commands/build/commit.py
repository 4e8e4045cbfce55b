"""The last step of a build: put rendered outputs on the disk, or say what would change there."""

from __future__ import annotations

from pathlib import Path

from quizgen.commands.build.outdated import OutdatedFile, outdated_files
from quizgen.commands.build.outputs import Left, Remove, UpToDate, Write
from quizgen.commands.build.plan import BuildPlan
from quizgen.commands.build.render import RenderedBuild
from quizgen.commands.cache.builds import remember
from quizgen.commands.cache.store import RenderedOutput
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic
from quizgen.project.save import save


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. Where `diagnostics` hold an error, it wrote nothing.

    `files` were written. `removed` were files of earlier builds that nothing asks for any
    more, and `up_to_date` are files that were left as they are. `stale` are the files that a
    build would change, where a caller only asked for these.
    """

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    removed: tuple[Path, ...] = ()
    up_to_date: tuple[Path, ...] = ()
    stale: tuple[OutdatedFile, ...] = ()


def commit_build(plan: BuildPlan, rendered: RenderedBuild) -> BuildResult:
    """Write the outputs in `rendered`, and remember the build in the cache.

    Writes nothing if the diagnostics stop the build, or if the request was only to check.
    Raises OSError where files cannot be written; what was there before is then untouched.
    """
    request, journal = plan.request, plan.request.project.journal
    diagnostics = rendered.diagnostics
    if request.is_stopped_by(diagnostics):
        return BuildResult((), diagnostics)
    contents = _contents(rendered)
    if request.check:
        return BuildResult((), diagnostics, stale=tuple(outdated_files(contents, journal)))
    removed = save(contents, journal)
    written = tuple(o.path for o in rendered.outputs if isinstance(o, Write))
    up_to_date = tuple(o.path for o in rendered.outputs if isinstance(o, UpToDate))
    _remember(plan, rendered, [*written, *up_to_date])
    return BuildResult(written, diagnostics, removed, up_to_date)


def _contents(rendered: RenderedBuild) -> dict[Path, bytes | None]:
    """Return the content of each file to write, and None for each file to remove.

    Files to remove come first: a path that is also written keeps the content.
    """
    contents: dict[Path, bytes | None] = {
        output.path: None for output in rendered.outputs if isinstance(output, Remove)
    }
    contents |= {o.path: o.content for o in rendered.outputs if isinstance(o, Write)}
    return contents


def _remember(plan: BuildPlan, rendered: RenderedBuild, outputs: list[Path]) -> None:
    """Remember the outputs, and the build as a whole unless it needed fonts of this machine.

    Other fonts may be there at the next build.
    """
    request = plan.request
    assessments = [deck.assessment for deck in plan.decks if deck.assessment]
    fonts = [font.path for assessment in assessments for font in assessment.fonts]
    others = [path for assessment in assessments for path in assessment.files]
    others += [output.path for output in rendered.outputs if isinstance(output, Left)]
    remember(
        plan.cache,
        request.project,
        None if rendered.system_fonts else request.key,
        plan.inputs,
        [*outputs, *fonts, *others],
        warning_count=len(rendered.diagnostics),
        built=request.built,
        rendered={
            output.path: RenderedOutput(output.digest, output.fingerprint, rendered.system_fonts)
            for output in rendered.reusable
        },
    )
