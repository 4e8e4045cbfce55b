"""The review page: one HTML file with what a person has to look at, and keys to decide it."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Callable, Sequence
from importlib.resources import files
from types import MappingProxyType

from quizgen.commands.grade.attempts import Decisions
from quizgen.commands.grade.form_marking import HALF
from quizgen.commands.grade.kept import decisions_text
from quizgen.commands.grade.review_entries import Entry

ReadCrop = Callable[[str], bytes | None]
"""Returns the picture of a name, None where there is none."""


def review_page(
    all_entries: Sequence[Entry], read_crop: ReadCrop, decisions: Decisions = MappingProxyType({})
) -> bytes:
    """Return the review page for `all_entries`. Nothing in it is loaded from elsewhere.

    What it saves has the `decisions` so far too: the file takes the place of the one before.
    """
    folder = files(__package__)
    script = folder.joinpath("review.js").read_text(encoding="utf-8")
    style = folder.joinpath("review.css").read_text(encoding="utf-8")
    template = folder.joinpath("review.html").read_text(encoding="utf-8")
    body = "\n".join(_entry_html(n, one, read_crop) for n, one in enumerate(all_entries, 1))
    identity = hashlib.sha256(
        "\n".join(f"{one.page} {one.row}" for one in all_entries).encode()
    ).hexdigest()[:16]
    values = {
        "STYLE_HASH": _csp_hash(style),
        "SCRIPT_HASH": _csp_hash(script),
        "STYLE": style,
        "SCRIPT": script,
        "COUNT": str(len(all_entries)),
        "IDENTITY": identity,
        "KNOWN": html.escape(decisions_text(decisions).decode()),
        "ENTRIES": body,
    }
    parts = template.split("%%")
    return "".join(values[p] if i % 2 else p for i, p in enumerate(parts)).encode()


def _csp_hash(text: str) -> str:
    """Return the source expression of an inline script or style (Content Security Policy 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _entry_html(number: int, entry: Entry, read_crop: ReadCrop) -> str:
    page, title = html.escape(entry.page), html.escape(entry.title)
    content = read_crop(entry.crop) if entry.crop else None
    picture = ""
    if content:
        data = base64.b64encode(content).decode()
        what = "The page" if entry.is_page else "The row on the paper"
        picture = f'<img alt="{what}" src="data:image/png;base64,{data}">'
    if entry.is_page:
        inputs = "".join(
            _input(number, str(place), "radio", value, name)
            for place, (value, name) in enumerate(entry.options, 1)
        )
        row = "drop"
    elif entry.row is None:
        value = html.escape("".join(entry.read))
        inputs = (
            f'<label>Number in the class list <input type="text" data-read="{value}" '
            f'autocomplete="off"></label>'
        )
        row = "pupil"
    else:
        row = str(entry.row)
        kind = "checkbox" if entry.is_several else "radio"
        marks = [
            _input(number, _shortcut(entry, place, value), kind, value, name)
            for place, (value, name) in enumerate(entry.options, 1)
        ]
        nothing = "nothing marked: no points yet" if entry.points else "nothing marked"
        if not entry.details:
            marks.append(_input(number, "x" if entry.is_digits else "0", kind, "", nothing))
        if entry.has_half:
            marks.append(_input(number, "h", "checkbox", HALF, "and a half"))
        inputs = "".join(marks)
    names = dict(entry.options)
    read = ", ".join(names.get(value, value) for value in entry.read) or "nothing"
    read = "" if entry.is_page or entry.details else f" Read: {html.escape(read)}"
    data_read = html.escape(" ".join(entry.read))
    return (
        f'<fieldset class="entry" data-page="{page}" data-row="{row}" data-read="{data_read}" '
        f'data-points="{html.escape(entry.points)}">'
        f"<legend>{number}. {title}</legend>{picture}"
        f"<p>{html.escape(entry.why)}.{read}</p>{_details_html(entry)}"
        f'<div class="options">{inputs}</div></fieldset>'
    )


def _details_html(entry: Entry) -> str:
    parts = (f"<dt>{html.escape(a)}</dt><dd>{html.escape(b)}</dd>" for a, b in entry.details)
    return f"<dl>{''.join(parts)}</dl>" if entry.details else ""


def _shortcut(entry: Entry, place: int, value: str) -> str:
    """Return the key that chooses the option at `place`, from 1; nothing where there is none."""
    key = value if entry.is_digits else str(place)
    return key if len(key) == 1 else ""


def _input(entry: int, key: str, kind: str, value: str, name: str) -> str:
    shortcut = f"<kbd>{html.escape(key)}</kbd> " if key else ""
    return (
        f'<label><input type="{kind}" name="e{entry}" value="{html.escape(value)}" '
        f'data-key="{html.escape(key)}"> {shortcut}{html.escape(name)}</label>'
    )
