"""Read the fields of quizgen's note types back to the keys that an author wrote.

Each function inverts a function of quizgen/writers/anki/notes.py. The result is None where the
fields are not as quizgen writes them, because a learner changed them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quizgen.commands.importing.card_words import card_words
from quizgen.commands.importing.dates import iso_date
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.html_tree import HtmlElement, parse_html
from quizgen.commands.importing.option_lists import (
    author_order,
    distractors_of,
    is_ascending,
    option_value,
    read_options,
    true_or_false,
)
from quizgen.commands.importing.quizgen_notes import QuizgenItem
from quizgen.commands.importing.quizgen_proofs import proof_of_part
from quizgen.commands.importing.source_field import PassageQuotes
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.text.markdown import visible
from quizgen.model.translations import catalogue_for, translations_for
from quizgen.readers.question_types import QUESTION_TYPES, QuestionType
from quizgen.readers.yaml.emit import Value
from quizgen.writers.anki import note_types

Values = dict[str, Value]

_NUMBER = re.compile(r"[-+]?[0-9]{1,30}(\.[0-9]{1,30})?")


class BankContext:
    """What the items of a bank share: its id and language, its quotes, and their converter."""

    def __init__(
        self, id: str, language: str, converter: FieldConverter, quotes: PassageQuotes
    ) -> None:
        self.id = id
        self.language = language
        self.converter = converter
        self.quotes = quotes


def read_quizgen_item(item: QuizgenItem, bank: BankContext) -> Values | None:
    """Return the keys that the question type of `item` defines, with ``type`` first.

    The result is None where the notes do not make the type clear.
    """
    slugs = set(item.notes)
    if note_types.ORDERING.slug in slugs and slugs <= {"ordering", "date"}:
        return _order(item, bank)
    if len(slugs) > 1:
        return None
    (slug,) = slugs
    if slug == note_types.MATCHING.slug:
        return _match(item, bank)
    convert = _SINGLE.get(slug)
    if convert is None or len(item.notes[slug]) > 1:
        return None
    return convert(item, item.first.content, bank)


def _flashcard(item: QuizgenItem, content: Mapping[str, str], bank: BankContext) -> Values | None:
    text = bank.converter.to_blocks
    values: Values = {
        "type": "flashcard",
        "front": text(content["front"]),
        "back": text(content["back"]),
    }
    return _complete({**values, **({"reversed": "true"} if content["reversed"].strip() else {})})


def _choice(item: QuizgenItem, content: Mapping[str, str], bank: BankContext) -> Values | None:
    rationales = content[note_types.RATIONALES.slug]
    displayed = read_options(content["options"], bank.converter, rationales)
    question = bank.converter.to_blocks(content["stem"])
    truth = true_or_false(displayed, bank.language)
    if truth is not None:
        return _complete({"type": "true_false", "question": question, "answer": truth})
    in_order = is_ascending(displayed, bank.language)
    options, is_reproduced = author_order(displayed, bank.id, item.id)
    if not is_reproduced or displayed.fixed != in_order:
        bank.converter.report(ImportLoss.ORDER, question)
    keys = [option_value(option) for option in options if option.is_key]
    others = [option_value(option) for option in options if not option.is_key]
    kind = _type_of_stem(question, bank.language)
    own_keys = kind.from_choice(keys, others) if kind and kind.from_choice else None
    if kind and own_keys:
        return _complete({"type": kind.name, **own_keys})
    answer: Value = keys[0] if len(keys) == 1 else keys
    return _complete(
        {
            "type": "multiple_choice",
            "question": question,
            "answer": answer,
            "distractors": others,
            **({"ascending": "true"} if in_order else {}),
        }
    )


def _type_of_stem(question: str, language: str) -> QuestionType | None:
    """Return the question type whose items all ask `question` in `language`, or None."""
    words = translations_for(catalogue_for(language))
    kinds = (kind for kind in QUESTION_TYPES if kind.stem)
    return next((kind for kind in kinds if words.question(kind.stem) == question), None)


def _typed(item: QuizgenItem, content: Mapping[str, str], bank: BankContext) -> Values | None:
    text = bank.converter.to_markdown
    also = parse_html(visible(content["also"]))
    variants = [text(e.children) for e in also.find("span") if "variant" in e.classes]
    tolerance = next((e.attributes.get("data-tolerance") for e in also.find("span")), None)
    answer, unit = text(content["answer"]), text(content["unit"])
    judging = next(parse_html(content[note_types.JUDGING.slug]).find("span"), None)
    attributes = judging.attributes if judging else {}
    if "data-number" in attributes:
        answer = answer.replace(",", ".").replace("\u066b", ".")
        tolerance = attributes.get("data-tolerance")
        also = parse_html("")
    values: Values = {"question": bank.converter.to_blocks(content["stem"]), "answer": answer}
    is_words = "data-answer" in attributes and "data-number" not in attributes
    is_alone = not variants and (tolerance or not also.plain.strip())
    if _NUMBER.fullmatch(answer) and is_alone and not is_words:
        more = {"tolerance": tolerance or "", "unit": unit}
        return _complete({"type": "numeric", **values, **{k: v for k, v in more.items() if v}})
    opening = next((w.also_right for w in card_words() if also.plain.startswith(w.also_right)), "")
    if not variants and opening:
        variants = also.plain.removeprefix(opening).split(", ")
    values = {"type": "short_answer", **values}
    more = {"case": "exact"} if attributes.get("data-case") == "exact" else {}
    return _complete({**values, **({"accept": variants} if variants else {}), **more})


def _cloze(item: QuizgenItem, content: Mapping[str, str], bank: BankContext) -> Values | None:
    return _complete(
        {"type": "cloze", "text": bank.converter.to_cloze(content["text"], is_ours=True) or ""}
    )


def _match(item: QuizgenItem, bank: BankContext) -> Values | None:
    text = bank.converter.to_markdown
    notes = item.notes["matching"]
    pairs = {text(n.content["premise"]): text(n.content["response"]) for n in notes}
    proofs = [proof_of_part(n, item, bank.quotes, bank.converter) for n in notes]
    if len(pairs) < max(2, len(notes)):
        return None
    displayed = read_options(notes[0].content["responses"], bank.converter)
    distractors = distractors_of(displayed, list(pairs.values()))
    question = bank.converter.to_blocks(notes[0].content["stem"])
    named: Value = [
        {"premise": premise, "response": response, **proof}
        for (premise, response), proof in zip(pairs.items(), proofs, strict=False)
    ]
    written = named if any(proofs) else pairs
    values: Values = {"type": "matching", "question": question, "pairs": written}
    return _complete({**values, "distractors": distractors} if distractors else values)


def _order(item: QuizgenItem, bank: BankContext) -> Values | None:
    converter = bank.converter
    content = item.notes["ordering"][0].content
    question = converter.to_blocks(content["stem"])
    tree = parse_html(visible(content["ordered"]))
    events = [_event(li, converter) for li in tree.find("li")]
    dates = [iso_date(date, bank.language) for date, _ in events if date]
    if dates and len(dates) == len(events) and all(dates) and sorted(set(map(str, dates))) == dates:
        dated = dict(zip(map(str, dates), (text for _, text in events), strict=True))
        proofs = {
            converter.to_markdown(note.content["event"]): proof_of_part(
                note, item, bank.quotes, converter
            )
            for note in item.notes.get("date", ())
        }
        named: Value = [
            {"date": date, "event": text, **proofs.get(text, {})} for date, text in dated.items()
        ]
        written = named if any(proofs.values()) else dated
        return _complete({"type": "timeline", "question": question, "events": written})
    if dates or "date" in item.notes:
        converter.report(ImportLoss.DATES, question)
    values: Values = {"type": "ordering", "question": question}
    return _complete({**values, "in_order": [text for _, text in events]})


def _event(line: HtmlElement, converter: FieldConverter) -> tuple[str, str]:
    """Return the date of an event as the card shows it, or an empty text, and the event's text."""
    dates = [c for c in line.children if isinstance(c, HtmlElement) and "date" in c.classes]
    others = [child for child in line.children if child not in dates]
    return "".join([date.plain for date in dates]), converter.to_markdown(others)


def _essay(item: QuizgenItem, content: Mapping[str, str], bank: BankContext) -> Values | None:
    text = bank.converter.to_markdown
    values: Values = {
        "type": "essay",
        "question": bank.converter.to_blocks(content["stem"]),
        "answer": bank.converter.to_blocks(content["answer"]),
    }
    rubric: dict[str, Value] = {}
    for line in parse_html(visible(content["rubric"])).find("li"):
        last = line.children[-1] if line.children else ""
        if not isinstance(last, str):
            return None
        points = next(filter(None, (words.points.search(last) for words in card_words())), None)
        if points is None:
            return None
        rubric[text([*line.children[:-1], last[: points.start()]])] = points["points"]
    return _complete({**values, "rubric": rubric} if rubric else values)


def _complete(values: Values) -> Values | None:
    """Return `values`, or None where a value is empty."""
    return values if all(_is_full(value) for value in values.values()) else None


def _is_full(value: Value) -> bool:
    if isinstance(value, str):
        return bool(value)
    parts = [*value.keys(), *value.values()] if isinstance(value, Mapping) else list(value)
    return bool(parts) and all(_is_full(part) for part in parts)


_Single = Callable[[QuizgenItem, Mapping[str, str], BankContext], Values | None]
_SINGLE: dict[str, _Single] = {
    note_types.FLASHCARD.slug: _flashcard,
    note_types.CHOICE.slug: _choice,
    note_types.TYPED.slug: _typed,
    note_types.CLOZE.slug: _cloze,
    note_types.ESSAY.slug: _essay,
}
