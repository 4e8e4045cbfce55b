"""Diagnostics as SARIF 2.1.0, which code scanners and editors read.

Section numbers are those of the OASIS standard of 27 March 2020.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from quizgen.checks.fixes import fixable_alone
from quizgen.model.diagnostics import Diagnostic, Edit, Fix, Related
from quizgen.model.inert_text import inert_json
from quizgen.model.source import Mark, Span
from quizgen.model.version import __version__
from quizgen.reporting.repository import repository_path

if TYPE_CHECKING:
    from quizgen.checks.explain import Explanation

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

ROOT = "%SRCROOT%"
"""The conventional name of the folder that relative addresses start from (3.14.14)."""


def sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """Format a SARIF log with one run, also where there is no diagnostic."""
    reported = list(diagnostics)
    fixable = {id(diagnostic) for diagnostic in fixable_alone(reported)}
    names = sorted({diagnostic.name for diagnostic in reported})
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "quizgen",
                        "semanticVersion": __version__,
                        "rules": [_rule(name, reported) for name in names],
                    }
                },
                "columnKind": "utf16CodeUnits",
                "results": [_result(d, names, fixable=id(d) in fixable) for d in reported],
            }
        ],
    }
    return inert_json(json.dumps(log, indent=2)) + "\n"  # ASCII, which no pipe can spoil


def _rule(name: str, reported: Iterable[Diagnostic]) -> dict[str, Any]:
    """Return the rule for the diagnostics called `name` (3.49)."""
    severity = next(d.severity for d in reported if d.name == name)
    rule: dict[str, Any] = {"id": name, "defaultConfiguration": {"level": severity.value}}
    from quizgen.checks.explain import explanations  # pages of every rule

    explanation = explanations().get(name)
    return rule | _explained(explanation) if explanation else rule


def _explained(explanation: Explanation) -> dict[str, Any]:
    return {
        "shortDescription": {"text": explanation.summary},
        "fullDescription": {"text": explanation.page},
        "help": {"text": explanation.page, "markdown": explanation.page},
    }


def _result(diagnostic: Diagnostic, names: Sequence[str], *, fixable: bool) -> dict[str, Any]:
    """Return the result for `diagnostic` (3.27), with its fix only if `fixable`.

    A viewer applies a fix without showing it.
    """
    lines = [diagnostic.message, *([diagnostic.help] if diagnostic.help else [])]
    result: dict[str, Any] = {
        "ruleId": diagnostic.name,
        "ruleIndex": names.index(diagnostic.name),
        "level": diagnostic.severity.value,
        "message": {"text": "\n".join(lines)},
        "locations": [{"physicalLocation": _location(diagnostic.span)}],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            _related(number, related) for number, related in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix and fixable:
        result["fixes"] = [_fix(diagnostic.fix)]
    return result


def _related(number: int, related: Related) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": related.message},
        "physicalLocation": _location(related.span),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(fix.edits[0].span.source.path),
                "replacements": [_replacement(edit) for edit in fix.edits],
            }
        ],
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    return {
        "deletedRegion": _region(edit.span, exact=True),
        "insertedContent": {"text": edit.text},
    }


def _location(span: Span) -> dict[str, Any]:
    return {"artifactLocation": _artifact(span.source.path), "region": _region(span)}


def _artifact(path: Path) -> dict[str, Any]:
    """Return the address of `path`, relative to the repository's root if it lies below (3.4.3)."""
    inside = repository_path(path)
    if inside is None:
        return {"uri": Path(os.path.abspath(path)).as_uri()}
    return {"uri": quote(os.fsencode(inside)), "uriBaseId": ROOT}


def _region(span: Span, *, exact: bool = False) -> dict[str, Any]:
    """Return `span` with lines and columns from 1, the end behind the last character (3.30.5-8).

    A span without characters becomes the rest of the line, unless `exact`.
    """
    region = {
        "startLine": span.line,
        "startColumn": _column(span.source.line(span.line), span.start),
    }
    if exact or (span.start.line, span.start.column) != (span.end.line, span.end.column):
        region["endLine"] = span.end.line + 1
        region["endColumn"] = _column(span.source.line(span.end.line + 1), span.end)
    return region


def _column(line: str, mark: Mark) -> int:
    """Return the column of `mark` in `line` in UTF-16 code units, as editors count."""
    return len(line[: mark.column].encode("utf-16-le", "surrogatepass")) // 2 + 1
