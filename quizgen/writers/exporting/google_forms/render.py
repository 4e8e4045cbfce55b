"""Questions as data of a script, and the script that makes items of a form of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, assert_never

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
from quizgen.model.loss import Loss
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.beside import Beside, has, losses_beside
from quizgen.writers.exporting.item_html import by_section
from quizgen.writers.exporting.plain_lines import lines_of, on_a_line

LACKS = frozenset(Beside) - {Beside.PROOF, Beside.RATIONALE, Beside.POINTS}

_SCRIPT = """\
// A quiz for Google Forms. Open script.google.com, make a new project, put this text in the place
// of what is there, and run makeQuiz. The address of the form stands in the log.
const TITLE = %s;
const QUESTIONS = %s;

function makeQuiz() {
  const form = FormApp.create(TITLE).setIsQuiz(true);
  for (const question of QUESTIONS) {
    if (question.kind === "topic") {
      form.addSectionHeaderItem().setTitle(question.text);
    } else if (question.kind === "choice") {
      addChoice(form.addMultipleChoiceItem(), question);
    } else if (question.kind === "choices") {
      addChoice(form.addCheckboxItem(), question);
    } else if (question.kind === "grid") {
      form.addGridItem().setTitle(question.text).setHelpText(question.help)
        .setRows(question.rows).setColumns(question.columns);
    } else if (question.kind === "essay") {
      const item = form.addParagraphTextItem();
      item.setTitle(question.text).setPoints(question.points);
      item.setGeneralFeedback(feedback(question.right));
    } else {
      const item = form.addTextItem();
      item.setTitle(question.text).setHelpText(question.help).setPoints(question.points);
      item.setGeneralFeedback(feedback(question.right));
    }
  }
  Logger.log(form.getEditUrl());
}

function addChoice(item, question) {
  item.setTitle(question.text).setPoints(question.points);
  item.setChoices(question.options.map((option) => item.createChoice(option.text, option.right)));
  if (question.right) item.setFeedbackForCorrect(feedback(question.right));
  if (question.wrong) item.setFeedbackForIncorrect(feedback(question.wrong));
}

function feedback(text) {
  return FormApp.createFeedback().setText(text).build();
}
"""


def render(export: Export, bank: Bank) -> Rendered:
    """Return the script of `export`, and what is lost of its questions."""
    questions: list[dict[str, Any]] = []
    for topic, of_topic in by_section(export.questions, bank):
        questions.append({"kind": "topic", "text": topic})
        questions += (entry for question in of_topic for entry in _entries(question))
    losses = (loss for question in export.questions for loss in _losses(question.item))
    script = _SCRIPT % (_literal(on_a_line(bank.title)), _literal(questions))
    return Rendered(script.encode("ascii"), tuple(losses))


def _literal(value: object) -> str:
    """Return `value` as a literal of JavaScript in ASCII, which no text can end."""
    return json.dumps(value, ensure_ascii=True, indent=1).replace("</", "<\\/")


def _explanation(item: Item) -> list[str]:
    quotes = [f"“{lines_of(quote)}”" for quote in item.evidence]
    sources = [lines_of(reference) for reference in item.references]
    return [*([lines_of(item.explain)] if item.explain else []), *quotes, *sources]


def _entries(question: Question) -> Iterator[dict[str, Any]]:
    """Yield the entry of `question`, or nothing where a form cannot ask it."""
    item = question.item
    text = "\n\n".join(filter(None, (lines_of(item.case_stem), lines_of(item.stem))))
    common: dict[str, Any] = {"text": text, "points": item.points, "help": ""}
    match item.interaction:
        case Choice() as choice:
            yield {**common, **_choice(choice, question)}
        case Reveal(back=back):
            yield {**common, "kind": "text", "right": _key([on_a_line(back)], item)}
        case TextEntry(answer=answer, accepted=accepted):
            answers = [on_a_line(one) for one in (answer, *accepted)]
            yield {**common, "kind": "text", "right": _key([" / ".join(answers)], item)}
        case Numeric(value=value, tolerance=tolerance, unit=unit):
            margin = f" ± {short_digits(tolerance)}" if tolerance else ""
            unit_text = on_a_line(unit)
            right = _key([f"{short_digits(value)}{margin} {unit_text}".strip()], item)
            yield {**common, "kind": "text", "help": unit_text, "right": right}
        case Match(premises=premises, responses=responses):
            order = question.order or range(len(responses))
            columns = [on_a_line(responses[index]) for index in order]
            rows = [on_a_line(premise) for premise in premises]
            yield {**common, "kind": "grid", "rows": rows, "columns": columns}
        case ExtendedText(answer=answer, rubric=rubric):
            points = [f"{one.points}: {on_a_line(one.text)}" for one in rubric]
            yield {**common, "kind": "essay", "right": _key([lines_of(answer), *points], item)}
        case GapFill() | Order():
            return
        case _:
            assert_never(item.interaction)


def _key(answers: list[str], item: Item) -> str:
    return "\n".join([*answers, *_explanation(item)])


def _choice(choice: Choice, question: Question) -> dict[str, Any]:
    options, reasons = [], []
    for index in question.order or range(len(choice.options)):
        option = choice.options[index]
        text = on_a_line(option.text)
        options.append({"text": text, "right": option.is_key})
        if option.rationale:
            reasons.append(f"{text}: {lines_of(option.rationale)}")
    reason = "\n".join([*reasons, *_explanation(question.item)])
    kind = "choice" if len(choice.keys) == 1 else "choices"
    return {"kind": kind, "options": options, "right": reason, "wrong": reason}


def _losses(item: Item) -> Iterator[Loss]:
    if isinstance(item.interaction, GapFill | Order):
        yield Loss(item.id, "the question", "Google Forms has none of its kind")
        return
    yield from losses_beside(item, LACKS, "Google Forms")
    for what, why in _of_task(item):
        yield Loss(item.id, what, why)


def _of_task(item: Item) -> Iterator[tuple[str, str]]:
    no_key = "a script cannot give it a key; the answer stands in the feedback"
    match item.interaction:
        case Choice(fixed=fixed, options=options, is_true_false=is_true_false):
            if not is_true_false and (fixed or any(option.pinned for option in options)):
                yield "the order of the options", "a form that shuffles them shuffles all"
        case Reveal(reversed=reversed):
            yield "the flashcard", f"Google Forms has none, and {no_key}"
            if reversed:
                yield "the way from back to front", "a question is asked in one direction"
        case TextEntry(exact_case=exact_case):
            yield "the key", no_key
            if exact_case:
                yield "the weight of capitals", "a form judges no typed answer"
        case Numeric() | ExtendedText():
            yield "the key", no_key
        case Match(proofs=proofs):
            yield "the key", "a grid has none, and no points"
            if has(item, Beside.PROOF):
                yield "what explains the answer", "a grid has no feedback"
            if any(proof.explain for proof in proofs):
                yield "what explains a pair", "a grid has no feedback"
        case _:
            return
