"""Diagnostics as text, in formats for people and for programs."""

from collections.abc import Callable, Iterable, Mapping

from quizgen.model.diagnostics import Diagnostic
from quizgen.reporting.concise import concise
from quizgen.reporting.full import full
from quizgen.reporting.github import github
from quizgen.reporting.json import as_json
from quizgen.reporting.paint import PLAIN, Paint
from quizgen.reporting.sarif import sarif

RENDERERS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "sarif": sarif,
    "github": github,
}

COLOURED: Mapping[str, Callable[[Iterable[Diagnostic], Paint], str]] = {
    "full": full,
    "concise": concise,
}
"""The formats for people, which may have colours."""

__all__ = ["COLOURED", "PLAIN", "RENDERERS", "Paint", "as_json", "concise", "full"]
