"""Diagnostics as text, in the forms people and programs read."""

from collections.abc import Callable, Iterable, Mapping

from quizgen.diagnostics import Diagnostic
from quizgen.reporting.concise import concise
from quizgen.reporting.full import full
from quizgen.reporting.json import as_json

RENDERERS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = {
    "full": full,
    "concise": concise,
    "json": as_json,
}

__all__ = ["RENDERERS", "as_json", "concise", "full"]
