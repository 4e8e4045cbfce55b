"""Precision and recall of each item writer's rule: `python -m tools.benchmarks.advice`.

The questions are those of `tests/checks/realistic/`, in files such as ``en/trivia.yaml``. A remark
above a question, ``# deserves: clang, negative-stem``, names the advice that it deserves, and one
at the top, ``# bank deserves: key-position``, what all questions together do. Each file is a bank
of its own, with the passage that stands beside it under the same name, if there is one.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizgen.checks.rules import RULES
from quizgen.commands.workspace import Workspace
from quizgen.model.item_index import ItemIndex

REALISTIC = Path(__file__).parents[2] / "tests" / "checks" / "realistic"

ONCE_A_BANK = {"matching-size", "matching-without-extra"}
"""Rules that speak of all questions of a bank at once."""

_ITEM = re.compile(r"^# deserves: (.+)\n- id: (\S+)$", re.MULTILINE)
_BANK = re.compile(r"^# bank deserves: (.+)$", re.MULTILINE)
_ADVICE = {rule.name for rule in RULES}


class Finding(NamedTuple):
    """Advice about one question: the rule, the file, and the question's id."""

    rule: str
    file: str
    item: str

    def __str__(self) -> str:
        return f"{self.file} {self.item} {self.rule}"


class Score(NamedTuple):
    """How often a rule was right, spoke without need, and kept silent."""

    right: int
    needless: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what is told that is deserved; 1 if nothing is."""
        reported = self.right + self.needless
        return self.right / reported if reported else 1.0

    @property
    def recall(self) -> float:
        """The share of what is deserved that is told; 1 if nothing is."""
        deserved = self.right + self.missed
        return self.right / deserved if deserved else 1.0


def bank_files() -> list[Path]:
    """Return the files of questions, by language and name."""
    return sorted(REALISTIC.glob("*/*.yaml"))


def deserved(file: Path) -> set[Finding]:
    """Return the advice that the remarks in `file` name."""
    findings = set()
    text = file.read_text("utf-8")
    for names, item in (*_ITEM.findall(text), *((names, "bank") for names in _BANK.findall(text))):
        for rule in names.split(", "):
            assert rule in _ADVICE, f"{file}: there is no rule {rule!r}"
            findings.add(Finding(rule, _relative(file), item))
    return findings


def findings_of(file: Path) -> set[Finding]:
    """Return the advice that quizgen gives on the questions of `file`."""
    with tempfile.TemporaryDirectory() as folder:
        bank_folder = Path(folder) / "question_bank" / "realistic"
        bank_folder.mkdir(parents=True)
        (bank_folder / "questions.yaml").write_text(
            f"topic: questions\nquestions:\n{file.read_text('utf-8')}", "utf-8"
        )
        head = f"id: realistic\ntitle: {file.stem}\nlanguage: {file.parent.name}\n"
        passage = file.with_suffix(".md")
        if passage.exists():
            (bank_folder / "passage.md").write_text(passage.read_text("utf-8"), "utf-8")
            head += "passage: passage.md\n"
        (bank_folder / "bank.yaml").write_text(head, "utf-8")
        workspace = Workspace()
        bank = workspace.bank(bank_folder)
        assert bank is not None
        index = ItemIndex(list(bank.items))
        strange = {d.name for d in workspace.diagnostics} - _ADVICE - {"no-source"}
        assert not strange, f"{file}: {strange}"
        return {
            Finding(
                d.name, _relative(file), item.id.value if (item := index.at(d.span)) else "bank"
            )
            for d in workspace.diagnostics
            if d.name in _ADVICE
        }


def compare() -> tuple[set[Finding], set[Finding]]:
    """Return what is told and what is deserved; of `ONCE_A_BANK`, whether it is, in each file."""
    files = bank_files()
    all_told = {finding for file in files for finding in findings_of(file)}
    all_deserved = {finding for file in files for finding in deserved(file)}
    wrong_places = {f for f in all_told - all_deserved if f.rule in ONCE_A_BANK}
    return {_merged(f) for f in all_told} | wrong_places, {_merged(f) for f in all_deserved}


def scores() -> dict[str, Score]:
    """Return the score of each rule that is told or deserved."""
    actual, expected = compare()
    right, needless, missed = (
        Counter(finding.rule for finding in findings)
        for findings in (actual & expected, actual - expected, expected - actual)
    )
    return {
        rule.name: Score(right[rule.name], needless[rule.name], missed[rule.name])
        for rule in RULES
        if right[rule.name] + needless[rule.name] + missed[rule.name]
    }


def lines() -> Iterator[str]:
    """Yield the table, and then each finding that differs from its label."""
    yield f"{'rule':34}{'right':>6}{'needless':>10}{'missed':>8}{'precision':>11}{'recall':>8}"
    of_rules = scores()
    total = Score(*(sum(column) for column in zip(*of_rules.values(), strict=True)))
    for name, score in (*of_rules.items(), ("all", total)):
        counts = f"{score.right:6}{score.needless:10}{score.missed:8}"
        yield f"{name:34}{counts}{score.precision:11.0%}{score.recall:8.0%}"
    actual, expected = compare()
    yield from (f"needless: {finding}" for finding in sorted(actual - expected))
    yield from (f"missed: {finding}" for finding in sorted(expected - actual))


def _merged(finding: Finding) -> Finding:
    return finding._replace(item="bank") if finding.rule in ONCE_A_BANK else finding


def _relative(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


if __name__ == "__main__":
    print("\n".join(lines()))
