"""A PDF file that quizgen wrote is known, and one that was touched since is not."""

from __future__ import annotations

import pytest
from support.forms import choice, printed
from support.pdf_samples import files

from quizgen.project.pdf_integrity import is_unmodified


def test_every_file_that_is_printed_is_known() -> None:
    for content in files(printed([choice("q")], 2)).values():
        assert is_unmodified(content)


def test_a_file_with_one_byte_changed_is_not() -> None:
    content = files(printed([choice("q")]))["sheet.pdf"]
    table = content.rindex(b"/Type/XRef")
    for place in range(0, table, 97):
        changed = bytearray(content)
        changed[place] ^= 1
        assert not is_unmodified(bytes(changed))


@pytest.mark.parametrize("added", [b"\n", b"% note", b"1 0 obj\nstartxref\n9\n%%EOF\n"])
def test_a_file_with_something_added_is_not(added: bytes) -> None:
    assert not is_unmodified(files(printed([choice("q")]))["sheet.pdf"] + added)


@pytest.mark.parametrize(
    "content", [b"", b"startxref\n0\n%%EOF\n", b"startxref\n9999999999\n%%EOF\n"]
)
def test_other_files_are_not(content: bytes) -> None:
    assert not is_unmodified(content)
