"""Diagnostics for trees that YAML accepts and quizgen does not, in a teacher's words."""

from __future__ import annotations

import re
from typing import Any

from quizgen.model.diagnostics import Related, Report
from quizgen.model.pattern import pattern
from quizgen.model.source import Span
from quizgen.readers.yaml.nodes import MappingNode, Node, ScalarNode

_DATE = pattern(r"\d{4}(-\d{2}){0,2}", re.ASCII)


def report_tag(tag: str, node: Node, report: Report) -> None:
    """Report that `node` has a `tag`, such as ``!!str``."""
    report.error(
        "yaml-tag",
        node,
        f"the tag {tag} has no meaning here",
        "remove it; a text that begins with ! needs quotes around it",
    )


def report_unknown_alias(name: str, here: Span, report: Report) -> None:
    """Report that the alias ``*name`` at `here` has no anchor above it."""
    report.error(
        "unknown-alias",
        here,
        f"*{name} repeats something that is not marked &{name} above it",
        "a text that begins with * needs quotes around it",
    )


def report_unused_anchor(name: str, node: Node, report: Report) -> None:
    """Report that no alias repeats `node`, which has the anchor ``&name``."""
    report.error(
        "unused-anchor",
        node,
        f"&{name} marks this for repeating, and nothing repeats it",
        "a text that begins with & needs quotes around it; if it is none, remove the mark",
    )


def report_too_long(node: ScalarNode, max_length: int, report: Report) -> None:
    """Report that the value of `node` has more than `max_length` characters."""
    report.error(
        "text-too-long",
        node,
        f"this value has {len(node.value):,} characters; the most is {max_length:,}",
        "is a quotation mark missing further up? Otherwise split the text",
    )


def report_too_deep(node: Node, max_depth: int, report: Report) -> None:
    """Report that `node` is nested more than `max_depth` levels deep."""
    report.error(
        "too-deep",
        node,
        f"this is nested more than {max_depth} levels deep",
        "look for a stray run of [ or { and remove it",
    )


def report_second_document(here: Span, report: Report) -> None:
    """Report that a second document begins at `here`."""
    report.error(
        "second-document",
        here,
        "a line of three dashes starts a second document; a file holds one",
        "remove the line ---, or move what follows to a file of its own",
    )


def report_duplicate_key(
    parent: MappingNode, key: Any, report: Report, *, lacks_dash: bool
) -> None:
    """Report that `parent` has the key of the parser's event `key` already.

    `lacks_dash` says that the second key seems to begin the next part of a list, whose dash is
    missing.
    """
    second = ScalarNode(parent.source, key.start_mark, key.end_mark, key.value)
    if lacks_dash:
        help = f"if a new entry begins here, put a dash and a space before it: `- {key.value}: …`"
    elif _DATE.fullmatch(key.value):
        help = f"write events with one date as a list, in their order: `- {key.value}: …`"
    else:
        help = "keep one of the two"
    report.error(
        "duplicate-key",
        second,
        f"the key {key.value!r} is here twice",
        help,
        related=(Related("first here", parent.key(key.value)),),
    )


def report_merge_key(key: Span, value: Node, report: Report) -> None:
    """Report `key`, a merge key (``<<``) of YAML 1.1, with the keys of its `value` in the help."""
    names = ", ".join(value.entries) if isinstance(value, MappingNode) else ""
    report.error(
        "merge-key",
        key,
        "<< would copy keys from elsewhere, which quizgen does not do",
        f"write the keys out here{f': {names[:80]}' if names else ''}",
    )


def report_bad_key(node: Node, report: Report) -> None:
    """Report that `node`, a list or a mapping or an alias, stands in the place of a key."""
    report.error(
        "bad-key",
        node,
        "a key must be a word or a text, not a list or a group",
        "a text that begins with { or [ needs quotes around it",
    )
