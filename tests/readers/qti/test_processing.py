"""Response processing of QTI 2 and 3: which branches say what is right, and how exactly."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import Brought, bring, keys
from support.there_and_back import told

ALL = '<sum><variable identifier="SCORE"/><variable identifier="MAXSCORE"/></sum>'
LESS = "<subtract><variable identifier='SCORE'/><baseValue>1</baseValue></subtract>"
VARIABLE = '<variable identifier="R"/>'


def match(value: str) -> str:
    return f"<match>{VARIABLE}<baseValue baseType='identifier'>{value}</baseValue></match>"


def equal(tolerance: str) -> str:
    mode = f'toleranceMode="absolute" tolerance="{tolerance} {tolerance}"'
    return f"<equal {mode}>{VARIABLE}<correct identifier='R'/></equal>"


def between(low: str, high: str) -> str:
    tests = f"<gte>{VARIABLE}<baseValue>{low}</baseValue></gte>"
    return f"<and>{tests}<lte>{VARIABLE}<baseValue>{high}</baseValue></lte></and>"


def branch(test: str, score: str, tag: str = "responseIf", inside: str = "") -> str:
    value = score if score.startswith("<") else f"<baseValue>{score}</baseValue>"
    rule = f'<setOutcomeValue identifier="SCORE">{value}</setOutcomeValue>' if score else ""
    return f"<{tag}>{test}{inside}{rule}</{tag}>"


def when(*branches: str) -> str:
    return f"<responseCondition>{''.join(branches)}</responseCondition>"


def _chosen(root: Path, processing: str) -> Brought:
    options = "".join(f'<simpleChoice identifier="{o}">{o}</simpleChoice>' for o in "ABC")
    body = f'<choiceInteraction responseIdentifier="R">{options}</choiceInteraction>'
    return _brought(root, "identifier", "", f"<p>Which?</p>{body}", processing)


def _typed(root: Path, processing: str) -> object:
    body = '<p>How many?</p><textEntryInteraction responseIdentifier="R"/>'
    right = "<correctResponse><value>5</value></correctResponse>"
    (one,) = _brought(root, "float", right, body, processing).items
    return told(one)


def _brought(root: Path, kind: str, right: str, body: str, processing: str) -> Brought:
    head = f'<responseDeclaration identifier="R" cardinality="single" baseType="{kind}">'
    inside = f"{head}{right}</responseDeclaration><itemBody>{body}</itemBody>"
    source = f"{inside}<responseProcessing>{processing}</responseProcessing>"
    return bring(root, "x.xml", f'<assessmentItem identifier="q">{source}</assessmentItem>')


@pytest.mark.parametrize(
    "processing",
    [
        when(branch(match("C"), "1")),
        when(branch(match("B"), "0"), branch(match("C"), "1", "responseElseIf")),
        when(branch(match("B"), "0")) + when(branch(match("C"), "1")),
        when(branch(match("B"), "0.5")) + when(branch(match("C"), "1")),
        when(branch(match("B"), "-1")) + when(branch(match("C"), "1")),
        when(branch(match("B"), LESS)) + when(branch(match("C"), ALL)),
        when(branch(f"<not>{match('B')}</not>", "1")) + when(branch(match("C"), "1")),
        when(branch(match("C"), "", inside=when(branch("<isNull/>", "1")))),
        when(
            branch("<isNull/>", "0"), branch("", "", "responseElse", when(branch(match("C"), ALL)))
        ),
    ],
)
def test_what_scores_most_is_the_key(tmp_path: Path, processing: str) -> None:
    got = _chosen(tmp_path, processing)
    assert [keys(one) for one in got.items] == [["C"]], got.messages


def test_what_scores_nothing_is_no_key(tmp_path: Path) -> None:
    no = when(branch(match("B"), "0")) + when(branch(f"<not>{match('C')}</not>", "1"))
    got = _chosen(tmp_path, no)
    assert got.items == []
    assert "no option is marked as right" in got.messages


@pytest.mark.parametrize(
    "processing",
    [
        when(branch(equal("0.1"), "1"), branch(equal("2"), "0.5", "responseElseIf")),
        when(branch(equal("2"), "0.5")) + when(branch(equal("0.1"), ALL)),
        when(branch(between("4", "6"), "0.5")) + when(branch(between("4.9", "5.1"), "1")),
        when(branch(equal("0.1"), "1"), branch(between("4", "6"), "0.5", "responseElseIf")),
        when(branch(f"<not>{equal('0.1')}</not>", "0"), branch("", "1", "responseElse")),
    ],
)
def test_the_tolerance_is_that_of_full_points(tmp_path: Path, processing: str) -> None:
    assert str(_typed(tmp_path, processing)) == "(Decimal('5'), Decimal('0.1'))"
