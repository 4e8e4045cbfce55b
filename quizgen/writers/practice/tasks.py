"""What a learner does with a question, as fields of a form: they work without a script.

``data-k`` and ``data-r`` hold what is right. On a page without a key nothing does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import count
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.decimals import short_digits
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    Option,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import Gap, Text
from quizgen.writers.practice.context import PageContext, outside_gaps
from quizgen.writers.practice.rich_text import escape, is_plain

PLAIN_INPUT = "type=text autocomplete=off autocapitalize=none spellcheck=false"
"""A field that neither helps with the spelling nor changes what is typed."""
MAX_LINES = 20
"""The most lines of a field for long answers: it grows by itself on no screen. Judged by eye."""


def kind_of(question: Question) -> str:
    """Return the name that the page's script has for the task of `question`."""
    match question.item.interaction:
        case Reveal():
            return "reveal"
        case Choice():
            return "choice"
        case TextEntry() | Numeric() | GapFill():
            return "typed"
        case Match():
            return "match"
        case Order():
            return "order"
        case ExtendedText():
            return "essay"
        case other:
            assert_never(other)


def task(place: int, question: Question, page: PageContext) -> str:
    """Return the fields for the answer to `question`, the one at `place` on the page, from 1."""
    match question.item.interaction:
        case Reveal():  # where the page shows no back, the learner writes it
            return "" if page.has_key else _typed(place, {}, page)
        case Choice() as choice:
            return _choice(place, choice, question.order, page)
        case TextEntry() as entry:
            return _typed(place, _text_rule(entry), page)
        case Numeric() as numeric:
            return _typed(place, _number_rule(numeric), page, numeric.unit)
        case GapFill() as gap_fill:
            return _gaps(gap_fill, page)
        case Match() as match:
            return _match(place, match, question.order, page)
        case Order() as order:
            return _order(order, question.order, page)
        case ExtendedText(lines=lines):
            return f"<textarea rows={min(lines, MAX_LINES)} aria-labelledby=s{place}></textarea>"
        case other:
            assert_never(other)


def _choice(place: int, choice: Choice, order: Sequence[int], page: PageContext) -> str:
    many = len(choice.keys) != 1
    options = "".join(
        _option(place, choice.options[index], many, page)
        for index in order or range(len(choice.options))
    )
    role = "group" if many else "radiogroup"
    note = f"<p class=note>{escape(page.words.choose_all)}</p>" if many else ""
    names = " class=tf" if choice.is_true_false else ""
    return f"{note}<div role={role}{names} aria-labelledby=s{place}>{options}</div>"


def _option(place: int, option: Option, many: bool, page: PageContext) -> str:
    """Return an option with its rationale, which is shown once it is chosen."""
    group = "type=checkbox" if many else f"type=radio name=q{place}"
    key = " data-k" if option.is_key and page.has_key else ""
    text = f"<span{page.dir(option.text)}>{page.html(option.text)}</span>"
    why = ""
    if option.rationale and page.has_key:
        why = f"<i{page.dir(option.rationale)}>{page.html(option.rationale)}</i>"
    return f"<label><input {group}{key}>{text}{why}</label>"


def _typed(
    place: int, rule: Mapping[str, object], page: PageContext, unit: Text | None = None
) -> str:
    behind = f" <span class=unit>{page.html(unit)}</span>" if unit else ""
    field = f"<input {PLAIN_INPUT} aria-describedby=s{place}{_rule(rule, page)}>"
    label = f"<span>{escape(page.practice.your_answer)}</span>"
    return f"<p class=typed><label>{label} {field}</label>{behind}</p>"


def _rule(rule: Mapping[str, object], page: PageContext) -> str:
    """Return the attribute with the `rule` by which the judge of typed answers goes."""
    if not page.has_key:
        return ""
    written = json.dumps(rule, ensure_ascii=False, separators=(",", ":"))
    return f' data-r="{escape(written)}"'


def _text_rule(entry: TextEntry) -> dict[str, object]:
    rule: dict[str, object] = {"answer": entry.answer.plain}
    if entry.accepted:
        rule["accept"] = [text.plain for text in entry.accepted]
    if entry.exact_case:
        rule["exact"] = True
    return rule


def _number_rule(numeric: Numeric) -> dict[str, object]:
    rule: dict[str, object] = {"answer": f"{numeric.value:f}", "number": True}
    if numeric.tolerance:
        rule["tolerance"] = short_digits(numeric.tolerance)
    if numeric.unit:
        rule["unit"] = numeric.unit.plain
    return rule


def _gaps(gap_fill: GapFill, page: PageContext) -> str:
    numbers = count(1)
    text = page.texts.gap_text(gap_fill.parts, lambda gap: _gap(next(numbers), gap, page))
    return f"<div class=gaps{page.dir(outside_gaps(gap_fill))}>{text}</div>"


def _gap(number: int, gap: Gap, page: PageContext) -> str:
    name = page.practice.gap.format(number=number)
    hint = ""
    if gap.hint:
        name, hint = f"{name}: {gap.hint.plain}", f' placeholder="{escape(gap.hint.plain)}"'
    rule = _rule({"answer": gap.answer.plain}, page)
    return f'<input class=gap {PLAIN_INPUT} aria-label="{escape(name)}"{hint}{rule}>'


def _match(place: int, match: Match, order: Sequence[int], page: PageContext) -> str:
    """Return a list to choose from for each premise.

    Such lists show characters alone. So responses with pictures or formulas stand above, each with
    a letter, and the letters are what is chosen. Other responses are listed on paper alone.
    """
    responses = [match.responses[index] for index in order]
    texts = [page.html(response) for response in responses]
    letters = [escape(page.words.letter(at)) for at in range(len(responses))]
    is_listed = not all(map(is_plain, responses))
    names = letters if is_listed else texts
    lettered = zip(letters, texts, strict=True)
    listed = "".join(f"<li><b>{letter}</b> {text}" for letter, text in lettered)
    listed = f"<ul class={'resp' if is_listed else 'plain'}>{listed}</ul>"
    choose = f'<option value="">{escape(page.practice.choose)}'
    options = choose + "".join(f"<option value={at}>{name}" for at, name in enumerate(names))
    rows = []
    for at, (premise, key) in enumerate(zip(match.premises, match.key, strict=True)):
        right = f" data-k={order.index(key)}" if page.has_key else ""
        name = f"q{place}-{at}"
        label = f"<label for={name}{page.dir(premise)}>{page.html(premise)}</label>"
        rows.append(f"<div class=pair>{label}<select id={name}{right}>{options}</select></div>")
    return listed + "".join(rows)


def _order(order: Order, display_order: Sequence[int], page: PageContext) -> str:
    places = '<option value="">–' + "".join(
        f"<option>{number}" for number in range(1, len(order.events) + 1)
    )
    rows = []
    for index in display_order:
        text = order.events[index].text
        key = f" data-k={index + 1}" if page.has_key else ""
        name = escape(page.practice.place.format(part=text.plain))
        field = f'<select aria-label="{name}">{places}</select>'
        part = f"<span class=part{page.dir(text)}>{page.html(text)}</span>"
        rows.append(f"<li{key}>{field}{part}</li>")
    return f"<ul class=order>{''.join(rows)}</ul>"
