"""What is kept of the fonts in a file saves cutting them out, and changes no byte of the file."""

from __future__ import annotations

import itertools
import marshal

import pytest
from support.faulty_bank import Dict

from quizgen.writers.pdf.file import font_parts
from quizgen.writers.pdf.file.font_parts import FontPart, FontParts
from quizgen.writers.pdf.file.font_resources import FontResources
from quizgen.writers.pdf.file.object_writer import ObjectWriter
from quizgen.writers.pdf.fonts.faces import MONO, SANS, SERIF, face
from quizgen.writers.pdf.fonts.truetype import TrueType

MANY = "".join(map(chr, sorted(face(SERIF).widths)[40:440]))
"""More characters than one font of a file has."""


@pytest.fixture
def cut_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the fonts that are cut out."""
    names: list[str] = []
    cut = font_parts._cut_out

    def spy(font: TrueType, number: int, codes: list[int]) -> FontPart:
        names.append(font.name)
        return cut(font, number, codes)

    monkeypatch.setattr(font_parts, "_cut_out", spy)
    return names


def file(*texts: str, store: Dict | None = None, name: str = "a") -> bytes:
    """A file that has the first of `texts` in one font, and the second in another."""
    writer = ObjectWriter()
    fonts = FontResources(writer, FontParts(store, name))
    for text, family in zip(texts, (SERIF, SANS), strict=False):
        fonts.encode(text, face(family))
    fonts.write()
    return writer.finish("", "")


@pytest.mark.parametrize("texts", [("One", "Two"), (MANY, "Two"), (" ",), ()])
def test_a_file_with_the_same_characters_has_no_font_cut_out_again(
    texts: tuple[str, ...], cut_out: list[str]
) -> None:
    store, expected = Dict(), file(*texts)
    assert file(*texts, store=store) == expected
    cut_out.clear()
    assert file(*texts, store=store) == expected
    assert not cut_out


def test_other_characters_or_another_order_are_cut_out_anew(cut_out: list[str]) -> None:
    store = Dict()
    file("One", "Two", store=store)
    for first in ("Ones", "eno", MANY, MANY[1:], "One"):
        expected = file(first, "Two")
        cut_out.clear()
        assert file(first, "Two", store=store) == expected
        assert set(cut_out) == {"SourceSerifPro-Regular"}


def test_the_record_has_the_parts_of_the_last_file_alone() -> None:
    store, again = Dict(), Dict()
    for text in ("One", MANY, "Other", "Two"):
        file(text, text, store=store)
    file("Two", "Two", store=again)
    assert marshal.loads(store["a"]).keys() == marshal.loads(again["a"]).keys()


def test_a_part_is_not_taken_for_that_of_another_font_or_place() -> None:
    faces = [
        face(*style)
        for style in itertools.product((SERIF, SANS, MONO), (False, True), (False, True))
    ]
    assert len({one.file.directory for one in faces}) == len(faces)
    store, codes = Dict(), [0, 65]
    kept = FontParts(store, "a")
    expected = [kept.part(one.file, number, codes) for one in faces for number in (0, 1)]
    kept.keep()
    again, none = FontParts(store, "a"), FontParts()
    for parts in (again, none):
        assert [parts.part(one.file, number, codes) for one in faces for number in (0, 1)] == (
            expected
        )
    assert len(set(expected)) == len(expected)


@pytest.mark.parametrize("damage", [b"", b"x", b"[]", b"\xe9\x00", bytes(300)])
def test_a_record_that_says_nothing_is_written_anew(damage: bytes) -> None:
    store, expected = Dict(a=damage), file("One", "Two")
    assert file("One", "Two", store=store) == expected
    assert marshal.loads(store["a"])


def test_files_have_records_of_their_own() -> None:
    store = Dict()
    for name in ("a", "b"):
        file(name, name, store=store, name=name)
    assert [file(name, name, store=store, name=name) for name in ("b", "a")] == [
        file("b", "b"),
        file("a", "a"),
    ]
