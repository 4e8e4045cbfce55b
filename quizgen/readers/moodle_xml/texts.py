"""Texts of Moodle XML as HTML, and the files that they show."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from urllib.parse import quote, unquote

from quizgen.readers.foreign import ForeignLoss
from quizgen.readers.foreign.choices import Losses
from quizgen.readers.foreign.files import GatheredFiles
from quizgen.readers.foreign.texts import in_format
from quizgen.readers.foreign.xml import XmlElement

MAX_FILES = 1000
_ADDRESS = re.compile(r"@@PLUGINFILE@@/([^\"'<>\s]{1,500})")
_AUDIO = re.compile(
    r"<audio\b[^<>]{0,500}>\s{0,50}<source\b[^<>]{0,500}?(src=\"[^\"<>]{0,500}\")[^<>]{0,500}>"
    r".{0,500}?</audio>",
    re.IGNORECASE,
)
"""A sound as Moodle writes it. The lengths are bounded, so that no text takes long."""


class MoodleTexts:
    """The texts of one question; their files are added to `files`."""

    def __init__(self, files: GatheredFiles) -> None:
        self.losses: Losses = []
        self._files = files

    def of(self, node: XmlElement | None) -> str:
        """Return the HTML of `node`, an element with ``text`` in it; empty for None."""
        if node is None:
            return ""
        name = node.attributes.get("format", "moodle_auto_format")
        markup = in_format(node.value("text"), name)
        addresses: dict[str, str] = {}
        files = node.all("file")
        if len(files) > MAX_FILES:
            self.losses.append((ForeignLoss.CUT, f"files of a text behind the first {MAX_FILES}"))
        for file in files[:MAX_FILES]:
            path = file.attributes.get("path", "/").strip("/")
            name = "/".join(filter(None, (path, file.attributes.get("name", ""))))
            addresses[name] = self._files.add(name, _decoded(file.text))
        markup = _ADDRESS.sub(lambda match: _address(match[1], addresses), markup)
        markup = _AUDIO.sub(r"<audio \1></audio>", markup)
        for name, address in addresses.items():
            if quote(address) not in markup:
                self.losses.append((ForeignLoss.FILE, name))
        return markup

    def of_question(self, node: XmlElement) -> str:
        """Return the HTML of the stem of `node`, a question, with the picture of old files."""
        stem = self.of(node.first("questiontext"))
        name, content = node.value("image"), node.value("image_base64")
        if not name:
            return stem
        if not content:
            self.losses.append((ForeignLoss.PICTURE_LINK, name))
            return stem
        address = self._files.add(name.rpartition("/")[2], _decoded(content))
        return f'{stem}<br><img src="{quote(address)}" alt="">'


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text)
    except (binascii.Error, ValueError):
        return b""


def _address(written: str, addresses: dict[str, str]) -> str:
    name = unquote(written.partition("?")[0])
    return quote(addresses.get(name, name))
