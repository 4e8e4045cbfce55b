"""Codes are read out of any text around them, and each wrong one has its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.forms import entry
from support.sent_codes import as_recorded

from quizgen.model.answer_code import CodeHead, decode, encode
from quizgen.model.assessment import Question
from quizgen.readers.answer_codes import codes_in, read_codes

[QUESTION] = as_recorded([Question(1, entry("a"))])
HEAD = CodeHead("0123abcd", "", "Ada")
CODE = encode(HEAD, [QUESTION], [("trade and more of it",)])


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=50),
    st.sampled_from([CODE, CODE.lower(), CODE.replace("-", ""), CODE.replace("-", "\n> ")]),
    st.sampled_from(["", "\nGreetings\nAda", ".", ", thanks", " "]),
)
def test_a_code_comes_out_of_any_text(before: str, code: str, after: str) -> None:
    [*_, last] = codes_in(f"{before}\n{code}{after}", "codes.txt")
    assert decode(last.code) == decode(CODE)


def test_each_wrong_code_has_its_line() -> None:
    text = f"Hello\n{CODE[:-1]}\n\nQZ2-ABCDE\n{CODE}\n{CODE[:9]}7{CODE[10:]}\n"
    lines = [(one.line, one.why.rpartition(":")[2]) for one in codes_in(text, "codes.txt")]
    assert lines == [
        (2, " its checksum differs"),
        (4, "the code is of another version of quizgen"),
        (5, ""),
        (6, " its checksum differs"),
    ]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_mail_is_decoded(tmp_path: Path, encoding: str) -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"] = "My code"
    mail.set_content(f"Dear teacher, {CODE} Ada \u00fc" + "x" * 90, cte=encoding)
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    [code] = read_codes(tmp_path / "a.eml")
    assert decode(code.code).head == HEAD


def test_a_file_without_a_code_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("nothing")
    assert [one.why for one in read_codes(tmp_path / "a.txt")] == [
        "there is no answer code in the file"
    ]
