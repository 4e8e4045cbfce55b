"""What a caller asks of a build."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizgen.commands.cache.builds import request_key
from quizgen.model.assessment import Overrides
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic, has_errors
from quizgen.project.layout import OUTPUT, Project


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """A build of the deck files `decks` of `project`, with the parameters of `quizgen.build`."""

    project: Project
    built: int
    decks: tuple[str, ...] = ()
    out: Path | None = None
    strict: bool = False
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    overrides: Overrides | None = None
    check: bool = False
    force: bool = False
    resend: frozenset[str] = frozenset()
    jobs: int = 1

    @property
    def target(self) -> Path:
        """The folder that the outputs are written to."""
        return self.project.root / OUTPUT if self.out is None else self.out

    @property
    def renders_everything(self) -> bool:
        """Whether outputs that are known to be up to date are rendered as well."""
        return self.check or self.force

    @property
    def key(self) -> str:
        """The key of this request in the build cache."""
        return request_key(
            decks=self.decks,
            out=self.out,
            select=self.select,
            ignore=self.ignore,
            overrides=self.overrides,
        )

    def is_stopped_by(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Tell whether `diagnostics` forbid to write: by an error, or at all if `strict`."""
        diagnostics = list(diagnostics)
        return has_errors(diagnostics) or (self.strict and bool(diagnostics))
