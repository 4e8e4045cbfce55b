"""Every diagnostic that the package can report is explained."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from support.documentation import (
    PAGES,
)
from support.paths import ROOT

from quizgen.checks import CHECKS, RULES
from quizgen.checks.catalogue import SECTIONS, diagnostics_page
from quizgen.checks.explain import explanations, rules_page
from quizgen.checks.ignorable import refusal
from quizgen.commands.grade.screen_kinds import CODES, FORMS
from quizgen.model.diagnostics import UNREADABLE_FILE
from quizgen.readers import item_keys
from quizgen.readers.foreign.texts import QUESTION_NOT_IMPORTED


class Reported(NamedTuple):
    name: str
    severity: str


CHECK_FILES = sorted((ROOT / "quizgen/checks").rglob("*.py"))


def reported_by_checks() -> set[Reported]:
    """Every name that a check or a rule can give a diagnostic, with its severity."""
    kinds = (kind for check in (*CHECKS, *RULES) for kind in check.kinds)
    return {Reported(kind.name, kind.severity.value) for kind in kinds}


def reported_elsewhere() -> set[Reported]:
    """Every name that the rest of the package gives a diagnostic, with its severity."""
    found: set[Reported] = set()
    for path in sorted((ROOT / "quizgen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=receiver, attr="error" | "warning" as severity),
                    args=[first, *_],
                ) if ast.unparse(receiver).endswith("report"):
                    found |= {Reported(name, severity) for name in _names(first, path)}
                case ast.Call(
                    func=ast.Name("Diagnostic"),
                    args=[first, ast.Attribute(ast.Name("Severity"), severity), *_],
                ):
                    found |= {Reported(name, severity.lower()) for name in _names(first, path)}
                case ast.keyword(arg="fault", value=ast.Constant(value=str(name))):
                    found.add(Reported(name, "error"))
    return found


def _names(first: ast.expr, path: Path) -> list[str]:
    match ast.unparse(first):
        case "UNREADABLE_FILE":
            return [UNREADABLE_FILE]
        case "QUESTION_NOT_IMPORTED":
            return [QUESTION_NOT_IMPORTED]
        case "self.fault":
            return [item_keys.NAME.fault]
        case "refused.name":
            refusals = refusal("no-sauce", to_ignore=True), refusal("bad-gap", to_ignore=True)
            return [refused.name for refused in refusals if refused]
        case "name" if path.name == "diagnostics.py":
            return []  # `Report.error` and `Report.warning`: their callers say the name
        case "f'second-{outcome.noun}'":
            return [f"second-{kind.noun}" for kind in (CODES, FORMS)]
        case "f'unreadable-{kind.noun}'":
            return [f"unreadable-{kind.noun}" for kind in (CODES, FORMS)]
        case "f'unknown-{noun}'":
            return [f"unknown-{noun}" for noun in ("topic", "type", "tag", "id")]
    if isinstance(first, ast.Constant):
        return [str(first.value)]
    raise AssertionError(f"{path}:{first.lineno}: teach this test what name this stands for")


def test_the_page_explains_every_diagnostic() -> None:
    text = PAGES["docs/diagnostics.md"].read_text(encoding="utf-8")
    entries = re.findall(r"^### `([\w-]+)`\n\n\*(.+?)\.\*", text, re.MULTILINE)
    explained = {Reported(n, word) for n, words in entries for word in words.lower().split(" or ")}
    advice = {rule.name for rule in RULES}
    of_checks = {reported for reported in reported_by_checks() if reported.name not in advice}
    assert explained == of_checks | reported_elsewhere()
    assert len(entries) == text.count("\n### ")


def test_the_page_of_rules_is_that_of_their_docstrings() -> None:
    text = PAGES["docs/rules.md"].read_text(encoding="utf-8")
    assert text == rules_page(), "run: quizgen explain --all > docs/rules.md"


def test_the_page_of_diagnostics_is_made_of_the_catalogue_and_the_checks() -> None:
    text = PAGES["docs/diagnostics.md"].read_text(encoding="utf-8")
    made = diagnostics_page()
    assert text == made, "run: quizgen explain --page diagnostics > docs/diagnostics.md"


def test_every_section_of_the_catalogue_is_on_the_page() -> None:
    folder = ROOT / "quizgen/checks/catalogue"
    assert {path.name for path in folder.glob("*.md")} == {"head.md", *SECTIONS}


@pytest.mark.parametrize("path", CHECK_FILES, ids=lambda path: path.stem)
def test_a_check_reports_every_kind_that_it_declares_and_no_other(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    declared: dict[str, str] = {}
    used: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Assign(
                targets=[ast.Name(variable)],
                value=ast.Call(keywords=[ast.keyword("name", ast.Constant(str(name))), *_]),
            ):
                declared[variable] = name
            case ast.Call(func=ast.Attribute(ast.Name(variable), "at")) if variable.isupper():
                used.add(variable)
    assert used == set(declared)
    assert set(declared.values()) <= {name for name, _ in reported_by_checks()}


def test_every_diagnostic_can_be_explained() -> None:
    names = {name for name, _ in reported_by_checks() | reported_elsewhere()}
    assert set(explanations()) == names
