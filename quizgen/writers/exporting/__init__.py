"""Files for other programs that ask questions, such as Moodle: ``exports:`` of a deck file."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import PurePosixPath

from quizgen.model.assessment import Assessment
from quizgen.writers.base import Artifact, Context, Writer
from quizgen.writers.exporting.deck_part import EXPORTS
from quizgen.writers.exporting.formats import FORMATS


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Yield the files of each export of `assessment`, with what its format cannot say."""
    for export in EXPORTS.of(assessment) or ():
        format = export.format
        if format.package and not find_spec(format.package):
            context.report.error(
                "missing-extra",
                export.span,
                f"the format {format.name} needs a package that is not installed: {format.package}",
                f"run: pip install 'quizgen[{format.extra}]'",
            )
            continue
        content, losses, key = format.render(export, assessment.bank)
        file, *key_file = export.files
        yield Artifact(PurePosixPath(file), content, losses=losses)
        for name in key_file:
            yield Artifact(PurePosixPath(name), key)


UNUSED_BY_ALL = {
    field: "; ".join(dict.fromkeys(one.unused[field] for one in FORMATS))
    for field in FORMATS[0].unused
    if all(field in one.unused for one in FORMATS)
}
"""The fields of interactions that no format has a use for; each format declares its own."""

WRITER = Writer("exporting", write, parts=(EXPORTS,), unused=UNUSED_BY_ALL)
