"""Files for other programs that ask questions, such as Moodle: ``exports:`` of a deck file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from importlib.util import find_spec
from pathlib import PurePosixPath

from quizgen.model.assessment import Assessment
from quizgen.model.bank import Bank
from quizgen.writers.base import Artifact, Context, Writer
from quizgen.writers.exporting.base import Export, RenderedApart
from quizgen.writers.exporting.deck_part import EXPORTS


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
        if format.apart is not None:
            yield from _files_apart(export, format.apart, assessment.bank)
            continue
        content, losses, key = format.render(export, assessment.bank)
        file, *key_file = export.files
        yield Artifact(PurePosixPath(file), content, losses=losses)
        for name in key_file:
            yield Artifact(PurePosixPath(name), key)


def _files_apart(export: Export, apart: RenderedApart, bank: Bank) -> Iterator[Artifact]:
    """Yield the files of `export`, each to be rendered only where what is in it has changed."""
    losses = tuple(apart.losses(export, bank))
    for name, render in zip(export.files, apart.files, strict=True):
        inputs = (name, export.format.name, export.questions, export.ordering, bank)
        source = partial(render, export, bank)
        yield Artifact(PurePosixPath(name), source, inputs=inputs, losses=losses)
        losses = ()


class _UnusedByAll(Mapping[str, str]):
    """The fields of interactions that no format has a use for; each format declares its own.

    The formats are imported when one of these is looked up.
    """

    @cached_property
    def _reasons(self) -> dict[str, str]:
        from quizgen.writers.exporting.formats import FORMATS

        return {
            field: "; ".join(dict.fromkeys(one.unused[field] for one in FORMATS))
            for field in FORMATS[0].unused
            if all(field in one.unused for one in FORMATS)
        }

    def __getitem__(self, field: str) -> str:
        """Return why `field` is not used."""
        return self._reasons[field]

    def __iter__(self) -> Iterator[str]:
        """Yield the fields."""
        return iter(self._reasons)

    def __len__(self) -> int:
        """Return how many fields there are."""
        return len(self._reasons)


WRITER = Writer("exporting", write, parts=(EXPORTS,), unused=_UnusedByAll())
