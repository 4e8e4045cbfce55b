"""Commas inside a list in brackets: each parts two options, also one that belongs to a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from quizgen.checks.base import DiagnosticKind, StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Choice, Item, TextEntry, interaction_texts
from quizgen.model.pattern import pattern
from quizgen.model.source import Position, Span
from quizgen.model.text import Text
from quizgen.readers.yaml import ScalarNode


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each list of `bank` whose commas may not part what they seem to."""
    for item in bank.items:
        for parts in _bracketed(item):
            diagnostic = (
                _number(parts, item) or _quotation(parts) or _bracket(parts) or _uneven(parts)
            )
            if diagnostic is not None:
                yield diagnostic
            elif isinstance(item.interaction, Choice):
                yield from _halves(item.interaction, parts)
            elif isinstance(item.interaction, TextEntry) and _are_names(item.interaction, parts):
                yield _halves_at(parts)


def parts_of_cut_numbers(item: Item) -> set[int]:
    """Return the `id` of each node of `item` in a list whose commas have cut a number in two.

    Such a list is not what its author wrote, so nothing else can be said of its parts.
    """
    return {id(part) for parts in _bracketed(item) if _number(parts, item) for part in parts}


def joined_halves(item: Item) -> dict[int, str]:
    """Return by the `id` of its node, for each second part of a list of `item`, both as one text.

    Lists of an odd number of parts are left out: no answers with a comma inside were cut in two.
    """
    return {
        id(after): f"{before.value}, {after.value}"
        for parts in _bracketed(item)
        if len(parts) % 2 == 0
        for before, after in zip(parts[::2], parts[1::2], strict=True)
    }


def _bracketed(item: Item) -> Iterator[list[ScalarNode]]:
    """Yield the lists of `item` that stand in brackets, by their parts.

    The texts are taken in the order of the file: options may be shown in another.
    """
    texts = (*interaction_texts(item.interaction), *item.evidence, *item.references)
    nodes = {id(text.span): text.span for text in texts if isinstance(text.span, ScalarNode)}
    if len(nodes) < 2:
        return
    ordered = sorted(nodes.values(), key=lambda n: (n.start_line, n.start_column))
    group = ordered[:1]
    for before, after in pairwise(ordered):
        if _is_next(before, after):
            group.append(after)
            continue
        if len(group) > 1:
            yield from _plain_runs(group)
        group = [after]
    if len(group) > 1:
        yield from _plain_runs(group)


def _plain_runs(parts: Sequence[ScalarNode]) -> Iterator[list[ScalarNode]]:
    """Yield the runs of two or more among `parts` that stand in the file as they are read."""
    for is_plain, run in groupby(parts, _is_plain):
        texts = list(run)
        if is_plain and len(texts) > 1:
            yield texts


def _is_plain(node: ScalarNode) -> bool:
    """Return whether `node` stands in its file as it is read: on one line, without quotes."""
    line = node.source.line(node.line)
    return line[node.start_column : node.end_column] == node.value and bool(node.value)


def _is_next(before: ScalarNode, after: ScalarNode) -> bool:
    """Return whether `after` is the part behind `before` of one list in brackets."""
    below = after.start_line - before.end_line
    if below > 1 or before.source is not after.source:
        return False
    behind = before.source.line(before.end_line + 1)[before.end_column :]
    if below:
        behind = behind.strip()
        in_front = after.source.line(after.line)[: after.start_column]
        return behind == "," or (not behind and in_front.strip() == ",")
    return behind[: after.start_column - before.end_column].strip() == ","


def _between(before: ScalarNode, after: ScalarNode) -> str:
    """Return what stands between `before` and `after`, in one line or over its end."""
    first = before.source.line(before.end_line + 1)
    if after.start_line == before.end_line:
        return first[before.end_column : after.start_column]
    second = after.source.line(after.start_line + 1)
    return f"{first[before.end_column :]}\n{second[: after.start_column]}"


def _in_line(parts: Sequence[ScalarNode]) -> list[tuple[ScalarNode, ScalarNode]]:
    """Return each two neighbours among `parts` that stand in one line."""
    return [pair for pair in pairwise(parts) if pair[0].end_line == pair[1].start_line]


def _has_space(before: ScalarNode, after: ScalarNode) -> bool:
    return _between(before, after)[-1:].isspace()


_THOUSANDS = pattern(r"(?:.*\D)?\d{1,3},\d{3}(?!\d).*", re.DOTALL)
_DECIMALS = pattern(r"(?:.*\D)?\d+,\d{1,2}\s*[^\W\d].*|(?:.*\D)?\d+,\d+\s*[%°].*", re.DOTALL)


def _number(parts: Sequence[ScalarNode], item: Item) -> Diagnostic | None:
    """Return the diagnostic for a number in a list of `item` that a comma has cut in two."""
    for before, after in pairwise(parts):
        if not (before.value[-1].isdigit() and after.value[0].isdigit()):
            continue
        if _has_space(before, after):
            continue
        together = f"{before.value},{after.value}"
        spaced = any(_has_space(*pair) for pair in _in_line(parts))
        if (
            spaced
            or _has_comma_number(item)
            or _THOUSANDS.fullmatch(together)
            or _DECIMALS.fullmatch(together)
        ):
            return NUMBER_IN_LIST.at(
                _comma(before, after),
                f"this comma parts two answers, {before.value!r} and {after.value!r}",
                f'if it is one number, put it in quotes: "{together}"; '
                "if they are two, put a space behind the comma",
            )
    return None


def _has_comma_number(item: Item) -> bool:
    """Return whether an answer of `item` is a number with a comma, such as 1,5."""
    texts = interaction_texts(item.interaction)
    return any(re.search(r"\d,\d", text.plain) for text in texts)


_OPENING, _CLOSING = "“„«‚‘", "”“»’"


def _quotation(parts: Sequence[ScalarNode]) -> Diagnostic | None:
    """Return the diagnostic for a part that opens a quotation which a later part closes."""
    for index, before in enumerate(parts[:-1]):
        if before.value[0] not in _OPENING or set(before.value[1:]) & set(_CLOSING):
            continue
        last = next((part for part in parts[index + 1 :] if part.value[-1] in _CLOSING), None)
        if last is not None:
            line = before.source.line(before.line)
            together = line[before.start_column + 1 : last.end_column - 1]
            return COMMA_IN_LIST.at(
                _comma(before, parts[index + 1]),
                f"this comma parts two answers: {before.value[0]} is no quotation mark that keeps "
                "a text together",
                f'write the straight ones of the keyboard: "{together}"',
            )
    return None


def _bracket(parts: Sequence[ScalarNode]) -> Diagnostic | None:
    """Return the diagnostic for a part that opens a round bracket which the next one closes."""
    for before, after in pairwise(parts):
        if "(" not in before.value:
            continue
        opens = before.value.count("(") - before.value.count(")")
        if opens > 0 and after.value.count(")") - after.value.count("(") == opens:
            return COMMA_IN_LIST.at(
                _comma(before, after),
                f"this comma parts two answers, {before.value!r} and {after.value!r}",
                f'put the answer in quotes: "{before.value}, {after.value}"',
            )
    return None


def _uneven(parts: Sequence[ScalarNode]) -> Diagnostic | None:
    """Return the diagnostic for a list in which not all commas have the same spaces around them."""
    pairs = _in_line(parts)
    between = [_between(*pair) for pair in pairs]
    behind = [text[-1:].isspace() for text in between]
    in_front = [text[:1].isspace() for text in between]
    if any(behind) and not all(behind):
        index, where = behind.index(False), "behind this comma is no space, behind others there is"
    elif any(in_front) and not all(in_front):
        index, where = in_front.index(True), "before this comma is a space, before others is none"
    else:
        return None
    before, after = pairs[index]
    together = before.value + _between(before, after).lstrip() + after.value
    return COMMA_IN_LIST.at(
        _comma(before, after),
        f"this list is read as {len(parts)} answers, {before.value!r} and {after.value!r} among "
        f"them: {where}",
        f'if it is one answer, put it in quotes: "{together}"; if they are two, put a space '
        "behind the comma, and none before it",
    )


def _halves(choice: Choice, parts: Sequence[ScalarNode]) -> Iterator[Diagnostic]:
    """Yield the diagnostic for answers with a comma inside that were cut in two."""
    distractors = {id(option.text.span) for option in choice.options if not option.is_key}
    if not all(id(part) in distractors for part in parts):
        return
    keys = [key.text for key in choice.keys]
    count = len(parts)
    if count % 2 or count < 2 or any("," in part.value for part in parts):
        return
    if len({part.value for part in parts}) < count:
        return  # repeated_options names the repetition, and this mend with it
    if all(map(_has_comma, keys)) or (count > 2 and _alternate(parts)):
        yield _halves_at(parts)


def _are_names(entry: TextEntry, parts: Sequence[ScalarNode]) -> bool:
    """Return whether `parts`, answers to be typed, seem to be names such as ``Smith, J.``.

    They do where every second one is of initials, or ends the answer, or all begin the same twice.
    """
    accepted = {id(text.span) for text in entry.accepted}
    if len(parts) % 2 or not all(id(part) in accepted for part in parts):
        return False
    seconds = [part.value for part in parts[1::2]]
    firsts = [part.value for part in parts[::2]]
    ends = entry.answer.plain.rpartition(", ")[2]
    return all(_INITIALS.fullmatch(one) or one == ends for one in seconds) or (
        len(set(firsts)) < len(firsts)
    )


_INITIALS = pattern(r"(?:[^\W\d_]\.[ -]?){1,3}")


def _halves_at(parts: Sequence[ScalarNode]) -> Diagnostic:
    """Return the diagnostic for `parts` that were cut in two, of which two make one answer."""
    first, count = f"{parts[0].value}, {parts[1].value}", len(parts) // 2
    one = f"is it one, {first!r}?" if count == 1 else f"are they {count}, such as {first!r}?"
    return COMMA_IN_LIST.at(
        _comma(parts[0], parts[1]),
        f"this list is read as {len(parts)} answers; {one}",
        f'put each answer that has a comma in quotes: "{first}"; or write each on a line of '
        "its own behind a dash",
    )


def _has_comma(text: Text) -> bool:
    return re.search(r"[^\W\d], [^\W\d]", text.plain) is not None


def _alternate(parts: Sequence[ScalarNode]) -> bool:
    """Return whether every second of `parts` begins with a small letter, the others do not."""
    firsts, seconds = parts[::2], parts[1::2]
    return all(p.value[0].isupper() for p in firsts) and all(p.value[0].islower() for p in seconds)


def _comma(before: ScalarNode, after: ScalarNode) -> Span:
    start, _, end = _between(before, after).partition("\n")
    line, column = before.end_line, before.end_column + start.find(",")
    if "," not in start:
        line, column = after.start_line, end.index(",")
    return Span(before.source, Position(line, column), Position(line, column + 1))


COMMA_IN_LIST = DiagnosticKind(
    name="comma-in-list",
    severity=Severity.WARNING,
    doc="""
    In a list in brackets, each comma parts two answers, also one that belongs to an answer: `[Yes,
    they left, No, nothing]` is four. Put such an answer in quotation marks, or write each answer on
    a line of its own behind a dash. If the commas are meant, put a space behind each.
    """,
)

NUMBER_IN_LIST = StructureCheck(
    name="number-in-list",
    severity=Severity.ERROR,
    doc="""
    In a list in brackets, each comma parts two answers, also one inside a number: `[1,200, 2,500]`
    is read as 1, 200, 2 and 500, and `[12,5 m]` as 12 and 5 m. Put the number in quotation marks:
    `["1,200", "2,500"]`. If they are two numbers, put a space behind the comma.
    """,
    find=find,
    of_items=True,
    further=(COMMA_IN_LIST,),
)
