"""What the fields of buttons say is chosen, beside what their widgets show.

pdfium tells what the widgets of a group show (/AS) and has no call for what the field itself has as
its value (/V): a program may write one without the other. So pdfium writes the file anew, plainly,
and the dictionaries of fields are looked at in that.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from quizgen.model.form_names import OFF

_TOKEN = re.compile(
    rb"[\s\0]+|(?P<open><<|\[)|(?P<close>>>|\])|(?P<text>\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>)"
    rb"|(?P<name>/[^\s\0()<>\[\]{}/%]*)|(?P<other>[^\s\0()<>\[\]{}/%]+)",
    re.DOTALL,
)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MAX_DEPTH = 16
"""Fields above a field: forms of worksheets have two."""

_Dictionary = Mapping[bytes, list[bytes]]
"""The tokens of the values in a dictionary, by their keys, without what they hold inside."""


def stated_buttons(document: Any) -> dict[str, set[str]]:
    """Return the values that fields of `document` say they have, by their full names.

    Those that say that nothing is chosen are left out.

    Raises:
        PdfiumError: The document cannot be written anew.
    """
    from pypdfium2 import raw

    buffer = io.BytesIO()
    document.save(buffer, flags=raw.FPDF_REMOVE_SECURITY)
    fields = {}
    for number, dictionary in _dictionaries(buffer.getvalue()):
        if b"/T" in dictionary or b"/V" in dictionary:
            fields[number] = dictionary
    values: dict[str, set[str]] = {}
    for field in fields.values():
        stated = _text(field.get(b"/V", []))
        if stated and stated != OFF:
            values.setdefault(_full_name(field, fields), set()).add(stated)
    return values


def _full_name(field: _Dictionary, fields: Mapping[bytes, _Dictionary]) -> str:
    names: list[str] = []
    one: _Dictionary | None = field
    while one is not None and len(names) < _MAX_DEPTH:
        names.insert(0, _text(one.get(b"/T", [])))
        one = fields.get(next(iter(one.get(b"/Parent", [])), b""))
    return ".".join(filter(None, names))


def _dictionaries(content: bytes) -> Iterator[tuple[bytes, _Dictionary]]:
    """Yield the objects of the file `content` that are dictionaries, by their numbers."""
    start = content.rfind(b"startxref")
    place = re.compile(rb"startxref\s+(\d+)").match(content, max(start, 0))
    table = content[int(place[1]) : start] if place else b""
    for entry in re.finditer(rb"(\d{10}) \d{5} n", table):
        head = re.compile(rb"\s*(\d+) \d+ obj\s*(?=<<)").match(content, int(entry[1]))
        if head:
            yield head[1], _dictionary(content, head.end())


def _dictionary(content: bytes, start: int) -> _Dictionary:
    """Return the dictionary that begins at `start` of `content`."""
    entries: dict[bytes, list[bytes]] = {}
    value: list[bytes] = []
    depth = 0
    while match := _TOKEN.match(content, start):
        start = match.end()
        if match["open"]:
            depth += 1
            if depth == 2:
                value.append(b"")
        elif match["close"]:
            depth -= 1
            if depth == 0:
                break
        elif depth != 1 or not match[0].strip(b"\0 \t\r\n\f"):
            continue
        elif match["name"] and (not entries or value):
            value = entries.setdefault(match[0], [])
        else:
            value.append(match[0])
    return entries


def _text(tokens: list[bytes]) -> str:
    """Return the name or the text that `tokens` are; nothing for anything else."""
    token = tokens[0] if tokens else b""
    if token.startswith(b"/"):
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), token[1:])
        return raw.decode("utf-8", "replace")
    if token.startswith(b"("):
        raw = re.sub(
            rb"\\(.)", lambda sign: _ESCAPES.get(sign[1], sign[1]), token[1:-1], flags=re.S
        )
    elif token.startswith(b"<"):
        digits = re.sub(rb"\s", b"", token[1:-1])
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        return ""
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("latin-1")
