"""What QTI 2 and 3 say is right: the declarations of responses, and their processing."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from quizgen.readers.foreign.choices import WHOLE, BadAnswerError, decimal_of
from quizgen.readers.foreign.xml import XmlElement

MAX_VALUES = 1000


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
    """Return the declarations of the responses of `item` by their names."""
    declarations = {}
    for node in item.all("responseDeclaration"):
        declaration = ResponseDeclaration(
            node.attributes.get("baseType", "string"), node.attributes.get("cardinality", "single")
        )
        correct = node.first("correctResponse")
        for value in (correct.all("value") if correct else [])[:MAX_VALUES]:
            declaration.right.append(value.text.strip())
        entries = list(node.find("mapEntry"))[:MAX_VALUES]
        for entry in entries:
            key = entry.attributes.get("mapKey", "").strip()
            declaration.points[key] = _points(entry.attributes.get("mappedValue", ""))
        cases = [entry.attributes.get("caseSensitive") for entry in entries]
        declaration.is_exact = bool(cases) and all(case == "true" for case in cases)
        declarations[node.attributes.get("identifier", "")] = declaration
    processing = item.first("responseProcessing")
    if processing is not None:
        _from_processing(processing, declarations)
    return declarations


def _points(text: str) -> Decimal:
    try:
        return decimal_of(text)
    except BadAnswerError:
        return Decimal(0)


def _from_processing(processing: XmlElement, declarations: dict[str, ResponseDeclaration]) -> None:
    """Add tolerances, and right values that only the first condition names."""
    for equal in processing.find("equal"):
        name = next((v.attributes.get("identifier", "") for v in equal.find("variable")), "")
        if name in declarations:
            mode = equal.attributes.get("toleranceMode", "exact")
            declarations[name].tolerance = (mode, equal.attributes.get("tolerance", "0"))
    for kind, place in (("gte", 0), ("gt", 0), ("lte", 1), ("lt", 1)):
        for test in processing.find(kind):
            variable, value = test.first("variable"), test.value("baseValue")
            name = variable.attributes.get("identifier", "") if variable is not None else ""
            if name in declarations and value:
                declarations[name].bounds[place] = declarations[name].bounds[place] or value
    for condition in processing.all("responseCondition"):
        first = condition.first("responseIf")
        for match in first.find("match") if first is not None else ():
            name = next((v.attributes.get("identifier", "") for v in match.find("variable")), "")
            values = [value.text.strip() for value in match.find("baseValue")][:MAX_VALUES]
            if name in declarations and values and not declarations[name].right:
                declarations[name].right = values
