"""Answer codes in a text, a table or a mail, with anything around them."""

from __future__ import annotations

import email
import email.policy
import re
import zlib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

from quizgen.model.answer_code import LETTERS, PREFIX
from quizgen.project.file_names import readable_name
from quizgen.project.regular_files import read_regular

SUFFIXES = frozenset({".txt", ".csv", ".tsv", ".md", ".eml"})
"""Endings of the names of files that codes are looked for in."""
MAX_SIZE = 10_000_000
"""Bytes of a file: some ten thousand codes with the mails around them."""
MAX_LETTERS = 200_000
"""Letters of a code: a hundred times those of a long quiz of typed answers."""
_BEGINNING = re.compile(
    r"(?<![0-9A-Za-z])QZ([0-9IL])(?=[\s\-\u2010\u2011\u2013\u2014]|[0-9A-Z]{8})", re.IGNORECASE
)
_BETWEEN = frozenset(" \t\r\n\f\v\u00a0\u2009\u202f>-\u2010\u2011\u2013\u2014\u200b\u00ad\ufeff")
_VALUES = {letter: value for value, letter in enumerate(LETTERS)} | {"O": 0, "I": 1, "L": 1}
_MIN_BYTES = 10


class SentCode(NamedTuple):
    """A code in the file `source` on `line`. `why` says what is wrong with it, empty if nothing."""

    source: str
    line: int
    code: str
    why: str = ""


def read_codes(path: Path) -> list[SentCode]:
    """Return the codes in the file at `path`, in their order; a file without one has a fault.

    Raises:
        OSError: The file cannot be read, or has more than `MAX_SIZE` bytes.
    """
    content = read_regular(path, MAX_SIZE, anywhere=True)
    text = _mail_text(content) if path.suffix.lower() == ".eml" else _decoded(content)
    name = readable_name(path.name)
    codes = list(codes_in(text, name))
    return codes or [SentCode(name, 1, "", "there is no answer code in the file")]


def codes_in(text: str, source: str) -> Iterator[SentCode]:
    """Yield the codes in `text`. Where a code ends, its checksum says."""
    starts = list(_BEGINNING.finditer(text))
    line, counted = 1, 0
    for index, start in enumerate(starts):
        line += text.count("\n", counted, start.start())
        counted = start.start()
        if start[1] not in "1IiLl":
            yield SentCode(source, line, "", "the code is of another version of quizgen")
            continue
        end = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        letters = _code_letters(text, start.end(), end)
        if letters is None:
            why = "a letter of the code is wrong or missing: its checksum differs"
            yield SentCode(source, line, "", why)
        else:
            yield SentCode(source, line, f"{PREFIX}-{letters}")


def _code_letters(text: str, start: int, end: int) -> str | None:
    """Return the letters from `start` up to where the checksum fits; None where it never does."""
    letters: list[str] = []
    content = bytearray()
    bits = count = 0
    checked, sum_ = 0, zlib.crc32(PREFIX.encode())
    for sign in text[start:end]:
        if sign in _BETWEEN:
            continue
        value = _VALUES.get(sign.upper())
        if value is None or len(letters) > MAX_LETTERS:
            return None
        letters.append(LETTERS[value])
        bits, count = (bits << 5 | value) & 0xFFF, count + 5
        if count < 8:
            continue
        count -= 8
        content.append(bits >> count & 255)
        if len(content) < _MIN_BYTES:
            continue
        sum_ = zlib.crc32(content[checked:-4], sum_)
        checked = len(content) - 4
        if sum_ == int.from_bytes(content[-4:], "big"):
            return "".join(letters)
    return None


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8", "replace")


def _mail_text(content: bytes) -> str:
    """Return the texts of a mail, of each the plain one where there is one."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    plain = [part for part in parts if part.get_content_subtype() == "plain"]
    texts = []
    for part in plain or parts:
        payload = part.get_payload(decode=True)
        text = _decoded(payload if isinstance(payload, bytes) else b"")
        texts.append(text if plain else re.sub(r"<[^<>]*>", " ", text))
    return "\n,\n".join(texts)
