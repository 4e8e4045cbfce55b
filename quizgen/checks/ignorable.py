"""Which diagnostics an author may leave out, in a question or in the settings of a project."""

from __future__ import annotations

import functools

from quizgen.checks.rules import RULES
from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.named_tuple import NamedTuple

ADVICE = frozenset(rule.name for rule in RULES)
"""Names of diagnostics that are advice on how to write a question, whatever their severity."""


@functools.cache
def known_names() -> frozenset[str]:
    """Return the name of every diagnostic there is."""
    return ADVICE | _severities().keys()


@functools.cache
def ignorable_names() -> frozenset[str]:
    """Return the names that can be left out: advice, and warnings."""
    return ADVICE | {name for name, severity in _severities().items() if "warning" in severity}


def _severities() -> dict[str, str]:
    from quizgen.checks.catalogue import entries  # most projects name none

    return {entry.name: entry.severity for entry in entries()}


class Refusal(NamedTuple):
    """The name, message and help of the diagnostic about a name that cannot stand where it does."""

    name: str
    message: str
    help: str


def refusal(word: str, *, to_ignore: bool) -> Refusal | None:
    """Return why `word` cannot be named to select diagnostics, or `to_ignore` them; else None."""
    if word not in known_names():
        names = sorted(ignorable_names() if to_ignore else known_names())
        return Refusal(
            "unknown-rule",
            f"there is no diagnostic {word!r}",
            did_you_mean(word, names) or "quizgen explain lists them all",
        )
    if to_ignore and word not in ignorable_names():
        return Refusal(
            "cannot-ignore",
            f"{word!r} is an error that no setting can leave out",
            "put it right: what is built would be wrong otherwise",
        )
    return None


def refusal_to_warn(word: str) -> Refusal | None:
    """Return why `word` cannot be named as a warning; None if it can: advice, and warnings."""
    refused = refusal(word, to_ignore=True)
    if refused is None or refused.name == "unknown-rule":
        return refused
    return refused._replace(message=f"{word!r} is an error that no setting can make a warning")
