"""From values to YAML as a teacher would write it; `parse_yaml` reads the same values back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from quizgen.model.entry import Value as Value
from quizgen.model.pattern import pattern

MAX_KEY_LENGTH = 1000
"""YAML ends the search for the colon behind a key at 1,024 characters (section 7.4.2)."""

WIDTH = 80
"""Characters in a line up to which a short list stands in brackets."""

_PLAIN = pattern(
    r"""(?![-+]?[1-9][0-9]{0,2}\.[0-9]{3}$)   # what some languages read as thousands
        (?![-?:](?:\s|$)|<<$|[\s,\[\]{}#&*!|>'"%@`=]|---|\.\.\.)   # what begins something else
        (?:(?!:(?:\s|$)|\s\#|[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]).)*
        (?<!\s)""",
    re.VERBOSE | re.DOTALL,
)
"""The texts that need no quotes, as a value or as a key: not 1.200, which an answer may not be."""

_BRACKETS = pattern(r"[,\[\]{}:?]")
"""Characters that would end or change a part of a list in brackets."""

_ESCAPED = pattern(
    r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]'
)
"""Characters that double quotes hold only as a code behind a backslash."""

_UNSEEN = pattern(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|[ ]$"
    r"|^[ ]*(?:-[ ]+)?(?:(?:-|[\w-]+:)[ ]*)?[^\S\n ]",
    re.MULTILINE,
)
"""Characters that nobody sees, and with them odd spaces at the start of a line, or behind a dash or
a key: they would be read as common spaces."""
_NAMED = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def emit(value: Mapping[str, Value]) -> str:
    """Return the text of a YAML file that holds `value`.

    Raises:
        TypeError: `value` has a list, or an empty mapping, directly inside a list.
    """
    return "".join(f"{line}\n" if line else "\n" for line in _mapping(value, ""))


def _mapping(value: Mapping[str, Value], indent: str) -> Iterator[str]:
    """Yield the lines of the mapping `value`, each behind `indent`."""
    for key, inner in value.items():
        name = quoted_if_needed(key)
        if len(name) > MAX_KEY_LENGTH:
            yield f"{indent}? {name}"
            name = ""
        yield from _entry(f"{indent}{name}:", inner, indent)


def _entry(start: str, value: Value, indent: str) -> Iterator[str]:
    """Yield the lines of `value` behind `start`, its key with the colon, indented by `indent`."""
    if isinstance(value, str):
        yield from _text(f"{start} ", value, indent)
    elif isinstance(value, Mapping):
        yield start
        yield from _mapping(value, f"{indent}  ")
    else:
        short = in_brackets(value)
        if short is not None and len(start) + len(short) < WIDTH:
            yield f"{start} {short}"
        else:
            yield start
            yield from _sequence(value, indent)


def _sequence(value: Sequence[Value], indent: str) -> Iterator[str]:
    """Yield the lines of the list `value`, with its dashes behind `indent`."""
    for inner in value:
        if isinstance(inner, str):
            yield from _text(f"{indent}- ", inner, indent)
        elif isinstance(inner, Mapping) and inner:
            first, *rest = _mapping(inner, f"{indent}  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
        else:
            raise TypeError("a list directly inside a list has no use here")


def in_brackets(value: Sequence[Value]) -> str | None:
    """Return `value` as a list in brackets, such as ``[red, green]``.

    Return None unless all parts are texts that need no quotes as a value of their own. A part with
    a comma or a bracket gets quotes.
    """
    plain = [part for part in value if isinstance(part, str) and _is_plain(part)]
    if len(plain) < len(value):
        return None
    return f"[{', '.join([_in_quotes(p) if _BRACKETS.search(p) else p for p in plain])}]"


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    """Yield the lines of `text` behind `start`: as it is, in quotes, or as a block of lines.

    A block stands two spaces further right than `indent`.
    """
    if "\n" not in text or not _fits_lines(text):
        yield start + quoted_if_needed(text)
        return
    yield f"{start}|-"
    for line in text.split("\n"):
        yield f"{indent}  {line}" if line else ""


def _fits_lines(text: str) -> bool:
    """Return whether a block of lines holds `text` exactly.

    The text must not begin with a blank, end in a line feed, or hold anything of `_UNSEEN`.
    """
    return not (text[0].isspace() or text.endswith("\n") or _UNSEEN.search(text))


def _is_plain(text: str) -> bool:
    return bool(text) and "{{" not in text and _PLAIN.fullmatch(text) is not None


def quoted_if_needed(text: str) -> str:
    """Return `text` for one line of YAML: as it is if it needs no quotes, otherwise in quotes.

    Single quotes are used where they save a backslash.
    """
    if _is_plain(text):
        return text
    if ('"' in text or "\\" in text) and _ESCAPED.sub("", text) == re.sub(r'["\\]', "", text):
        return "'" + text.replace("'", "''") + "'"
    return _in_quotes(text)


def _in_quotes(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda match: _escape(match[0]), text) + '"'


def _escape(character: str) -> str:
    """Return the code of `character` in double quotes (YAML 1.1, section 5.6)."""
    code = ord(character)
    return _NAMED.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
