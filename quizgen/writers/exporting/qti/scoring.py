"""Response processing: how answers become a score.

Written out, not by the standard templates, since these know one point and one answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from quizgen.writers.exporting.qti.vocabulary import put, q


def value(text: str, base_type: str) -> Element:
    """Return the expression of a fixed value."""
    return q("baseValue", text, baseType=base_type)


def variable(name: str) -> Element:
    """Return the expression of the value of the variable `name`."""
    return q("variable", identifier=name)


def expression(name: str, *inside: Element, **attributes: str) -> Element:
    """Return the expression `name` of the expressions `inside`."""
    node = q(name, **attributes)
    node.extend(inside)
    return node


def assign(name: str, result: Element) -> Element:
    """Return the rule that gives the outcome `name` the value of `result`."""
    rule = q("setOutcomeValue", identifier=name)
    rule.append(result)
    return rule


def condition(test: Element, *rules: Element) -> Element:
    """Return the condition that follows `rules` where `test` is true."""
    node = q("responseCondition")
    branch = put(node, "responseIf")
    branch.extend((test, *rules))
    return node


def all_or_nothing(test: Element, points: int) -> list[Element]:
    """Return the rules that give `points` where `test` is true."""
    return [condition(test, assign("SCORE", value(str(points), "float")))]


def is_correct(response: str = "RESPONSE") -> Element:
    """Return the expression of whether the `response` is the correct one."""
    return expression("match", variable(response), q("correct", identifier=response))


def within(low: str, high: str) -> Element:
    """Return the expression of whether the response is from `low` to `high`."""
    return expression(
        "and",
        expression("gte", variable("RESPONSE"), value(low, "float")),
        expression("lte", variable("RESPONSE"), value(high, "float")),
    )


def shares(responses: Sequence[str], points: int, parts: int) -> list[Element]:
    """Return the rules that give a share of `points` for each of `parts` that is right.

    The mappings of `responses` count the right ones. One that is not given counts for nothing: the
    value of its mapping, and any sum with it, would be none.
    """
    rules = []
    for name in responses:
        is_given = expression("not", expression("isNull", variable(name)))
        rules.append(condition(is_given, _count(q("mapResponse", identifier=name))))
    return rules + _scaled(points, parts)


def _count(more: Element) -> Element:
    """Return the rule that adds `more` to the score."""
    return assign("SCORE", expression("sum", variable("SCORE"), more))


def _scaled(points: int, parts: int) -> list[Element]:
    """Return the rule that makes a share of `points` of a score that counts `parts`."""
    if points == parts:
        return []
    product = expression("product", variable("SCORE"), value(str(points), "float"))
    return [assign("SCORE", expression("divide", product, value(str(parts), "float")))]


def places(identifiers: Iterable[str], points: int) -> list[Element]:
    """Return the rules that give a share of `points` for each part at its place."""
    rules = []
    parts = list(identifiers)
    for number, name in enumerate(parts, 1):
        at_place = expression("index", variable("RESPONSE"), n=str(number))
        test = expression("match", at_place, value(name, "identifier"))
        rules.append(condition(test, _count(value("1", "float"))))
    return rules + _scaled(points, len(parts))
