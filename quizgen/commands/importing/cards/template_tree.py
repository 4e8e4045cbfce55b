"""Parse a card template of Anki: fields, conditions, and the words around them."""

from __future__ import annotations

import re
from typing import TypeAlias

from quizgen.model.dataclass import dataclass

_TOKEN = re.compile(r"\{\{((?:(?!\{\{).)*?)\}\}", re.DOTALL)
_OTHER_MARKS = re.compile(r"^\s*\{\{=<% %>=\}\}")
"""Very old templates begin with this and then write ``<%Front%>`` (Anki's rslib/template.rs)."""

_IN_TAG = re.compile(r"<[a-zA-Z][^<>]*\Z")
MAX_TAG = 2000
"""Characters that are looked at before a field to see whether it stands inside of a tag."""

MAX_DEPTH = 40
"""Conditions that are nested deeper are shown as if they were met (judged)."""


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field that a template shows, with the filters in front of its name.

    `in_tag` says that it stands inside of a tag, as an address does.
    """

    name: str
    filters: tuple[str, ...] = ()
    in_tag: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What a template shows only if the field `name` has a text, or with `negated` if not."""

    name: str
    negated: bool
    inside: tuple[TemplateNode, ...]


TemplateNode: TypeAlias = "str | ShownField | Condition"


def parse_template(template: str) -> tuple[TemplateNode, ...]:
    """Return the nodes of `template`. Conditions that never end reach to the end."""
    if _OTHER_MARKS.match(template):
        template = _OTHER_MARKS.sub("", template).replace("<%", "{{").replace("%>", "}}")
    stack: list[tuple[str, bool, list[TemplateNode]]] = [("", False, [])]
    position = 0
    for token in _TOKEN.finditer(template):
        if text := template[position : token.start()]:
            stack[-1][2].append(text)
        position = token.end()
        handle = token[1].lstrip("{").strip()
        mark, name = handle[:1], handle[1:].strip()
        if mark in ("#", "^") and len(stack) <= MAX_DEPTH:
            stack.append((name, mark == "^", []))
        elif mark == "/":
            if any(opened == name for opened, _, _ in stack[1:]):
                _close(stack, name)
        elif handle and mark not in ("#", "^", "!", "="):
            *filters, name = handle.split(":")
            in_tag = _IN_TAG.search(template, max(0, token.start() - MAX_TAG), token.start())
            filter_names = tuple(part.strip() for part in filters)
            stack[-1][2].append(ShownField(name.strip(), filter_names, in_tag is not None))
    if text := template[position:]:
        stack[-1][2].append(text)
    while len(stack) > 1:
        _close(stack, stack[-1][0])
    return tuple(stack[0][2])


def _close(stack: list[tuple[str, bool, list[TemplateNode]]], name: str) -> None:
    """End the innermost open condition on `name`, and those that were opened inside of it."""
    closed = None
    while closed != name:
        closed, negated, inside = stack.pop()
        stack[-1][2].append(Condition(closed, negated, tuple(inside)))


def switches_in(nodes: tuple[TemplateNode, ...]) -> set[str]:
    """Return the names of the fields on which conditions in `nodes` depend."""
    names = set()
    for node in nodes:
        if isinstance(node, Condition):
            names |= {node.name} | switches_in(node.inside)
    return names
