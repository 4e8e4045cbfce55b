"""Questions that break a rule of item writing, kept as they came: they say so themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from quizgen.checks.ignorable import ADVICE
from quizgen.commands.importing.foreign.present_bank import changed_file, read_present_bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.readers.yaml.emit import Value


def with_rules_ignored(folder: Path, diagnostics: Iterable[Diagnostic]) -> dict[Path, bytes]:
    """Return the files of the bank in `folder` whose questions ignore the rules that they break.

    Only rules that would stop a build count. A bank that comes from elsewhere is to build; its
    author may put the questions right later.
    """
    broken: dict[tuple[str, int], set[str]] = {}
    for one in diagnostics:
        if one.severity is Severity.ERROR and one.name in ADVICE:
            place = one.span.source.path.name, one.span.line - 1
            broken.setdefault(place, set()).add(one.name)
    files = {}
    for topic in read_present_bank(folder).topics if broken else ():
        changed: dict[str, Mapping[str, Value]] = {}
        for question in topic.questions:
            names: set[str] = set()
            for (name, line), rules in broken.items():
                if name == topic.path.name and question.first_line <= line < question.end_line:
                    names |= rules
            if names and "lint" not in question.values:
                lint: Value = {"ignore": sorted(names)}
                changed[question.id] = {**question.values, "lint": lint}
        if changed:
            files[topic.path] = changed_file(topic, changed, [])
    return files


def broken_rules(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return the names of rules of item writing that would stop a build, each once."""
    errors = (d for d in diagnostics if d.severity is Severity.ERROR and d.name in ADVICE)
    return sorted({one.name for one in errors})
