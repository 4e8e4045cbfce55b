"""The content of a field on one line, with what its words alone do not say."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.commands.importing.html_tree import HtmlElement, HtmlNode, parse_html
from quizgen.model.text.markdown import visible

_PARTED = {"li": " · ", "tr": " · ", "td": " | ", "th": " | "}
"""What stands between elements of a kind that follow each other."""

_BLOCKS = frozenset(
    ("br", "div", "p", "ul", "ol", "table", "blockquote", "pre", "details", *_PARTED)
)


def field_text(field: str) -> str:
    """Return the text of a field of HTML on one line.

    The right options are ticked, pictures and links name their files and addresses, and what a
    card's script judges by is spelled out. The label of a button is left out.
    """
    if "<" not in field and "&" not in field:
        return " ".join(visible(field).split())
    return " ".join("".join(_parts(parse_html(visible(field)))).split())


def _parts(element: HtmlElement) -> Iterator[str]:
    previous: HtmlNode | None = None
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield _between(previous, child)
            yield from _element(child)
        previous = child


def _between(previous: HtmlNode | None, element: HtmlElement) -> str:
    """Return what parts `element` from what stands before it in the same element."""
    if isinstance(previous, HtmlElement) and previous.tag == element.tag in _PARTED:
        return _PARTED[element.tag]
    return " " if element.tag in _BLOCKS else ""


def _element(element: HtmlElement) -> Iterator[str]:
    match element.tag:
        case "img":
            yield _picture(element)
        case "summary":
            pass
        case "a":
            yield from _parts(element)
            yield f" ({element.attributes.get('href', '')})"
        case _:
            if "key" in element.classes:
                yield "✓ "
            if "judging" in element.classes:
                yield _judging(element)
            yield from _parts(element)
            if element.tag in _BLOCKS:
                yield " "


def _picture(element: HtmlElement) -> str:
    name, description = (element.attributes.get(key, "") for key in ("src", "alt"))
    return f"[{name}: {description}]" if description else f"[{name}]"


def _judging(element: HtmlElement) -> str:
    """Return what the script of a card is told about answers, such as ``tolerance: 5``."""
    values = [
        f"{name.removeprefix('data-')}: {value}"
        for name, value in element.attributes.items()
        if name.startswith("data-")
    ]
    return ", ".join(values)
