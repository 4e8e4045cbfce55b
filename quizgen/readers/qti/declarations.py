"""What QTI 2 and 3 say is right: the declarations of responses, and their processing."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign.choices import WHOLE, BadAnswerError
from quizgen.readers.foreign.xml import XmlElement
from quizgen.readers.qti.processing import best_tests, points_of

MAX_VALUES = 1000
"""Right values of one response. No question has more (judged)."""


@dataclass(slots=True)
class ResponseDeclaration:
    """The declaration of a response: its right values in their order, and points by values.

    `bounds` are the least and the most that is right, empty where the file has none.
    """

    kind: str = "string"
    cardinality: str = "single"
    right: list[str] = field(default_factory=list)
    points: dict[str, Decimal] = field(default_factory=dict)
    is_exact: bool = False
    tolerance: tuple[str, str] = ("exact", "0")
    bounds: list[str] = field(default_factory=lambda: ["", ""])

    @property
    def shares(self) -> dict[str, Decimal]:
        """The share of the points, in percent of the most, of each value that gives some."""
        most = max(self.points.values(), default=Decimal(0))
        result = {v: p * WHOLE / most for v, p in self.points.items() if most > 0 and p > 0}
        if self.right and not set(self.right) <= result.keys():
            result = dict.fromkeys(self.right, WHOLE) | {
                value: share for value, share in result.items() if value not in self.right
            }
        return result


def declarations_of(item: XmlElement) -> dict[str, ResponseDeclaration]:
    """Return the declarations of the responses of `item` by their names.

    Raises:
        BadAnswerError: One has too many values.
    """
    declarations = {}
    for node in item.all("responseDeclaration"):
        declaration = ResponseDeclaration(
            node.attributes.get("baseType", "string"), node.attributes.get("cardinality", "single")
        )
        correct = node.first("correctResponse")
        for value in _some(correct.all("value") if correct else []):
            declaration.right.append(value.text.strip())
        entries = _some(list(node.find("mapEntry")))
        for entry in entries:
            key = entry.attributes.get("mapKey", "").strip()
            declaration.points[key] = points_of(entry.attributes.get("mappedValue", ""))
        cases = [entry.attributes.get("caseSensitive") for entry in entries]
        declaration.is_exact = bool(cases) and all(case == "true" for case in cases)
        declarations[node.attributes.get("identifier", "")] = declaration
    processing = item.first("responseProcessing")
    if processing is not None:
        _from_processing(processing, declarations)
    return declarations


def _some(values: list[XmlElement]) -> list[XmlElement]:
    """Return `values`; raise BadAnswerError where there are too many."""
    if len(values) > MAX_VALUES:
        raise BadAnswerError(f"it has more than {MAX_VALUES:,} answers")
    return values


def _from_processing(processing: XmlElement, declarations: dict[str, ResponseDeclaration]) -> None:
    """Add tolerances, and right values that only the conditions name."""
    for node, name, points in best_tests(processing):
        declaration = declarations.get(name)
        if declaration is None:
            continue
        if node.tag == "equal":
            mode = node.attributes.get("toleranceMode", "exact")
            declaration.tolerance = (mode, node.attributes.get("tolerance", "0"))
        elif node.tag == "match":
            values = [value.text.strip() for value in _some(list(node.find("baseValue")))]
            if points > 0 and not declaration.right:
                declaration.right = values
        elif node.first("variable") is not None and (value := node.value("baseValue")):
            place = 0 if node.tag in ("gte", "gt") else 1
            declaration.bounds[place] = declaration.bounds[place] or value
