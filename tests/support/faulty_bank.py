"""A bank with a fault of every kind, changes of it, and what is found in it."""

from __future__ import annotations

import random
from pathlib import Path

from quizgen.checks import RULES, check_bank
from quizgen.checks.explain import examples
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report, in_reading_order
from quizgen.readers.bank_folder import read_bank

CHOICE = "type: multiple_choice, question: Which one is it?"
SHORT = "type: short_answer, question: Who is it?"
FAULTS = rf"""
- {{id: comma, {CHOICE}, answer: "5", distractors: [1,234, 6, 7]}}
- {{id: letters, {CHOICE}, answer: A) x, distractors: [B) y, C) z]}}
- {{id: same, {CHOICE}, answer: one, distractors: [two, two]}}
- {{id: hint, {SHORT}, answer: Jake Sullivan, hint: It is Jake Sullivan, reference: x}}
- {{id: quote, {SHORT}, answer: x, evidence: not there at all}}
- {{id: quoted, {SHORT}, answer: "1402", evidence: [The mines, the road]}}
- {{id: lines, {SHORT}, answer: x, cite_lines: true}}
- {{id: link, type: flashcard, front: "[a](page.html)", back: "$\\href{{x}}$ and $a}}$"}}
- {{id: picture, type: flashcard, front: "![a](my map.png){{height=50%}}", back: x, reference: y}}
- {{id: unseen, {SHORT}, answer: "a\u200Bb", reference: y}}
- {{id: composed, type: flashcard, front: "e\u0301", back: "u\u0308", reference: y}}
- id: over-lines
  type: flashcard
  front: |
    A fact, [a link](//here), and
    [another](page.html)
  back: "![x](no map.png)"   # a remark

  lint: {{ignore: [no-source, clang]}}
- {{id: aliased, type: flashcard, front: one, back: two}}
"""
WORDS = ("not", "all", "5,6", "x")
PASSAGE = "# Salt\n\nThe mines were dug in 1402.\n\nThen the road came.\n"


def entries() -> str:
    """The bad example of each rule, as entries of a topic file."""
    return "".join(examples(rule).bad for rule in RULES)


class Dict(dict[str, bytes]):
    """Records in memory."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def write(self, name: str, content: bytes) -> None:
        self[name] = content


def write_faults(folder: Path) -> Path:
    """Write the bank into `folder`, which is returned."""
    (folder / "bank.yaml").write_text("id: a\ntitle: A [link](x.html)\npassage: p.md\nmath: true\n")
    (folder / "p.md").write_text(PASSAGE)
    (folder / "faults.yaml").write_text(f"topic: faults\nquestions:{FAULTS}")
    (folder / "rules.yaml").write_text(f"topic: rules\nquestions:\n{entries()}\n")
    return folder


def bank_in(folder: Path) -> tuple[Bank, list[Diagnostic]]:
    report = Report()
    bank = read_bank(folder, report)
    assert bank is not None
    return bank, report.diagnostics


def shown(diagnostics: list[Diagnostic]) -> list[object]:
    def place(d: object) -> object:
        span = d.span  # type: ignore[attr-defined]
        ends = span.start.line, span.start.column, span.end.line, span.end.column
        return (span.source.path.name, *ends)

    return [
        (
            *(place(d), d.name, d.severity, d.message, d.help, d.fix and d.fix.title),
            *((place(other), other.message) for other in d.related),
        )
        for d in in_reading_order(diagnostics)
    ]


def findings(folder: Path, store: Dict | None) -> list[object]:
    bank, reported = bank_in(folder)
    return shown(check_bank(bank, reported, store))


def edited(text: str, chance: random.Random) -> str:
    """`text` with a random change of a few lines."""
    lines = text.splitlines(keepends=True)
    place, other = chance.randrange(2, len(lines)), chance.randrange(2, len(lines))
    match chance.randrange(6):
        case 0:
            del lines[place]
        case 1:
            lines[place], lines[other] = lines[other], lines[place]
        case 2:
            lines.insert(place, lines[other])
        case 3:
            lines.insert(place, "# a remark\n\n")
        case 4:
            words = lines[place].split(" ")
            words.insert(
                chance.randrange(len(words) + 1), chance.choice(["not", "all", "5,6", "x"])
            )
            lines[place] = " ".join(words)
        case _:
            lines[place] = lines[place].replace("front: one", "front: &a one").replace("w", "v")
    return "".join(lines)
