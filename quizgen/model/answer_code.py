"""The answer code of a practice page without a key: what a pupil answered, in letters to send.

A page's script writes the same (``writers/practice/assets/code.js``). docs/formats.md has the form.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias, assert_never

from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion
from quizgen.model.dataclass import dataclass

PREFIX = "QZ1"
"""What a code begins with; the digit is the version of its form."""
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no letter looks like another, or like a digit."""
GROUP = 5
"""Letters between two hyphens, few enough to copy by hand."""

Answer: TypeAlias = tuple[bool, ...] | tuple[int, ...] | tuple[str, ...]
"""Per option shown whether it was chosen; per premise or part shown a number, 0 for none, else the
place from 1; per field what was typed. Empty for what no code holds."""


class CodeError(Exception):
    """A code that cannot be read; the message is a clause that says why."""


class CodeHead(NamedTuple):
    """What a code says before its answers: the page, its form ("" for none), the pupil's name."""

    digest: str
    form: str
    name: str


@dataclass(frozen=True, slots=True)
class AnswerCode:
    """A code whose letters are right; its answers can be read once the page is known."""

    head: CodeHead
    body: bytes

    def answers(self, questions: Sequence[GradedQuestion]) -> list[Answer]:
        """Return the answer to each of `questions`, those of the page's record in its order.

        Raises:
            CodeError: The code has fewer answers, or more.
        """
        bytes_left = _Bytes(self.body)
        answers = [_read(question, bytes_left) for question in questions]
        if bytes_left.rest:
            raise CodeError("it has more answers than the page has questions")
        return answers


def encode(head: CodeHead, questions: Sequence[GradedQuestion], answers: Sequence[Answer]) -> str:
    """Return the code for `answers`, one to each of `questions`."""
    form = ord(head.form) - ord("A") + 1 if head.form else 0
    content = bytes.fromhex(head.digest) + bytes([form]) + _text(head.name)
    for question, answer in zip(questions, answers, strict=True):
        content += b"".join(_written(question, answer))
    content += zlib.crc32(PREFIX.encode() + content).to_bytes(4, "big")
    bits = "".join(f"{byte:08b}" for byte in content)
    bits += "0" * (-len(bits) % 5)
    letters = "".join(LETTERS[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))
    return "-".join([PREFIX, *(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))])


def decode(code: str) -> AnswerCode:
    """Return what `code`, as a pupil has sent it, holds.

    Raises:
        CodeError: It is no code, of another version, or not as it was given out.
    """
    letters = re.sub(r"[\s\-‐‑–—]", "", code).upper()
    if not letters.startswith("QZ"):
        raise CodeError(f"it does not begin with {PREFIX}")
    if not letters.startswith(PREFIX):
        raise CodeError("it is of another version of quizgen")
    letters = letters[len(PREFIX) :].translate(str.maketrans("OIL", "011"))
    strange = sorted(set(letters) - set(LETTERS))
    if strange:
        raise CodeError(f"no code has the sign {strange[0]!r}")
    bits = "".join(f"{LETTERS.index(letter):05b}" for letter in letters)
    content = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))
    checked, sum_ = content[:-4], content[-4:]
    if len(content) < 10 or zlib.crc32(PREFIX.encode() + checked).to_bytes(4, "big") != sum_:
        raise CodeError("a letter is wrong or missing: its checksum differs")
    form = chr(ord("A") + checked[4] - 1) if checked[4] else ""
    after = _Bytes(checked[5:])
    return AnswerCode(CodeHead(checked[:4].hex(), form, after.text()), after.rest)


class _Bytes:
    """Bytes that are read from the front."""

    def __init__(self, rest: bytes) -> None:
        self.rest = rest

    def take(self, count: int) -> bytes:
        if count > len(self.rest):
            raise CodeError("it has fewer answers than the page has questions")
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def text(self) -> str:
        length = shift = 0
        while True:
            byte = self.take(1)[0]
            length |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
            if shift > 28:
                raise CodeError("a text in it has no end")
        try:
            return self.take(length).decode()
        except UnicodeDecodeError:
            raise CodeError("a text in it is damaged") from None


def _text(text: str) -> bytes:
    content = unicodedata.normalize("NFC", text).strip().encode()
    head, length = bytearray(), len(content)
    while True:
        head.append(length & 127 | (128 if length > 127 else 0))
        length >>= 7
        if not length:
            return bytes(head) + content


def _read(question: GradedQuestion, source: _Bytes) -> Answer:
    match question.kind:
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            count = len(question.options)
            bits = int.from_bytes(source.take((count + 7) // 8), "little")
            return tuple(bool(bits >> at & 1) for at in range(count))
        case AnswerKind.MATCH | AnswerKind.ORDER:
            return tuple(source.take(len(question.parts)))
        case AnswerKind.TYPED:
            return tuple(source.text() for _ in range(len(question.accepted) or 1))
        case AnswerKind.TEACHER | AnswerKind.NUMBER:  # an essay; digits are on answer sheets alone
            return ()
        case other:
            assert_never(other)


def _written(question: GradedQuestion, answer: Answer) -> Iterator[bytes]:
    match question.kind:
        case AnswerKind.ONE | AnswerKind.SEVERAL:
            bits = sum(1 << at for at, is_chosen in enumerate(answer) if is_chosen)
            yield bits.to_bytes((len(question.options) + 7) // 8, "little")
        case AnswerKind.MATCH | AnswerKind.ORDER:
            yield bytes(int(place) for place in answer)
        case AnswerKind.TYPED:
            yield from (_text(str(text)) for text in answer)
        case AnswerKind.TEACHER | AnswerKind.NUMBER:
            pass
        case other:
            assert_never(other)
