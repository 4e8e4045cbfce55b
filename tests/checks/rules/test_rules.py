"""Each rule finds what its page and its corpus say, and nothing else does.

A file of ``tests/checks/corpus/`` holds small banks for one rule. A remark above each says
whether it is flawed or fine, in which language if not in English, and why. Beside them are
passages for quotes: ``fr.md``; without one, they quote the sample bank's.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from support import write_bank
from support.paths import ROOT

from quizgen.checks.explain import examples
from quizgen.checks.rules import RULES, AnyRule
from quizgen.commands.workspace import Workspace

CORPUS = ROOT / "tests" / "checks" / "corpus"
ENGLISH_PASSAGE = ROOT / "question_bank" / "seoul-talks" / "passage.md"
RULE_FILES = ROOT / "quizgen" / "checks" / "rules"


class Sample(NamedTuple):
    rule: str
    flawed: bool
    language: str
    why: str
    questions: str


def samples() -> list[Sample]:
    found = []
    for path in sorted(CORPUS.glob("*.yaml")):
        _, *parts = re.split(
            r"^# (flawed|fine)(?: \((\w+)\))?: (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE
        )
        for kind, language, why, questions in zip(*[iter(parts)] * 4, strict=True):
            found.append(Sample(path.stem, kind == "flawed", language or "en", why, questions))
    return found


def advice(folder: Path, questions: str, language: str = "en") -> set[str]:
    """The names of what is found, apart from missing sources: most samples give none."""
    workspace = Workspace()
    head = f"language: {language}\n"
    own = CORPUS / f"{language}.md"
    passage = (own if own.exists() else ENGLISH_PASSAGE).read_text(encoding="utf-8")
    bank = workspace.bank(write_bank(folder, questions, passage=passage, bank=head))
    assert bank
    assert list(bank.items)
    return {diagnostic.name for diagnostic in workspace.diagnostics} - {"no-source"}


@pytest.mark.parametrize("sample", samples(), ids=lambda s: f"{s.rule}: {s.why}")
def test_a_flawed_sample_breaks_its_rule_and_a_fine_one_none(
    sample: Sample, tmp_path: Path
) -> None:
    expected = {sample.rule} if sample.flawed else set()
    assert advice(tmp_path, sample.questions, sample.language) == expected


def test_every_rule_has_two_flawed_samples_and_two_fine_ones() -> None:
    counts = Counter((sample.rule, sample.flawed) for sample in samples())
    wanted = {(rule.name, flawed) for rule in RULES for flawed in (True, False)}
    assert {key for key, count in counts.items() if count >= 2} == wanted


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_a_rules_page(rule: AnyRule, tmp_path: Path) -> None:
    bad, good = examples(rule)
    assert advice(tmp_path / "bad", bad) == {rule.name}
    assert advice(tmp_path / "good", good) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rules_page_names_its_source(rule: AnyRule) -> None:
    assert re.search(r"^Source: \S", rule.doc or "", re.MULTILINE)


def test_every_rule_is_registered_under_the_name_of_its_file() -> None:
    files = {path.stem.replace("_", "-") for path in RULE_FILES.glob("*.py")}
    assert {rule.name for rule in RULES} == files - {"--init--", "base"}
    assert len(RULES) == len({rule.name for rule in RULES})


@pytest.mark.parametrize("language", ["ko", "ja", "fi"])
def test_in_a_language_without_word_lists_only_rules_without_words_speak(
    language: str, tmp_path: Path
) -> None:
    with_words = {"negative-stem", "absolute-term", "vague-term", "clang", "no-question"}
    flawed = [s for s in samples() if s.rule in with_words and s.flawed and s.language == "en"]
    for number, sample in enumerate(flawed):
        assert advice(tmp_path / str(number), sample.questions, language) == set()


@pytest.mark.parametrize(
    ("rule", "options", "quoted"),
    [
        ("grammar-cue", "answer: XML club, distractors: [party, club]", "“a XML”"),
        ("absolute-term", "answer: monk, distractors: [Never a king, duke]", "“Never”"),
        ("vague-term", "answer: Often a monk, distractors: [king, duke]", "“Often”"),
        (
            "repeated-lead-in",
            "answer: Man of Rome A, distractors: [Man of Rome B, Man of Rome C]",
            "“Man of Rome”",
        ),
    ],
)
def test_a_message_quotes_words_as_their_author_wrote_them(
    rule: str, options: str, quoted: str, tmp_path: Path
) -> None:
    workspace = Workspace()
    asked = "- {id: a, type: multiple_choice, question: The group is a, "
    workspace.bank(write_bank(tmp_path, f"{asked}{options}}}\n"))
    told = [d.message for d in workspace.diagnostics if d.name == rule]
    assert [quoted in message for message in told] == [True]


def test_what_is_given_away_is_quoted_as_its_author_wrote_it(tmp_path: Path) -> None:
    workspace = Workspace()
    (sample,) = [s for s in samples() if s.why == "an irregular verb"]
    workspace.bank(write_bank(tmp_path, sample.questions))
    (told,) = [d.message for d in workspace.diagnostics if d.name == "hinged-items"]
    assert told == "this gives away that the answer to 'hamlet' is “William Shakespeare”"
