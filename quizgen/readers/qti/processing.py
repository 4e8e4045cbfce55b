"""How QTI 2 and 3 score: the comparisons of ``responseProcessing``, and their points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from quizgen.readers.foreign.choices import BadAnswerError, decimal_of
from quizgen.readers.foreign.xml import XmlElement

_BRANCHES = ("responseIf", "responseElseIf", "responseElse")
_COMPARISONS = ("match", "equal", "gte", "gt", "lte", "lt")
_ALL = Decimal("Infinity")


class ResponseTest(NamedTuple):
    """A comparison of the response `name`, and the points that its branch gives.

    They are 0 where the comparison must fail, and where nobody can say.
    """

    node: XmlElement
    name: str
    points: Decimal


def best_tests(processing: XmlElement) -> list[ResponseTest]:
    """Return of each response the comparisons that lead to the most points."""
    of_branches: dict[int, Decimal] = {}
    _most(processing, of_branches)
    tests = list(_tests(processing, Decimal(0), of_branches))
    most: dict[str, Decimal] = {}
    for test in tests:
        most[test.name] = max(test.points, most.get(test.name, Decimal(0)))
    return [test for test in tests if test.points == most[test.name]]


def points_of(text: str) -> Decimal:
    """Return the number `text`; 0 where it is none."""
    try:
        return decimal_of(text)
    except BadAnswerError:
        return Decimal(0)


def _most(node: XmlElement, of_branches: dict[int, Decimal]) -> Decimal:
    """Return the most points that a rule in `node` gives; note those of branches by their ids."""
    if node.tag == "setOutcomeValue":
        return _of_rule(node)
    points = max((_most(child, of_branches) for child in node.elements), default=Decimal(0))
    if node.tag in _BRANCHES:
        of_branches[id(node)] = points
    return points


def _of_rule(rule: XmlElement) -> Decimal:
    """Return the points that `rule` gives; `_ALL` where it gives as many as there are."""
    if "SCORE" not in rule.attributes.get("identifier", "").upper():
        return Decimal(0)
    names = [v.attributes.get("identifier", "").upper() for v in rule.find("variable")]
    values = [points_of(value.text) for value in rule.find("baseValue")]
    points = _ALL if any("MAX" in n for n in names) else max(values, default=Decimal(0), key=abs)
    return -points if rule.first("subtract") is not None else points


def _tests(
    node: XmlElement, points: Decimal, of_branches: dict[int, Decimal]
) -> Iterator[ResponseTest]:
    for child in node.elements:
        if child.tag in _COMPARISONS:
            name = next((v.attributes.get("identifier", "") for v in child.find("variable")), "")
            yield ResponseTest(child, name, points)
        elif child.tag != "setOutcomeValue":
            inside = Decimal(0) if child.tag == "not" else of_branches.get(id(child), points)
            yield from _tests(child, inside, of_branches)
