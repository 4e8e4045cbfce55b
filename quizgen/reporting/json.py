"""Diagnostics as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from quizgen.model.diagnostics import Diagnostic
from quizgen.model.inert_text import inert_json
from quizgen.model.source import Span
from quizgen.reporting.concise import display_path


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Format a JSON array of objects; lines and columns count from 1, in characters."""
    objects = [as_object(diagnostic) for diagnostic in diagnostics]
    return inert_json(json.dumps(objects, ensure_ascii=False, indent=2)) + "\n"


def as_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return `diagnostic` as an object for JSON."""
    return {
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_place(diagnostic.span),
        "help": diagnostic.help,
        "related": [
            {"message": related.message, **_place(related.span)} for related in diagnostic.related
        ],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": display_path(span.source.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end.line + 1,
        "end_column": span.end.column + 1,
    }
