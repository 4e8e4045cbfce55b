r"""Author text in Moodle XML: HTML, with the pictures and sounds that it shows as files.

Moodle's filters look for ``\(``, ``\[`` and ``$$`` in HTML, and for the address of its files. Where
these are an author's characters, an element around the first of them keeps the filters away:
MathJax finds no formula across the border of an element.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import quote
from xml.etree.ElementTree import Element

from quizgen.model.bank import Media
from quizgen.model.text import Text
from quizgen.model.text.html import HtmlText, escape_characters
from quizgen.writers.exporting.files.xml_file import add
from quizgen.writers.shared.language import in_language

_FILES = "@@PLUGINFILE@@/"
"""Moodle puts the address of a question's files in its place."""
_FOR_FILTERS = re.compile(r"\\(?=[(\[])|\$(?=\$)|@(?=@PLUGINFILE@@)")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f&<>\"'`|:\\/]")
"""What Moodle takes out of the names of files (``PARAM_FILE`` in ``lib/moodlelib.php``)."""


def escape(text: str) -> str:
    """Return `text` as HTML that no filter of Moodle's acts on."""
    parts: list[str] = []
    end = 0
    for sign in _FOR_FILTERS.finditer(text):
        parts += escape_characters(text[end : sign.start()]), f"<span>{sign[0]}</span>"
        end = sign.end()
    return "".join([*parts, escape_characters(text[end:])])


def file_names(media: Mapping[str, Media]) -> dict[str, str]:
    """Return the name in Moodle of each of `media`, by its name in texts; all are distinct.

    A name stays as it is if Moodle takes it.
    """
    names: dict[str, str] = {}
    for name in sorted(media):
        taken = set(names.values())
        safe = name
        if _UNSAFE.search(name) or name in taken:
            digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
            safe = f"{digest}-{_UNSAFE.sub('-', name)}"
        names[name] = safe
    return names


class Texts:
    """Texts of a bank in `language`, with its `media`."""

    def __init__(self, language: str, media: Mapping[str, Media]) -> None:
        self.language = language
        self._media = media
        self._names = file_names(media)
        addresses = {name: _FILES + quote(safe) for name, safe in self._names.items()}
        self.html = HtmlText(escape, pictures=addresses, play=_play)

    def add(
        self, parent: Element, tag: str, markup: str, *, tells_language: bool = True, **more: str
    ) -> Element:
        """Add to `parent` an element with the HTML `markup` and the files that it shows."""
        node = add(parent, tag, format="html", **more)
        content = in_language(markup, self.language) if markup and tells_language else markup
        add(node, "text", content)
        for name, safe in self._names.items():
            if f'"{_FILES}{quote(safe)}"' in markup:
                encoded = b64encode(self._media[name].content).decode("ascii")
                add(node, "file", encoded, name=safe, path="/", encoding="base64")
        return node

    def add_text(self, parent: Element, tag: str, text: Text | None, **more: str) -> Element:
        """Add to `parent` an element with `text`, which may be missing."""
        return self.add(parent, tag, self.html.text(text), tells_language=False, **more)


def _play(address: str) -> str:
    return f'<audio controls="true"><source src="{address}"></audio>'


def plain(text: Text) -> str:
    """Return `text` as the characters of an answer that is typed or chosen from a list."""
    return " ".join(text.plain.split())


def typed(text: Text) -> str:
    """Return `text` as a short answer, in which Moodle takes an asterisk for any characters."""
    return plain(text).replace("*", r"\*")
