"""Every diagnostic that the source tells of is explained."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

from support.documentation import (
    PAGES,
)
from support.paths import ROOT

from quizgen.checks.explain import explanations, rules_page
from quizgen.checks.ignorable import refusal
from quizgen.checks.rules import RULES
from quizgen.model.diagnostics import UNREADABLE_FILE
from quizgen.readers import item_keys


class Told(NamedTuple):
    name: str
    severity: str


def told_by_the_source() -> set[Told]:
    """Every name that the package gives a diagnostic, with its severity."""
    found: set[Told] = set()
    for path in sorted((ROOT / "quizgen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=receiver, attr="error" | "warning" as severity),
                    args=[first, *_],
                ) if ast.unparse(receiver).endswith("report"):
                    found |= {Told(name, severity) for name in _names(first, path)}
                case ast.keyword(arg="fault", value=ast.Constant(value=str(name))):
                    found.add(Told(name, "error"))
    return found


def _names(first: ast.expr, path: Path) -> list[str]:
    match ast.unparse(first):
        case "UNREADABLE_FILE":
            return [UNREADABLE_FILE]
        case "self.fault":
            return [item_keys.NAME.fault]
        case "refused.name":
            refusals = refusal("no-sauce", to_ignore=True), refusal("bad-gap", to_ignore=True)
            return [refused.name for refused in refusals if refused]
        case "f'unknown-{noun}'":
            return [f"unknown-{noun}" for noun in ("topic", "type", "tag", "id")]
    if isinstance(first, ast.Constant):
        return [str(first.value)]
    raise AssertionError(f"{path}:{first.lineno}: teach this test what name this stands for")


def test_the_page_explains_every_diagnostic() -> None:
    text = PAGES["docs/diagnostics.md"].read_text(encoding="utf-8")
    entries = re.findall(r"^### `([\w-]+)`\n\n\*(.+?)\.\*", text, re.MULTILINE)
    explained = {Told(name, s) for name, said in entries for s in said.lower().split(" or ")}
    assert explained == told_by_the_source()
    assert len(entries) == text.count("\n### ")


def test_the_page_of_rules_is_that_of_their_docstrings() -> None:
    text = PAGES["docs/rules.md"].read_text(encoding="utf-8")
    assert text == rules_page(), "run: quizgen explain --all > docs/rules.md"


def test_explain_reads_the_page_of_diagnostics() -> None:
    copy = ROOT / "quizgen/checks/catalogue/diagnostics.md"
    original = PAGES["docs/diagnostics.md"]
    assert copy.read_bytes() == original.read_bytes(), f"run: cp {original} {copy}"


def test_every_diagnostic_can_be_explained() -> None:
    told = {name for name, _ in told_by_the_source()} | {rule.name for rule in RULES}
    assert set(explanations()) == told
