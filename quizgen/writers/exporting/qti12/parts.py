"""The parts of an item that depend on its task, in the elements that Canvas reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from xml.etree.ElementTree import Element

from quizgen.model.dataclass import dataclass
from quizgen.model.item import Choice, GapFill, Item
from quizgen.model.text.html import HtmlText, escape_characters
from quizgen.writers.exporting.files.xml_file import add, element
from quizgen.writers.exporting.plain_lines import on_a_line

IN_ORDER = ":in order"
"""The name of a test whose parts stand by themselves, each for the next place."""
HTML, PLAIN = "text/html", "text/plain"


@dataclass(slots=True)
class Body:
    """The responses of an item, and tests with the shares of 100 that they give.

    Shares add up if `adds` says so; otherwise each is the whole. `stem` is the HTML of the question
    if it is not the item's own. `rationales` are HTML by the identifiers of options.
    """

    responses: list[Element] = field(default_factory=list)
    scores: list[tuple[Element, float]] = field(default_factory=list)
    stem: str = ""
    rationales: dict[str, str] = field(default_factory=dict)
    adds: bool = False


def _label(parent: Element, ident: str, text: str, kind: str) -> None:
    label = add(parent, "response_label", ident=ident)
    add(add(label, "material"), "mattext", text, texttype=kind)


def _equal(ident: str, response: str) -> Element:
    return element("varequal", ident, respident=response)


def answer_box(answers: Sequence[str], *, decimal: bool = False) -> Body:
    """Return a box to type one of `answers` into, or a number if it is `decimal`."""
    response = element("response_str", ident="response1", rcardinality="Single")
    kind = {"fibtype": "Decimal"} if decimal else {}
    add(add(response, "render_fib", **kind), "response_label", ident="answer1", rshuffle="No")
    if not answers:
        return Body([response])
    test = element("or")
    for answer in dict.fromkeys(answers):
        test.append(_equal(answer, "response1"))
    return Body([response], [(test if len(test) > 1 else test[0], 100.0)])


def choices(choice: Choice, order: tuple[int, ...], html: HtmlText) -> Body:
    """Return the options of `choice` in the `order` of the deck."""
    keys = [f"o{n}" for n, option in enumerate(choice.options, 1) if option.is_key]
    is_single = len(keys) == 1
    response = element(
        "response_lid", ident="response1", rcardinality="Single" if is_single else "Multiple"
    )
    options = add(response, "render_choice")
    body = Body([response])
    wrong = []
    for index in order or range(len(choice.options)):
        option, name = choice.options[index], f"o{index + 1}"
        _label(options, name, html.text(option.text), HTML)
        if option.rationale:
            body.rationales[name] = html.text(option.rationale)
        if not option.is_key:
            wrong.append(name)
    if is_single:
        body.scores = [(_equal(keys[0], "response1"), 100.0)]
        return body
    test = element("and")
    test.extend(_equal(name, "response1") for name in keys)
    for name in wrong:
        add(test, "not").append(_equal(name, "response1"))
    body.scores = [(test, 100.0)]
    return body


def blank_markup(item: Item, gap_fill: GapFill, html: HtmlText) -> str:
    """Return the HTML of the text of `item` with its gaps as ``[blank1]``.

    Brackets of the author are written as codes, since Canvas takes a word between them for a blank.
    """
    safe = replace(html, escape=_without_blanks)
    parts, number = [], 0
    for piece in safe.pieces(gap_fill.parts):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        number += 1
        hint = f" ({safe.text(piece.hint)})" if piece.hint else ""
        parts.append(f"[blank{number}]{hint}")
    stem = safe.text(item.stem)
    return f"{stem}<br>{''.join(parts)}" if stem else "".join(parts)


def _without_blanks(text: str) -> str:
    return escape_characters(text).replace("[", "&#91;").replace("]", "&#93;")


def blanks(gap_fill: GapFill, markup: str) -> Body:
    """Return the gaps of `gap_fill`, which stand in the HTML `markup`."""
    body = Body(stem=markup, adds=True)
    shares = _shares(len(gap_fill.gaps))
    for number, (gap, share) in enumerate(zip(gap_fill.gaps, shares, strict=True), 1):
        name = f"blank{number}"
        response = element("response_lid", ident=f"response_{name}", rcardinality="Single")
        add(add(response, "material"), "mattext", name)
        _label(add(response, "render_choice"), f"a{number}", on_a_line(gap.answer), PLAIN)
        body.responses.append(response)
        body.scores.append((_equal(f"a{number}", f"response_{name}"), share))
    return body


def matches(
    premises: Sequence[str], responses: Sequence[str], key: Sequence[int], order: Sequence[int]
) -> Body:
    """Return a list for each of `premises`, from which one of `responses` is chosen."""
    body = Body(adds=True)
    shares = _shares(len(premises))
    for number, (premise, right, share) in enumerate(zip(premises, key, shares, strict=True), 1):
        name = f"response_p{number}"
        response = element("response_lid", ident=name, rcardinality="Single")
        add(add(response, "material"), "mattext", premise, texttype=PLAIN)
        options = add(response, "render_choice")
        for index in order:
            _label(options, f"r{index + 1}", responses[index], PLAIN)
        body.responses.append(response)
        body.scores.append((_equal(f"r{right + 1}", name), share))
    return body


def ordered(parts: Sequence[str], order: Sequence[int]) -> Body:
    """Return the HTML `parts` to put in order; they are in the right one here."""
    response = element("response_lid", ident="response1", rcardinality="Ordered")
    extension = add(response, "render_extension")
    inside = add(extension, "ims_render_object", shuffle="No", orientation="Row")
    labels = add(inside, "flow_label")
    for index in order:
        _label(labels, f"e{index + 1}", parts[index], HTML)
    test = element(IN_ORDER)
    test.extend(_equal(f"e{number}", "response1") for number in range(1, len(parts) + 1))
    return Body([response], [(test, 100.0)])


def _shares(count: int) -> list[float]:
    """Return `count` shares of 100 with two places, whose sum is 100."""
    share = round(100 / count, 2)
    return [*[share] * (count - 1), round(100 - share * (count - 1), 2)]
