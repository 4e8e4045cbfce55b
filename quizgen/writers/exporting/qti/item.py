"""A question as an item of QTI."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quizgen.model.assessment import Question
from quizgen.model.item import Item, Match, Order
from quizgen.model.text.html import HtmlText
from quizgen.model.translations import translations_for
from quizgen.writers.exporting.files.xhtml import moved, nodes
from quizgen.writers.exporting.item_html import (
    case_markup,
    feedback,
    hints,
    order_feedback,
    proofs,
)
from quizgen.writers.exporting.qti.interactions import Task, task_of
from quizgen.writers.exporting.qti.scoring import assign, value, variable
from quizgen.writers.exporting.qti.vocabulary import Version, identifier, put, q, spelt
from quizgen.writers.shared.language import direction

EXPLANATION, RATIONALE = "EXPLANATION", "RATIONALE"
"""The outcomes by which feedback is shown."""
HINT, HINT_SUPPORT = "hint", "ext:hint"
"""The name of the catalogue with a hint, and of its kind: QTI 3 has no name for it."""


def item_element(question: Question, language: str, html: HtmlText, version: Version) -> Element:
    """Return `question` as an item in `language`; `html` converts its texts."""
    item = question.item
    task = task_of(question, html)
    root = q(
        "assessmentItem",
        identifier=identifier(item.name),
        title=item.name,
        adaptive="false",
        timeDependent="false",
        **{"xml:lang": language},
    )
    root.extend(task.responses)
    explanation = "<br>".join(_explanation(item, html))
    _declare_outcomes(root, item, task, explanation)
    body = put(root, "itemBody")
    place, catalog = body, None
    if direction(language) == "rtl" and version is Version.QTI3:
        place = Element("div", {"dir": "rtl"})
        body.append(place)
    if case := case_markup(item, html):
        place.append(nodes(case))
    place.extend(task.body)
    if helps := "<br>".join(hints(item, html)):
        catalog = _put_hint(body, place, helps, language, version)
    if task.grading:
        use = {"use": "scoring"} if version is Version.QTI3 else {}
        rubric = put(body, "rubricBlock", view="scorer", **use)
        rubric.append(nodes(task.grading))
    if catalog is not None:
        root.append(catalog)
    _process(root, task, explanation)
    for name, outcome, markup in _feedbacks(task, explanation):
        shown_by = put(
            root, "modalFeedback", outcomeIdentifier=outcome, identifier=name, showHide="show"
        )
        moved(nodes(f"<div>{markup}</div>"), shown_by)
    return spelt(root, version)


def _put_hint(
    body: Element, place: Element, helps: str, language: str, version: Version
) -> Element | None:
    """Add the HTML `helps` to `body`, or return the catalogue of QTI 3 that holds it.

    QTI 2.1 has an element that a learner opens, at the end of `place`. QTI 3 has none: a card of a
    catalogue stands for it, which `body` refers to.
    """
    if version is Version.QTI21:
        title = translations_for(language).hint
        moved(nodes(helps), put(place, "infoControl", title=title))
        return None
    body.set("data-catalog-idref", HINT)
    catalog = q("catalogInfo")
    card = put(put(catalog, "catalog", id=HINT), "card", support=HINT_SUPPORT)
    moved(nodes(f"<div>{helps}</div>"), put(card, "htmlContent"))
    return catalog


def _explanation(item: Item, html: HtmlText) -> Iterator[str]:
    match item.interaction:
        case Match() as task:
            yield from proofs(task.premises, task.proofs, html)
        case Order() as task:
            yield from order_feedback(task, html)
        case _:
            pass
    yield from feedback(item, html)


def _declare_outcomes(root: Element, item: Item, task: Task, explanation: str) -> None:
    for name, start in (("SCORE", "0"), ("MAXSCORE", str(item.points))):
        declared = put(
            root, "outcomeDeclaration", identifier=name, cardinality="single", baseType="float"
        )
        put(put(declared, "defaultValue"), "value", start)
    if explanation:
        put(
            root,
            "outcomeDeclaration",
            identifier=EXPLANATION,
            cardinality="single",
            baseType="identifier",
        )
    if task.rationales:
        put(
            root,
            "outcomeDeclaration",
            identifier=RATIONALE,
            cardinality=task.responses[0].get("cardinality", "single"),
            baseType="identifier",
        )


def _process(root: Element, task: Task, explanation: str) -> None:
    rules = list(task.rules)
    if task.rationales:
        rules.append(assign(RATIONALE, variable("RESPONSE")))
    if explanation:
        rules.append(assign(EXPLANATION, value("shown", "identifier")))
    if rules:
        put(root, "responseProcessing").extend(rules)


def _feedbacks(task: Task, explanation: str) -> Iterator[tuple[str, str, str]]:
    """Yield identifier, outcome and HTML of each feedback."""
    for name, markup in task.rationales.items():
        yield name, RATIONALE, markup
    if explanation:
        yield "shown", EXPLANATION, explanation
