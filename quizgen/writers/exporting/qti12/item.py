"""A question as an item of QTI 1.2."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never
from xml.etree.ElementTree import Element

from quizgen.model.assessment import Question
from quizgen.model.decimals import short_digits
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text.html import HtmlText
from quizgen.writers.exporting.base import OrderingStyle
from quizgen.writers.exporting.files.xml_file import add, element
from quizgen.writers.exporting.item_html import case_markup, feedback, order_feedback, proofs
from quizgen.writers.exporting.plain_lines import on_a_line
from quizgen.writers.exporting.qti12.parts import (
    HTML,
    IN_ORDER,
    Body,
    answer_box,
    blank_markup,
    blanks,
    choices,
    matches,
    ordered,
)
from quizgen.writers.shared.language import in_language

_TYPES = {
    Reveal: "short_answer_question",
    TextEntry: "short_answer_question",
    GapFill: "fill_in_multiple_blanks_question",
    Numeric: "numerical_question",
    Match: "matching_question",
    ExtendedText: "essay_question",
}


def item_element(
    question: Question, language: str, topic: str, html: HtmlText, ordering: OrderingStyle
) -> Element:
    """Return `question` as an item in `language`; `html` converts its texts."""
    item = question.item
    body = _body(question, html, ordering)
    stem = case_markup(item, html) + (body.stem or html.text(item.stem))
    root = element("item", ident=_ident(item), title=item.name)
    _describe(root, item, _type_of(item, ordering), topic)
    presentation = add(root, "presentation")
    add(add(presentation, "material"), "mattext", in_language(stem, language), texttype=HTML)
    presentation.extend(body.responses)
    _process(root, item, body, language, html)
    return root


def _ident(item: Item) -> str:
    name = item.name
    return name if name[:1].isalpha() else f"_{name}"


def _type_of(item: Item, ordering: OrderingStyle) -> str:
    task = item.interaction
    match task:
        case Choice(is_true_false=True):
            return "true_false_question"
        case Choice(keys=keys):
            return "multiple_choice_question" if len(keys) == 1 else "multiple_answers_question"
        case Order():
            native = ordering is OrderingStyle.NATIVE
            return "ordering_question" if native else "matching_question"
        case _:
            return _TYPES[type(task)]


def _describe(root: Element, item: Item, type_: str, topic: str) -> None:
    fields = {
        "question_type": type_,
        "points_possible": str(item.points),
        "qmd_topic": topic,
        "qmd_levelofdifficulty": item.difficulty.value if item.difficulty else "",
        "qmd_keywords": " ".join(tag.value for tag in item.tags),
    }
    metadata = add(add(root, "itemmetadata"), "qtimetadata")
    for label, value in fields.items():
        if value:
            one = add(metadata, "qtimetadatafield")
            add(one, "fieldlabel", label)
            add(one, "fieldentry", value)


def _body(question: Question, html: HtmlText, ordering: OrderingStyle) -> Body:
    item, order = question.item, question.order
    match item.interaction:
        case Reveal(back=back):
            return answer_box([on_a_line(back)])
        case Choice() as choice:
            return choices(choice, order, html)
        case TextEntry(answer=answer, accepted=accepted):
            return answer_box([on_a_line(text) for text in (answer, *accepted)])
        case GapFill() as gap_fill:
            return blanks(gap_fill, blank_markup(item, gap_fill, html))
        case Numeric() as task:
            return _numeric(item, task, html)
        case Match(premises=premises, responses=responses, key=key):
            shuffled = order or tuple(range(len(responses)))
            return matches(
                [on_a_line(text) for text in premises],
                [on_a_line(text) for text in responses],
                key,
                shuffled,
            )
        case Order() as task:
            return _order(task, order, html, ordering)
        case ExtendedText():
            return answer_box([])
        case _:
            assert_never(item.interaction)


def _numeric(item: Item, task: Numeric, html: HtmlText) -> Body:
    body = answer_box([], decimal=True)
    if task.unit:
        body.stem = f"{html.text(item.stem)} ({html.text(task.unit)})"
    low, high = task.value - task.tolerance, task.value + task.tolerance
    test = element("or")
    add(test, "varequal", short_digits(task.value), respident="response1")
    between = add(test, "and")
    add(between, "vargte", short_digits(low), respident="response1")
    add(between, "varlte", short_digits(high), respident="response1")
    body.scores = [(test, 100.0)]
    return body


def _order(task: Order, order: tuple[int, ...], html: HtmlText, ordering: OrderingStyle) -> Body:
    events = task.events
    shuffled = order or tuple(range(len(events)))
    if ordering is OrderingStyle.NATIVE:
        return ordered([html.text(event.text) for event in events], shuffled)
    places = [str(number) for number in range(1, len(events) + 1)]
    return matches(
        [on_a_line(events[index].text) for index in shuffled],
        places,
        shuffled,
        tuple(range(len(events))),
    )


def _explanation(item: Item, html: HtmlText) -> Iterator[str]:
    match item.interaction:
        case Match() as task:
            yield from proofs(task.premises, task.proofs, html)
        case Order() as task:
            yield from order_feedback(task, html)
        case ExtendedText(answer=answer, rubric=rubric):
            yield html.text(answer)
            yield from (f"{line.points}: {html.text(line.text)}" for line in rubric)
        case Reveal(back=back):
            yield html.text(back)
        case _:
            pass
    yield from feedback(item, html)


def _process(root: Element, item: Item, body: Body, language: str, html: HtmlText) -> None:
    """Add the processing of answers: explanations are shown for each, points for the right ones."""
    explanation = "<br>".join(filter(None, _explanation(item, html)))
    processing = add(root, "resprocessing")
    add(
        add(processing, "outcomes"),
        "decvar",
        maxvalue="100",
        minvalue="0",
        varname="SCORE",
        vartype="Decimal",
    )
    feedbacks = dict(body.rationales)
    if explanation:
        shown_for_all = add(processing, "respcondition", **{"continue": "Yes"})
        add(add(shown_for_all, "conditionvar"), "other")
        add(shown_for_all, "displayfeedback", feedbacktype="Response", linkrefid="general_fb")
    for name in body.rationales:
        chosen = add(processing, "respcondition", **{"continue": "Yes"})
        add(add(chosen, "conditionvar"), "varequal", name, respident="response1")
        add(chosen, "displayfeedback", feedbacktype="Response", linkrefid=f"{name}_fb")
    is_shared = len(body.scores) > 1 and body.adds
    for test, share in body.scores:
        right = add(processing, "respcondition", **({} if is_shared else {"continue": "No"}))
        add(right, "conditionvar").extend(test if test.tag == IN_ORDER else (test,))
        action = "Add" if is_shared else "Set"
        add(right, "setvar", f"{share:.2f}".replace(".00", ""), action=action, varname="SCORE")
    if explanation:
        feedbacks["general"] = explanation
    for name, markup in feedbacks.items():
        flow = add(add(root, "itemfeedback", ident=f"{name}_fb"), "flow_mat")
        text = in_language(markup, language)
        add(add(flow, "material"), "mattext", text, texttype=HTML)
