"""Diagnostics as text, in the forms that people and programs read."""

from collections.abc import Callable, Iterable, Mapping

from quizgen.model.diagnostics import Diagnostic
from quizgen.reporting.concise import concise, with_help
from quizgen.reporting.full import full
from quizgen.reporting.terminal_style import PLAIN, TerminalStyle


def _json(diagnostics: Iterable[Diagnostic]) -> str:
    from quizgen.reporting.json import as_json

    return as_json(diagnostics)


def _sarif(diagnostics: Iterable[Diagnostic]) -> str:
    from quizgen.reporting.sarif import sarif

    return sarif(diagnostics)


def _github(diagnostics: Iterable[Diagnostic]) -> str:
    from quizgen.reporting.github import github

    return github(diagnostics)


RENDERERS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = {
    "full": full,
    "concise": concise,
    "with-help": with_help,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}
"""The renderers by the names of formats. Those for programs are imported when they are used."""

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
    "concise",
    "full",
]
