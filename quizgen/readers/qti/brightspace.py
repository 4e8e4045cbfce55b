"""Items as Brightspace (D2L) exports them, with the elements of QTI 1.2 that stand for them.

Brightspace scores with variables of its own, names the boxes and not the responses in conditions,
and writes pairs and orders as groups.
"""

from __future__ import annotations

from quizgen.readers.foreign.xml import XmlElement

KINDS = {
    "multiple choice": "multiple_choice_question",
    "multi-select": "multiple_answers_question",
    "true/false": "true_false_question",
    "long answer": "essay_question",
    "arithmetic": "calculated_question",
    "significant figures": "calculated_question",
    "matching": "matching_question",
    "ordering": "ordering_question",
    "short answer": "short_answer_question",
    "fill in the blanks": "fill_in_question",
    "likert": "survey",
}
"""Brightspace's names of types, with those that Canvas gives to the same."""
_WRONG = "D2L_Incorrect"


def to_specification(item: XmlElement, kind: str) -> None:
    """Change `item`, one of Brightspace's of the type `kind` of `KINDS`, to what QTI 1.2 says."""
    processing = item.first("resprocessing")
    if processing is not None:
        processing.children = [
            child
            for child in processing.children
            if isinstance(child, str)
            or not any(_WRONG in var.attributes.get("varname", "") for var in child.all("setvar"))
        ]
    for group in item.find("response_grp"):
        group.tag = "response_lid"
        group.attributes.setdefault("ident", group.attributes.get("respident", ""))
        if kind == "ordering_question":
            _order(group, item)
    for response in item.find("response_lid"):
        if kind in ("multiple_choice_question", "true_false_question"):
            response.attributes["rcardinality"] = "Single"
    boxes = {
        label.attributes.get("ident", ""): response.attributes.get("ident", "")
        for response in item.find("response_str")
        for label in response.find("response_label")
    }
    for test in item.find("varequal"):
        name = test.attributes.get("respident", "")
        test.attributes["respident"] = boxes.get(name, name)


def _order(group: XmlElement, item: XmlElement) -> None:
    """Write the places of the parts of `group` as one condition, the parts in their order."""
    group.attributes["rcardinality"] = "Ordered"
    labels = {label.attributes.get("ident", "") for label in group.find("response_label")}
    places: dict[str, int] = {}
    for test in item.find("varequal"):
        name, place = test.attributes.get("respident", ""), test.text.strip()
        if name in labels and place.isascii() and place.isdigit() and len(place) < 4:
            places.setdefault(name, int(place))
    processing = item.first("resprocessing")
    if processing is None or len(places) < len(labels):
        return
    ident, line = group.attributes.get("ident", ""), processing.line
    tests: list[XmlElement | str] = [
        XmlElement("varequal", {"respident": ident}, line, [name])
        for name in sorted(places, key=lambda name: places[name])
    ]
    condition = XmlElement("conditionvar", {}, line, tests)
    score = XmlElement("setvar", {"action": "Set"}, line, ["100"])
    processing.children = [XmlElement("respcondition", {}, line, [condition, score])]
