"""What QTI 1.2 says is right: the conditions of ``resprocessing``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign.choices import WHOLE, BadAnswerError, decimal_of
from quizgen.readers.foreign.xml import XmlElement

MAX_CONDITIONS = 1000
"""Conditions of one question; a choice has one for each option (judged)."""

MAX_TESTS = 200
"""Comparisons in one condition (judged)."""

_COMPARISONS = ("varequal", "vargte", "vargt", "varlte", "varlt", "varsubstring", "varsubset")


class ScoreTest(NamedTuple):
    """A comparison of the response `ident` with `value`; with `is_not`, it must fail."""

    kind: str
    ident: str
    value: str
    is_not: bool
    is_exact: bool
    place: int


@dataclass(slots=True)
class ScoreCondition:
    """A condition: its comparisons, what it adds to the score, and the feedback that it shows.

    `is_always` says that it holds whatever is answered.
    """

    tests: list[ScoreTest] = field(default_factory=list)
    share: Decimal = Decimal(0)
    shows: list[str] = field(default_factory=list)
    is_always: bool = False

    def right(self, ident: str) -> list[str]:
        """Return the values that the response `ident` must have, in their order."""
        tests = [t for t in self.tests if t.ident == ident and t.kind == "varequal"]
        required = [test for test in tests if not test.is_not]
        return [test.value for test in sorted(required, key=lambda test: test.place)]


def conditions_of(item: XmlElement) -> list[ScoreCondition]:
    """Return the conditions of `item`, an item of QTI 1.2.

    Raises:
        BadAnswerError: It has too many.
    """
    nodes = list(item.find("respcondition"))
    if len(nodes) > MAX_CONDITIONS:
        raise BadAnswerError(f"it has more than {MAX_CONDITIONS:,} conditions")
    return [_condition(node) for node in nodes]


def _condition(node: XmlElement) -> ScoreCondition:
    condition = ScoreCondition(
        shows=[f.attributes.get("linkrefid", "") for f in node.all("displayfeedback")]
    )
    values = [_gain(setvar) for setvar in node.all("setvar")]
    condition.share = max(values, default=Decimal(0), key=abs)
    is_right = node.attributes.get("title", "").lower() == "correct" or "correct" in condition.shows
    if not values and is_right and condition.shows:  # as Blackboard has it
        condition.share = WHOLE
    inside = node.first("conditionvar")
    if inside is not None:
        tests = list(islice(_tests(inside, is_not=False), MAX_TESTS + 1))
        if len(tests) > MAX_TESTS:
            raise BadAnswerError(f"a condition of it has more than {MAX_TESTS} parts")
        condition.tests = [
            test._replace(place=test.place or number) for number, test in enumerate(tests, 1)
        ]
        condition.is_always = not condition.tests and inside.first("not") is None
    return condition


def _gain(setvar: XmlElement) -> Decimal:
    """Return what `setvar` adds to the score, where it neither multiplies nor divides it."""
    action = setvar.attributes.get("action", "").strip().lower()
    if action in ("multiply", "divide"):
        return Decimal(0)
    return -_value(setvar.text) if action == "subtract" else _value(setvar.text)


def _value(text: str) -> Decimal:
    if "max" in text.lower():  # Blackboard writes SCORE.max
        return WHOLE
    try:
        return decimal_of(text)
    except BadAnswerError:
        return Decimal(0)


def _tests(node: XmlElement, *, is_not: bool) -> Iterator[ScoreTest]:
    for child in node.elements:
        if child.tag in _COMPARISONS:
            index = child.attributes.get("index", "")
            yield ScoreTest(
                child.tag,
                child.attributes.get("respident", ""),
                child.text.strip(),
                is_not,
                child.attributes.get("case", "").lower() == "yes",
                int(index) if index.isascii() and index.isdigit() and len(index) < 5 else 0,
            )
        else:
            yield from _tests(child, is_not=is_not != (child.tag == "not"))


def scoring(conditions: list[ScoreCondition]) -> list[ScoreCondition]:
    """Return the conditions that give points and ask for something."""
    return [condition for condition in conditions if condition.share > 0 and condition.tests]


def shares(conditions: list[ScoreCondition], ident: str, *, is_single: bool) -> dict[str, Decimal]:
    """Return the share of the points, in percent of the most, of each right value of `ident`.

    Where a condition asks for several values at once, and none gives more, these are the key.
    """
    right = [(c.share, values) for c in scoring(conditions) if (values := c.right(ident))]
    if not right:
        return {}
    most = max(share for share, _ in right)
    if not is_single:
        whole = [(len(values), values) for share, values in right if share == most]
        if (best := max(whole)) and best[0] > 1:
            return dict.fromkeys(best[1], WHOLE)
    result: dict[str, Decimal] = {}
    for share, values in right:
        for value in values:
            result[value] = max(result.get(value, Decimal(0)), share * WHOLE / most)
    return result
