"""The interactions of QTI 2 and 3 as tasks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from html import escape

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign import (
    ForeignChoice,
    ForeignEssay,
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
    ForeignMatch,
    ForeignNumber,
    ForeignOrder,
    ForeignShort,
    ForeignTask,
    html_of,
)
from quizgen.readers.foreign.choices import (
    WHOLE,
    BadAnswerError,
    Losses,
    WeightedOption,
    choice_of,
    decimal_of,
)
from quizgen.readers.foreign.texts import without_tags
from quizgen.readers.foreign.xml import XmlElement
from quizgen.readers.qti.declarations import ResponseDeclaration
from quizgen.readers.qti.markup import QtiMarkup
from quizgen.readers.tables.words import truth_of

INLINE = ("textEntryInteraction", "inlineChoiceInteraction")


@dataclass(slots=True)
class GivenByFile:
    """What the file says beside an interaction; `losses` are added to.

    `rationales` are texts about choices, by the names of these.
    """

    declarations: Mapping[str, ResponseDeclaration]
    markup: QtiMarkup
    losses: Losses
    rationales: dict[str, str]

    def of(self, node: XmlElement) -> ResponseDeclaration:
        """Return the declaration of the response to `node`."""
        name = node.attributes.get("responseIdentifier", "")
        declaration = self.declarations.get(name)
        if declaration is None:
            raise BadAnswerError("its response is declared nowhere")
        return declaration


Read = tuple[ForeignTask, str]
"""A task, and what of the interaction belongs to the stem."""


def _bare(node: XmlElement) -> str | None:
    return "" if node.tag == "feedbackInline" else None


def _choice(node: XmlElement, given: GivenByFile) -> Read:
    declaration = given.of(node)
    shares = declaration.shares
    choices = list(node.find("simpleChoice"))
    plain = [" ".join(without_tags(given.markup.inside(c, _bare)).split()) for c in choices]
    right = [c for c in choices if shares.get(c.attributes.get("identifier", "")) == WHOLE]
    truths = [truth_of(text) for text in plain]
    is_shuffled = node.attributes.get("shuffle") == "true"
    rationales = [_rationale(choice, given) for choice in choices]
    if len(choices) == 2 and len(right) == 1 and None not in truths and truths[0] != truths[1]:
        given.losses += [(ForeignLoss.ANSWER_FEEDBACK, without_tags(r)) for r in rationales if r]
        return ForeignChoice((), truths[choices.index(right[0])]), ""
    if not is_shuffled and node.attributes.get("shuffle") is not None:
        given.losses.append((ForeignLoss.FIXED_ORDER, " / ".join(plain)))
    options = [
        WeightedOption(
            given.markup.inside(choice, _bare),
            text,
            shares.get(choice.attributes.get("identifier", ""), Decimal(0)),
            rationale,
            is_shuffled and choice.attributes.get("fixed") == "true",
        )
        for choice, text, rationale in zip(choices, plain, rationales, strict=True)
    ]
    is_single = declaration.cardinality == "single"
    return choice_of(options, given.losses, is_single=is_single), ""


def _rationale(choice: XmlElement, given: GivenByFile) -> str:
    inside = [given.markup.inside(one) for one in choice.find("feedbackInline")]
    name = choice.attributes.get("identifier", "")
    return "<br>".join(filter(None, [*inside, given.rationales.get(name, "")]))


def _hot_text(node: XmlElement, given: GivenByFile) -> Read:
    shares = given.of(node).shares
    words = list(node.find("hottext"))
    options = [
        WeightedOption(
            given.markup.inside(word),
            without_tags(given.markup.inside(word)),
            shares.get(word.attributes.get("identifier", ""), Decimal(0)),
        )
        for word in words
    ]
    text = given.markup.inside(node, lambda inner: "" if inner.tag == "prompt" else None)
    return choice_of(options, given.losses, is_single=len(given.of(node).right) == 1), text


def _inline_choice(node: XmlElement, given: GivenByFile) -> Read:
    shares = given.of(node).shares
    options = [
        WeightedOption(
            given.markup.inside(choice),
            without_tags(given.markup.inside(choice)),
            shares.get(choice.attributes.get("identifier", ""), Decimal(0)),
        )
        for choice in node.all("inlineChoice")
    ]
    return choice_of(options, given.losses, is_single=True), ""


def _typed(node: XmlElement, given: GivenByFile) -> Read:
    declaration = given.of(node)
    if declaration.kind in ("integer", "float"):
        return _number(declaration, given), ""
    shares = declaration.shares
    answers = [value for value, share in shares.items() if share == WHOLE and value]
    answers.sort(key=lambda value: value not in declaration.right)
    given.losses += [
        (ForeignLoss.PARTLY_RIGHT, value) for value, share in shares.items() if share != WHOLE
    ]
    if not answers:
        raise BadAnswerError("no answer is given that is wholly right")
    return ForeignShort(tuple(answers), declaration.is_exact), ""


def _number(declaration: ResponseDeclaration, given: GivenByFile) -> ForeignNumber:
    values = declaration.right or [v for v, s in declaration.shares.items() if s == WHOLE]
    if all(declaration.bounds):
        return _between(declaration, values, given)
    if not values:
        raise BadAnswerError("no number is given that is right")
    value = decimal_of(values[0])
    given.losses += [(ForeignLoss.SECOND_NUMBER, further) for further in values[1:]]
    mode, written = declaration.tolerance
    margins = [abs(decimal_of(part)) for part in written.split()] or [Decimal(0)]
    if mode == "relative":
        margins = [margin * abs(value) / 100 for margin in margins]
    if len(set(margins)) > 1:
        given.losses.append((ForeignLoss.SECOND_NUMBER, f"tolerance {written}"))
    margin = min(margins) if mode != "exact" else Decimal(0)
    return ForeignNumber(f"{value:f}", f"{margin:f}")


def _between(
    declaration: ResponseDeclaration, values: list[str], given: GivenByFile
) -> ForeignNumber:
    """Return the number between the bounds of `declaration`: in their middle, as a bank has it."""
    low, high = map(decimal_of, declaration.bounds)
    middle, margin = (low + high) / 2, abs(high - low) / 2
    if values and decimal_of(values[0]) == middle:
        middle = decimal_of(values[0])
    elif values:
        given.losses.append((ForeignLoss.SECOND_NUMBER, f"{values[0]} as the one to show"))
    return ForeignNumber(f"{middle:f}", f"{margin:f}")


def _essay(node: XmlElement, given: GivenByFile) -> Read:
    name = node.attributes.get("responseIdentifier", "")
    declaration = given.declarations.get(name, ResponseDeclaration())
    return ForeignEssay(html_of(declaration.right[0]) if declaration.right else ""), ""


def _order(node: XmlElement, given: GivenByFile) -> Read:
    choices = {c.attributes.get("identifier", ""): c for c in node.find("simpleChoice")}
    right = given.of(node).right
    if len(right) < 2 or any(name not in choices for name in right):
        raise BadAnswerError("the right order is not given")
    given.losses += [
        (ForeignLoss.OPTIONS, without_tags(given.markup.inside(choice)))
        for name, choice in choices.items()
        if name not in right
    ]
    return ForeignOrder(tuple(given.markup.inside(choices[name]) for name in right)), ""


def _pairs(node: XmlElement, given: GivenByFile) -> Read:
    choices = {
        c.attributes.get("identifier", ""): given.markup.inside(c)
        for c in node.find("simpleAssociableChoice")
    }
    declaration = given.of(node)
    values = declaration.right or [v for v, s in declaration.shares.items() if s > 0]
    named = [value.split() for value in values]
    pairs = [pair for pair in named if len(pair) == 2 and all(name in choices for name in pair)]
    if not pairs:
        raise BadAnswerError("no pair is said to be right")
    lefts, rights = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    if len(set(lefts)) < len(lefts) and len(set(rights)) == len(rights):
        pairs = [[right, left] for left, right in pairs]
    used = {name for pair in pairs for name in pair}
    sets = node.all("simpleMatchSet")
    second = {c.attributes.get("identifier", "") for s in sets[1:] for c in s.elements}
    rest = [html for name, html in choices.items() if name not in used and name in second]
    given.losses += [
        (ForeignLoss.OPTIONS, without_tags(html))
        for name, html in choices.items()
        if name not in used and name not in second
    ]
    return ForeignMatch(tuple((choices[a], choices[b]) for a, b in pairs), tuple(rest)), ""


def _gap_match(node: XmlElement, given: GivenByFile) -> Read:
    words = {w.attributes.get("identifier", ""): w for w in node.find("gapText", "gapImg")}
    declaration = given.of(node)
    values = declaration.right or [v for v, s in declaration.shares.items() if s == WHOLE]
    named = [value.split() for value in values]
    of_gaps = {pair[1]: pair[0] for pair in reversed(named) if len(pair) == 2}
    gaps: list[XmlElement] = []

    def instead(inner: XmlElement) -> str | None:
        if inner.tag == "gap":
            gaps.append(inner)
            return f"\ufdd3{len(gaps) - 1}\ufdd4"
        return "" if inner.tag in ("prompt", "gapText", "gapImg") else None

    parts: list[str | ForeignGap] = []
    for index, piece in enumerate(
        re.split("\ufdd3(\\d+)\ufdd4", given.markup.inside(node, instead))
    ):
        if not index % 2:
            parts.append(piece)
            continue
        word = words.get(of_gaps.get(gaps[int(piece)].attributes.get("identifier", ""), ""))
        if word is None:
            raise BadAnswerError("a gap has no answer")
        parts.append(ForeignGap(given.markup.inside(word)))
    given.losses += [
        (ForeignLoss.OPTIONS, without_tags(given.markup.inside(word)))
        for name, word in words.items()
        if name not in of_gaps.values()
    ]
    return ForeignGaps(tuple(parts)), ""


def gap_in(node: XmlElement, given: GivenByFile) -> ForeignGap:
    """Return the gap that `node` is, an interaction inside of a text.

    Raises:
        BadAnswerError: It has no answer.
    """
    declaration = given.of(node)
    right = [value for value, share in declaration.shares.items() if share == WHOLE]
    right.sort(key=lambda value: value not in declaration.right)
    if node.tag == "inlineChoiceInteraction":
        choices = {
            c.attributes.get("identifier", ""): given.markup.inside(c)
            for c in node.all("inlineChoice")
        }
        given.losses += [
            (ForeignLoss.OPTIONS, without_tags(html))
            for name, html in choices.items()
            if name not in right
        ]
        answers = [choices[name] for name in right if name in choices]
    else:
        answers = [escape(value, quote=False) for value in right if value]
    if not answers:
        raise BadAnswerError("a gap has no answer")
    given.losses += [(ForeignLoss.GAP_ANSWERS, without_tags(text)) for text in answers[1:]]
    hint = node.attributes.get("placeholderText", "")
    return ForeignGap(answers[0], 0, escape(hint, quote=False))


def _slider(node: XmlElement, given: GivenByFile) -> Read:
    return _number(given.of(node), given), ""


BLOCKS: Mapping[str, Callable[[XmlElement, GivenByFile], Read]] = {
    "choiceInteraction": _choice,
    "hottextInteraction": _hot_text,
    "inlineChoiceInteraction": _inline_choice,
    "textEntryInteraction": _typed,
    "extendedTextInteraction": _essay,
    "orderInteraction": _order,
    "matchInteraction": _pairs,
    "associateInteraction": _pairs,
    "gapMatchInteraction": _gap_match,
    "sliderInteraction": _slider,
}
