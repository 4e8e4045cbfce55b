"""An item as a question of a Moodle XML file (docs.moodle.org: Moodle XML format)."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never
from xml.etree.ElementTree import Element

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
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
from quizgen.model.text import Text
from quizgen.writers.exporting.base import OrderingStyle
from quizgen.writers.exporting.files.xml_file import add, element
from quizgen.writers.exporting.item_html import (
    case_markup,
    feedback,
    hints,
    order_feedback,
    proofs,
)
from quizgen.writers.exporting.moodle_xml.cloze import cloze_html
from quizgen.writers.exporting.moodle_xml.losses import MAX_KEYS
from quizgen.writers.exporting.moodle_xml.texts import Texts, plain, typed

_LINES = (2, 3, *range(5, 45, 5))
"""The heights of an essay's box that Moodle offers, in lines (``qtype_essay``)."""


def question_element(question: Question, bank: Bank, ordering: OrderingStyle) -> Element:
    """Return `question` of `bank` as an element; `ordering` is how parts to order are asked for."""
    item = question.item
    task = item.interaction
    texts = Texts(bank.language, bank.media)
    html = texts.html
    stem = case_markup(item, html) + html.text(item.stem)
    extra: list[str] = []
    match task:
        case Reveal(back=back):
            node = _begin("shortanswer", item, texts, stem, [html.text(back)])
            _short_answers(node, (back,))
        case Choice(is_true_false=True):
            node = _begin("truefalse", item, texts, stem)
            _true_false(node, task, texts)
        case Choice():
            node = _begin("multichoice", item, texts, stem)
            _choice(node, task, question.order, texts)
        case TextEntry(answer=answer, accepted=accepted, exact_case=exact_case):
            node = _begin("shortanswer", item, texts, stem)
            _short_answers(node, (answer, *accepted), exact_case=exact_case)
        case GapFill():
            node = _begin("cloze", item, texts, cloze_html(item, task, texts))
        case Numeric(unit=unit):
            about = f"{stem} ({html.text(unit)})" if unit else stem
            node = _begin("numerical", item, texts, about)
            _numeric(node, task)
        case Match():
            extra = list(proofs(task.premises, task.proofs, html))
            node = _begin("matching", item, texts, stem, extra)
            _match(node, task, question.order, texts)
        case Order():
            type_ = "ordering" if ordering is OrderingStyle.NATIVE else "matching"
            node = _begin(type_, item, texts, stem, list(order_feedback(task, html)))
            _order(node, task, question.order, texts, ordering)
        case ExtendedText():
            node = _begin("essay", item, texts, stem)
            _essay(node, task, texts)
        case _:
            assert_never(task)
    if helps := "<br>".join(hints(item, html)):
        texts.add(node, "hint", helps)
    _tags(node, item)
    return node


def _begin(
    type_: str, item: Item, texts: Texts, stem: str, extra: list[str] | None = None
) -> Element:
    """Return an element with what questions of every type have; `extra` comes before feedback."""
    node = element("question", type=type_)
    add(add(node, "name"), "text", item.name)
    texts.add(node, "questiontext", stem)
    explanation = "<br>".join(filter(None, (*(extra or ()), *feedback(item, texts.html))))
    texts.add(node, "generalfeedback", explanation)
    if type_ != "cloze":
        add(node, "defaultgrade", str(item.points))
    add(node, "penalty", "0.3333333")
    add(node, "hidden", "0")
    add(node, "idnumber", item.name)
    return node


def _tags(node: Element, item: Item) -> None:
    names = [tag.value for tag in item.tags]
    if item.difficulty:
        names.append(item.difficulty.value)
    if names:
        tags = add(node, "tags")
        for name in names:
            add(add(tags, "tag"), "text", name)


def _share(count: int) -> str:
    """Return a `count`-th of 100, or a tenth, as Moodle's own files spell it."""
    return f"{100 / min(count, MAX_KEYS):.5f}".rstrip("0").rstrip(".")


def _answer(node: Element, fraction: str, text: str) -> Element:
    answer = add(node, "answer", fraction=fraction, format="plain_text")
    add(answer, "text", text)
    return answer


def _short_answers(node: Element, answers: tuple[Text, ...], *, exact_case: bool = False) -> None:
    add(node, "usecase", str(int(exact_case)))
    for answer in answers:
        _answer(node, "100", typed(answer))


def _true_false(node: Element, choice: Choice, texts: Texts) -> None:
    for option, word in zip(choice.options, ("true", "false"), strict=True):
        answer = _answer(node, "100" if option.is_key else "0", word)
        answer.set("format", "moodle_auto_format")
        texts.add_text(answer, "feedback", option.rationale)


def _choice(node: Element, choice: Choice, order: tuple[int, ...], texts: Texts) -> None:
    keys = len(choice.keys)
    penalty = "0" if keys == 1 else f"-{_share(len(choice.options) - keys)}"
    stays = choice.fixed or any(option.pinned for option in choice.options)
    add(node, "single", "true" if keys == 1 else "false")
    add(node, "shuffleanswers", "false" if stays else "true")
    add(node, "answernumbering", "ABCD")
    add(node, "showstandardinstruction", "0" if keys == 1 else "1")
    for index in order or range(len(choice.options)):
        option = choice.options[index]
        fraction = _share(keys) if option.is_key else penalty
        answer = texts.add_text(node, "answer", option.text, fraction=fraction)
        texts.add_text(answer, "feedback", option.rationale)


def _number(value: Decimal) -> str:
    return short_digits(value)


def _numeric(node: Element, task: Numeric) -> None:
    answer = _answer(node, "100", _number(task.value))
    answer.set("format", "moodle_auto_format")
    add(answer, "tolerance", _number(task.tolerance))
    if task.unit:
        unit = add(add(node, "units"), "unit")
        add(unit, "multiplier", "1")
        add(unit, "unit_name", plain(task.unit))
    add(node, "unitgradingtype", "0")  # a number without its unit is right as well
    add(node, "unitpenalty", "0")
    add(node, "showunits", "0" if task.unit else "3")  # 0: typed behind the number, 3: none
    add(node, "unitsleft", "0")


def _pair(node: Element, left: Text | None, right: str, texts: Texts) -> None:
    pair = texts.add_text(node, "subquestion", left)
    add(add(pair, "answer"), "text", right)


def _match(node: Element, match: Match, order: tuple[int, ...], texts: Texts) -> None:
    add(node, "shuffleanswers", "true")
    for premise, key in zip(match.premises, match.key, strict=True):
        _pair(node, premise, plain(match.responses[key]), texts)
    for index in order or range(len(match.responses)):
        if index not in match.key:
            _pair(node, None, plain(match.responses[index]), texts)


def _order(
    node: Element, task: Order, order: tuple[int, ...], texts: Texts, ordering: OrderingStyle
) -> None:
    events = task.events
    if ordering is OrderingStyle.MATCHING:
        add(node, "shuffleanswers", "false")
        for index in order or range(len(events)):
            _pair(node, events[index].text, str(index + 1), texts)
        return
    for tag, value in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", str(len(events))),
        ("gradingtype", "ABSOLUTE_POSITION"),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
        ("shownumcorrect", "1"),  # without it, Moodle's database refuses the whole file
    ):
        add(node, tag, value)
    for place, event in enumerate(events, 1):
        texts.add_text(node, "answer", event.text, fraction=str(place))


def _essay(node: Element, task: ExtendedText, texts: Texts) -> None:
    lines = next((height for height in _LINES if height >= task.lines), _LINES[-1])
    for tag, value in (
        ("responseformat", "editor"),
        ("responserequired", "1"),
        ("responsefieldlines", str(lines)),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
    ):
        add(node, tag, value)
    rubric = (f"{line.points}: {texts.html.text(line.text)}" for line in task.rubric)
    texts.add(node, "graderinfo", "<br>".join((texts.html.text(task.answer), *rubric)))
    texts.add_text(node, "responsetemplate", None)
