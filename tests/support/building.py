"""What a build reported, in a form to compare."""

from __future__ import annotations

from quizgen.commands.build.build import BuildResult


def reported(result: BuildResult) -> list[tuple[str, str, int, str]]:
    """Return name, file, line and message of each diagnostic of `result`."""
    return [(d.name, d.span.source.path.name, d.span.line, d.message) for d in result.diagnostics]
