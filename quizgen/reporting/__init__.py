"""Diagnostics as text, in the forms that people and programs read."""

from collections.abc import Callable, Iterable, Mapping

from quizgen.model.diagnostics import Diagnostic
from quizgen.reporting.concise import concise, with_help
from quizgen.reporting.full import full
from quizgen.reporting.github import github
from quizgen.reporting.json import as_json
from quizgen.reporting.sarif import sarif
from quizgen.reporting.terminal_style import PLAIN, TerminalStyle

RENDERERS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = {
    "full": full,
    "concise": concise,
    "with-help": with_help,
    "json": as_json,
    "sarif": sarif,
    "github": github,
}

COLOURED_RENDERERS: Mapping[str, Callable[[Iterable[Diagnostic], TerminalStyle], str]] = {
    "full": full,
    "concise": concise,
    "with-help": with_help,
}
"""The renderers for people, which can use colours."""

__all__ = [
    "COLOURED_RENDERERS",
    "PLAIN",
    "RENDERERS",
    "TerminalStyle",
    "as_json",
    "concise",
    "full",
]
