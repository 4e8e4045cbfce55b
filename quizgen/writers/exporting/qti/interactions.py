"""The interactions of QTI: what a learner does, what is right, and how it is scored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import assert_never
from xml.etree.ElementTree import Element

from quizgen.model.assessment import Question
from quizgen.model.dataclass import dataclass
from quizgen.model.decimals import short_digits
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import Text
from quizgen.model.text.html import HtmlText
from quizgen.writers.exporting.files.xhtml import moved, nodes
from quizgen.writers.exporting.plain_lines import on_a_line
from quizgen.writers.exporting.qti import scoring
from quizgen.writers.exporting.qti.vocabulary import put, q

_BLOCK_TAGS = frozenset(("ul", "ol", "table", "pre", "blockquote", "div"))


@dataclass(slots=True)
class Task:
    """The parts of an item that depend on its interaction, as elements in order.

    `rationales` are the HTML of the reasons for options, by the identifiers of these; `grading`
    is for graders. `scores` says whether a machine can score the item.
    """

    responses: list[Element] = field(default_factory=list)
    body: list[Element] = field(default_factory=list)
    rules: list[Element] = field(default_factory=list)
    rationales: dict[str, str] = field(default_factory=dict)
    grading: str = ""
    scores: bool = True


def task_of(question: Question, html: HtmlText) -> Task:
    """Return the task of `question`; `html` converts its texts."""
    item = question.item
    stem = html.text(item.stem)
    match item.interaction:
        case Reveal(back=back):
            return _typed(stem, (back,), item.points)
        case Choice() as choice:
            return _choice(stem, choice, question.order, item.points, html)
        case TextEntry(answer=answer, accepted=accepted, exact_case=exact):
            return _typed(stem, (answer, *accepted), item.points, exact_case=exact)
        case GapFill() as gap_fill:
            return _gaps(stem, gap_fill, item.points, html)
        case Numeric() as numeric:
            return _numeric(stem, numeric, item.points, html)
        case Match() as match:
            return _match(stem, match, question.order, item.points, html)
        case Order() as order:
            return _order(stem, order, question.order, item.points, html)
        case ExtendedText() as essay:
            return _essay(stem, essay, html)
        case _:
            assert_never(item.interaction)


def _response(base_type: str, cardinality: str, right: Iterable[str], name: str = "") -> Element:
    node = q(
        "responseDeclaration",
        identifier=name or "RESPONSE",
        cardinality=cardinality,
        baseType=base_type,
    )
    correct = put(node, "correctResponse")
    for value in right:
        put(correct, "value", value)
    return node


def _mapping(response: Element, keys: Iterable[str], *, exact_case: bool | None = None) -> None:
    """Give each of `keys` one point, and anything else none."""
    mapping = put(response, "mapping", defaultValue="0")
    for key in dict.fromkeys(keys):
        case = {} if exact_case is None else {"caseSensitive": str(exact_case).lower()}
        put(mapping, "mapEntry", mapKey=key, mappedValue="1", **case)


def _prompted(interaction: Element, stem: str) -> list[Element]:
    """Return the body in which `interaction` is asked by the HTML `stem`.

    That is its prompt, which holds no blocks; a stem with blocks stands before it.
    """
    question = nodes(stem)
    if any(node.tag in _BLOCK_TAGS for node in question):
        return [question, interaction]
    if stem:
        interaction.insert(0, moved(question, q("prompt")))
    return [interaction]


def _names(letter: str, texts: Sequence[object]) -> list[str]:
    return [f"{letter}{number}" for number in range(1, len(texts) + 1)]


def _typed(stem: str, texts: Sequence[Text], points: int, *, exact_case: bool = False) -> Task:
    answers = [on_a_line(text) for text in texts]
    response = _response("string", "single", answers[:1])
    _mapping(response, answers, exact_case=exact_case)
    box = q("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength=_length(answers))
    return Task([response], [nodes(stem), _line(box)], scoring.shares(["RESPONSE"], points, 1))


def _line(box: Element, behind: str = "") -> Element:
    line = Element("div")
    line.append(box)
    return moved(nodes(behind), line) if behind else line


def _length(answers: Iterable[str]) -> str:
    """Return how many characters a box shows: those of the longest answer, five at least."""
    return str(max(5, *(len(answer) for answer in answers)))


def _choice(stem: str, choice: Choice, order: tuple[int, ...], points: int, html: HtmlText) -> Task:
    names = ["true", "false"] if choice.is_true_false else _names("o", choice.options)
    keys = [name for name, option in zip(names, choice.options, strict=True) if option.is_key]
    is_single = len(keys) == 1
    node = q(
        "choiceInteraction",
        responseIdentifier="RESPONSE",
        shuffle=str(not choice.fixed and not choice.is_true_false).lower(),
        maxChoices="1" if is_single else "0",
    )
    task = Task([_response("identifier", "single" if is_single else "multiple", keys)])
    for index in order or range(len(choice.options)):
        option = choice.options[index]
        fixed = {"fixed": "true"} if option.pinned else {}
        inside = q("simpleChoice", identifier=names[index], **fixed)
        node.append(moved(nodes(html.text(option.text)), inside))
        if option.rationale:
            task.rationales[names[index]] = html.text(option.rationale)
    task.body = _prompted(node, stem)
    task.rules = scoring.all_or_nothing(scoring.is_correct(), points)
    return task


_GAP = "quizgen-gap"
"""The element that stands for a gap until its place in the markup is known."""


def _gaps(stem: str, gap_fill: GapFill, points: int, html: HtmlText) -> Task:
    task = Task()
    places = {f"RESPONSE{number}": gap for number, gap in enumerate(gap_fill.gaps, 1)}
    waiting = iter(places)
    pieces = [
        piece if isinstance(piece, str) else f'<{_GAP} id="{next(waiting)}"/>'
        for piece in html.pieces(gap_fill.parts)
    ]
    line = nodes("".join([f"{stem}<br>" if stem else "", *pieces]))
    for name, gap in places.items():
        answer = on_a_line(gap.answer)
        response = _response("string", "single", [answer], name)
        _mapping(response, [answer], exact_case=False)
        task.responses.append(response)
    for node in line.iter(_GAP):
        name = node.attrib.pop("id")
        gap, tail = places[name], node.tail
        about = {"placeholderText": on_a_line(gap.hint)} if gap.hint else {}
        expected = _length([on_a_line(gap.answer)])
        entry = q("textEntryInteraction", responseIdentifier=name, expectedLength=expected, **about)
        node.tag = entry.tag
        node.attrib.update(entry.attrib)
        node.tail = tail
    task.body = [line]
    task.rules = scoring.shares(list(places), points, len(places))
    return task


def _numeric(stem: str, task: Numeric, points: int, html: HtmlText) -> Task:
    number = short_digits(task.value)
    low, high = (
        short_digits(v) for v in (task.value - task.tolerance, task.value + task.tolerance)
    )
    box = q("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="10")
    return Task(
        [_response("float", "single", [number])],
        [nodes(stem), _line(box, f" {html.text(task.unit)}" if task.unit else "")],
        scoring.all_or_nothing(scoring.within(low, high), points),
    )


def _match(stem: str, match: Match, order: tuple[int, ...], points: int, html: HtmlText) -> Task:
    left, right = _names("p", match.premises), _names("r", match.responses)
    pairs = [f"{name} {right[key]}" for name, key in zip(left, match.key, strict=True)]
    count = len(pairs)
    node = q(
        "matchInteraction",
        responseIdentifier="RESPONSE",
        shuffle="false",
        maxAssociations=str(count),
    )
    premises = put(node, "simpleMatchSet")
    for name, text in zip(left, match.premises, strict=True):
        premises.append(_associable(name, text, 1, html))
    responses = put(node, "simpleMatchSet")
    for index in order or range(len(match.responses)):
        responses.append(_associable(right[index], match.responses[index], count, html))
    response = _response("directedPair", "multiple", pairs)
    _mapping(response, pairs)
    return Task([response], _prompted(node, stem), scoring.shares(["RESPONSE"], points, count))


def _associable(name: str, text: Text, most: int, html: HtmlText) -> Element:
    choice = q("simpleAssociableChoice", identifier=name, matchMax=str(most))
    return moved(nodes(html.text(text)), choice)


def _order(stem: str, task: Order, order: tuple[int, ...], points: int, html: HtmlText) -> Task:
    names = _names("e", task.events)
    node = q("orderInteraction", responseIdentifier="RESPONSE", shuffle="false")
    for index in order or range(len(names)):
        choice = q("simpleChoice", identifier=names[index])
        node.append(moved(nodes(html.text(task.events[index].text)), choice))
    response = _response("identifier", "ordered", names)
    return Task([response], _prompted(node, stem), scoring.places(names, points))


def _essay(stem: str, essay: ExtendedText, html: HtmlText) -> Task:
    node = q(
        "extendedTextInteraction", responseIdentifier="RESPONSE", expectedLines=str(essay.lines)
    )
    response = q(
        "responseDeclaration", identifier="RESPONSE", cardinality="single", baseType="string"
    )
    rubric = [f"{line.points}: {html.text(line.text)}" for line in essay.rubric]
    grading = "<br>".join((html.text(essay.answer), *rubric))
    return Task([response], _prompted(node, stem), [], {}, grading, scores=False)
