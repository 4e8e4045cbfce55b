"""An item of QTI 1.2 as a question to import."""

from __future__ import annotations

import re
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign import ForeignEssay, ForeignGaps, ForeignLoss, ForeignTask
from quizgen.readers.foreign.choices import BadAnswerError, Losses
from quizgen.readers.foreign.texts import without_tags
from quizgen.readers.foreign.xml import XmlElement
from quizgen.readers.qti.brightspace import KINDS, to_specification
from quizgen.readers.qti.feedback import ItemFeedback, feedback_of
from quizgen.readers.qti.markup import QtiMarkup
from quizgen.readers.qti.matching12 import blanks, gap_of, matching, named_blanks, order
from quizgen.readers.qti.presentation import ItemResponse, Part, all_material, parts_of
from quizgen.readers.qti.scoring import ScoreCondition, conditions_of
from quizgen.readers.qti.tasks12 import choice, number, typed

_REFUSED = {
    "calculated_question": "its numbers change at random",
    "file_upload_question": "a bank has no questions that are answered with a file",
    "survey": "a bank has no questions without a right answer",
    "hot_spot_question": "a bank has no questions about a place in a picture",
}
_POINTS = ("points_possible", "qmd_absolutescore_max", "cc_weighting", "qmd_weighting")
MAX_RESPONSES = 200
"""As many pairs as a question of a bank may have."""
TEXT_ONLY = ("text_only_question",)


@dataclass(slots=True)
class ItemBody12:
    """The stem of an item and what it asks, with what comes along."""

    stem: str
    task: ForeignTask
    losses: Losses
    explain: tuple[str, ...] = ()
    hint: str = ""
    points: str = ""
    meta: dict[str, str] = field(default_factory=dict)


def metadata(node: XmlElement) -> dict[str, str]:
    """Return what the metadata of `node` say, by their names."""
    fields = {}
    holders = [child for child in node.elements if child.tag in ("itemmetadata", "qtimetadata")]
    for holder in holders:
        for one in holder.find("qtimetadatafield", "qti_metadatafield"):
            fields[one.value("fieldlabel").lower()] = one.value("fieldentry")
        for child in holder.elements:
            if not child.elements:
                fields.setdefault(child.tag.lower(), child.text.strip())
    return fields


def is_text_only(node: XmlElement) -> bool:
    """Return whether the item `node` asks nothing."""
    meta = metadata(node)
    return meta.get("question_type") in TEXT_ONLY or meta.get("passage") == "true"


def stem_of(node: XmlElement, markup: QtiMarkup) -> str:
    """Return the HTML of the texts of the item `node`."""
    return _joined([part for part in parts_of(node, markup) if isinstance(part, str)])


def body_of(node: XmlElement, markup: QtiMarkup) -> ItemBody12:
    """Return the stem and the task of `node`, an item.

    Raises:
        BadAnswerError: A bank has no such question, or it has no right answer.
    """
    meta = metadata(node)
    kind = meta.get("question_type") or meta.get("cc_profile") or meta.get("bbmd_questiontype", "")
    if not kind and (kind := KINDS.get(meta.get("qmd_questiontype", "").lower(), "")):
        to_specification(node, kind)
        if (key := node.first("answer_key")) is not None:
            meta["grading_notes"] = all_material(key, markup)
    if kind in _REFUSED:
        raise BadAnswerError(_REFUSED[kind])
    parts = parts_of(node, markup)
    responses = [part for part in parts if isinstance(part, ItemResponse)]
    if any(response.kind in ("response_xy", "response_grp") for response in responses):
        raise BadAnswerError(_REFUSED["hot_spot_question"])
    if len(responses) > MAX_RESPONSES:
        raise BadAnswerError(f"it asks for more than {MAX_RESPONSES} answers")
    if not responses:
        raise BadAnswerError("it asks for no answer")
    conditions = conditions_of(node)
    feedback = feedback_of(node, conditions, responses, markup)
    body = ItemBody12(
        _joined([part for part in parts if isinstance(part, str)]), ForeignEssay(), []
    )
    body.task = _task(body, parts, responses, conditions, feedback, kind)
    if isinstance(body.task, ForeignEssay):
        answer = body.task.answer or feedback.solution or meta.get("grading_notes", "")
        body.task = ForeignEssay(answer)
    elif feedback.solution:
        feedback.explain.append(feedback.solution)
    body.losses += [(ForeignLoss.GENERAL_FEEDBACK, text) for text in feedback.general]
    body.losses += [(ForeignLoss.ANSWER_FEEDBACK, text) for text in feedback.unused(body.task)]
    extra = [text for response in responses for text in response.extra]
    extra += [all_material(one, markup) for one in node.all("initial_text")]
    body.losses += [(ForeignLoss.DESCRIPTION, without_tags(text)) for text in extra if text]
    body.explain, body.hint, body.meta = tuple(feedback.explain), feedback.hint, meta
    body.points = next((meta[name] for name in _POINTS if meta.get(name, "").strip("0.")), "")
    return body


def _joined(texts: list[str]) -> str:
    return "<br>".join(filter(None, texts))


def _task(
    body: ItemBody12,
    parts: list[Part],
    responses: list[ItemResponse],
    conditions: list[ScoreCondition],
    feedback: ItemFeedback,
    kind: str,
) -> ForeignTask:
    first = responses[0]
    if named_blanks(body.stem, responses):
        task = blanks(body, responses, conditions, kind)
    elif len(responses) > 1 and all(r.labels and r.kind == "response_lid" for r in responses):
        return matching(responses, conditions, body.losses)
    elif len(responses) > 1:
        task = _gaps_between(parts, responses, conditions, body)
    else:
        return _single(body, first, conditions, feedback, kind)
    if isinstance(task, ForeignGaps):
        body.stem = ""
    return task


def _single(
    body: ItemBody12,
    response: ItemResponse,
    conditions: list[ScoreCondition],
    feedback: ItemFeedback,
    kind: str,
) -> ForeignTask:
    """Return the task of an item with one `response`."""
    about = without_tags(response.about)
    if response.about and about not in without_tags(body.stem):
        if response.kind == "response_lid" and "matching" in kind:
            return matching([response], conditions, body.losses)
        body.stem = _joined([body.stem, response.about])
    if response.cardinality == "ordered":
        return order(response, conditions)
    if response.kind == "response_lid":
        return choice(response, conditions, feedback, body.losses, kind)
    if response.is_number or "numerical" in kind:
        return number(response, conditions, body.losses)
    is_essay = any(word in kind.lower() for word in ("essay", "short response"))
    return typed(response, conditions, body.losses, is_essay=is_essay)


def _gaps_between(
    parts: list[Part],
    responses: list[ItemResponse],
    conditions: list[ScoreCondition],
    body: ItemBody12,
) -> ForeignTask:
    """Return the gaps of a text in which the responses themselves stand."""
    pieces = [gap_of(p, conditions, body) if isinstance(p, ItemResponse) else p for p in parts]
    texts = [_without_paragraph(p) if isinstance(p, str) else p for p in pieces]
    return ForeignGaps(tuple(texts))


def _without_paragraph(html: str) -> str:
    """Return `html` without a paragraph around it; its words stay apart from those beside it."""
    bare = re.sub(r"\A<p>|</p>\Z", "", html)
    if bare == html:
        return html
    before = " " if re.match(r"\w", bare) else ""
    return f"{before}{bare} " if re.search(r"[\w,;:]\Z", bare) else f"{before}{bare}"
