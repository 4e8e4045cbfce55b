"""What QTI 1.2 says to answers: sorted into explanations, rationales, hints, and the rest."""

from __future__ import annotations

from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign import ForeignTask
from quizgen.readers.foreign.texts import without_tags
from quizgen.readers.foreign.xml import XmlElement
from quizgen.readers.qti.markup import QtiMarkup
from quizgen.readers.qti.presentation import ItemResponse, all_material
from quizgen.readers.qti.scoring import ScoreCondition


@dataclass(slots=True)
class ItemFeedback:
    """The feedback of an item, as HTML.

    `of_options` are rationales by the names of options, `solution` is a model answer, `general` is
    said to what is wrong in general, `hint` helps.
    """

    explain: list[str] = field(default_factory=list)
    of_options: dict[str, str] = field(default_factory=dict)
    general: list[str] = field(default_factory=list)
    hint: str = ""
    solution: str = ""

    def unused(self, task: ForeignTask) -> list[str]:
        """Return the feedback to single answers that `task` had no options for."""
        return [without_tags(text) for text in self.of_options.values() if text]


def feedback_of(
    item: XmlElement,
    conditions: list[ScoreCondition],
    responses: list[ItemResponse],
    markup: QtiMarkup,
) -> ItemFeedback:
    """Return the feedback of `item`."""
    feedback = ItemFeedback()
    idents = {label.ident for response in responses for label in response.labels}
    targets = _targets(conditions)
    for node in item.all("itemfeedback"):
        name = node.attributes.get("ident", "")
        solutions = [all_material(one, markup) for one in node.find("solution")]
        hints = [all_material(one, markup) for one in node.find("hint")]
        text = "" if solutions or hints else all_material(node, markup)
        feedback.solution = "<br>".join(filter(None, [feedback.solution, *solutions]))
        feedback.hint = "<br>".join(filter(None, [feedback.hint, *hints]))
        if not text:
            continue
        option = targets.get(name, "")
        if option.startswith("="):
            feedback.of_options[option[1:]] = text
        elif name.removesuffix("_fb") in idents:
            feedback.of_options[name.removesuffix("_fb")] = text
        elif option == "wrong" or "incorrect" in name.lower() or "wrong" in name.lower():
            feedback.general.append(without_tags(text))
        elif option == "not":
            feedback.of_options[f"not {name}"] = text
        else:
            feedback.explain.append(text)
    return feedback


def _targets(conditions: list[ScoreCondition]) -> dict[str, str]:
    """Return what shows each feedback: ``=`` and an option, ``not``, ``wrong``, or anything."""
    targets: dict[str, str] = {}
    is_scored = False
    for condition in conditions:
        tests = condition.tests
        is_one = len(tests) == 1 and tests[0].kind == "varequal"
        for name in condition.shows:
            if is_one and condition.share <= 0:
                targets.setdefault(name, "not" if tests[0].is_not else f"={tests[0].value}")
            elif condition.is_always and is_scored and condition.share <= 0:
                targets.setdefault(name, "wrong")
        is_scored |= condition.share > 0
    return targets
