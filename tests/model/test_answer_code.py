"""An answer code comes back as it was, and says what is wrong with it otherwise."""

from __future__ import annotations

import zlib
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.forms import choice, cloze, entry, item, matching, numeric, order
from support.sent_codes import as_recorded

from quizgen.model.answer_code import LETTERS, AnswerCode, CodeError, CodeHead, decode, encode
from quizgen.model.assessment import Question
from quizgen.model.item import ExtendedText, Reveal
from quizgen.model.text import Text

ITEMS = [
    choice("a"),
    choice("b", wrong=9, keys=2),
    entry("c"),
    cloze("d", 2),
    numeric("e", 4),
    matching("f", 3),
    order("g", 3),
    item("h", ExtendedText(Text(("so",)))),
    item("i", Reveal(Text(("back",)))),
]
QUESTIONS = as_recorded(Question(number, one) for number, one in enumerate(ITEMS, 1))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(
    lambda text: normalize("NFC", text).strip()
)
ANSWERS = st.tuples(
    st.tuples(*[st.booleans()] * 4),
    st.tuples(*[st.booleans()] * 11),
    st.tuples(TEXT),
    st.tuples(TEXT, TEXT),
    st.tuples(TEXT),
    st.tuples(*[st.integers(0, 4)] * 3),
    st.tuples(*[st.integers(0, 3)] * 3),
    st.just(()),
    st.tuples(TEXT),
)
HEAD = CodeHead("0123abcd", "B", "Ada")
CODE = encode(
    HEAD,
    QUESTIONS[:4],
    [(False, True, False, False), (True,) * 11, ("trade",), ("Seoul", "")],
)


@given(ANSWERS, st.sampled_from(["", "A", "Z"]), TEXT)
def test_a_code_comes_back(answers: tuple[tuple[object, ...], ...], form: str, name: str) -> None:
    head = CodeHead("00ff10a7", form, name)
    code = decode(encode(head, QUESTIONS, answers))  # type: ignore[arg-type]
    assert code.head == head
    assert code.answers(QUESTIONS) == list(answers)


def test_spaces_small_letters_and_letters_that_look_alike_do_not_matter() -> None:
    typed = CODE.lower().replace("-", " \n").replace("0", "o").replace("1", "l")
    assert decode(typed.replace("qzl", "qz1")) == decode(CODE)


@pytest.mark.parametrize("at", range(4, len(CODE), 7))
def test_a_letter_that_is_copied_wrongly_is_seen(at: int) -> None:
    wrong = "7" if CODE[at] != "7" else "8"
    with pytest.raises(CodeError, match="checksum"):
        decode(CODE[:at] + wrong + CODE[at + 1 :])


@pytest.mark.parametrize(
    ("code", "why"),
    [
        *(("", "begin with QZ1"), ("hello", "begin with QZ1"), ("QZ2-00000", "another version")),
        *(("QZ1-", "checksum"), ("QZ1-U0000", "sign 'U'"), (CODE[:-3], "checksum")),
    ],
)
def test_what_is_no_code_says_why(code: str, why: str) -> None:
    with pytest.raises(CodeError, match=why):
        decode(code)


@pytest.mark.parametrize(("count", "why"), [(3, "more answers"), (5, "fewer answers")])
def test_answers_are_those_of_one_page(count: int, why: str) -> None:
    with pytest.raises(CodeError, match=why):
        decode(CODE).answers(QUESTIONS[:count])


@given(st.binary(max_size=60))
def test_no_content_ends_in_anything_but_a_fault(body: bytes) -> None:
    try:
        AnswerCode(HEAD, body).answers(QUESTIONS)
    except CodeError:
        return


@pytest.mark.parametrize("content", [b"", b"\x01\x23\xab\xcd", b"\x01\x23\xab\xcd\x00"])
def test_a_code_without_a_head_is_none(content: bytes) -> None:
    content += zlib.crc32(b"QZ1" + content).to_bytes(4, "big")
    bits = "".join(f"{byte:08b}" for byte in content)
    bits += "0" * (-len(bits) % 5)
    code = "".join(LETTERS[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))
    with pytest.raises(CodeError):
        decode(f"QZ1-{code}")
