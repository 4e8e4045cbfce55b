"""Typed questions in documents of Word: numbers that Word counts, marks, pictures."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

from support import PIXEL
from support.brought import bring, keys
from support.growth import is_within
from support.there_and_back import shown

from quizgen.model.text import Image, Style, Styled

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_PICTURE = (
    '<w:drawing><wp:docPr id="1" name="p" descr="a dot"/><a:blip r:embed="rId7"/></w:drawing>'
)


def run(text: str, style: str = "") -> str:
    return f"<w:r><w:rPr>{style}</w:rPr><w:t>{escape(text)}</w:t></w:r>"


def par(content: str, level: int | None = None) -> str:
    """A paragraph with runs or plain text; with a `level`, Word numbers it."""
    runs = content if content.startswith("<") else run(content)
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{number if level is not None else ''}</w:pPr>{runs}</w:p>"


def document(*paragraphs: str, options: str = "lowerLetter") -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>'
        for level, form in enumerate(("decimal", options))
    )
    parts: Mapping[str, str | bytes] = {
        "word/document.xml": f"<w:document {_W}>{''.join(paragraphs)}</w:document>",
        "word/numbering.xml": f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/_rels/document.xml.rels": '<Relationships><Relationship Id="rId7" '
        'Type="http://x/image" Target="media/image1.png"/></Relationships>',
        "word/media/image1.png": PIXEL,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


BOLD = "<w:b/>"


def test_numbers_that_word_counts_are_those_of_the_answers(tmp_path: Path) -> None:
    for options, answer in (("lowerLetter", "B"), ("upperLetter", "b"), ("decimal", "2")):
        content = document(
            *(par("Which?", 0), par("x", 1), par("y", 1), par(f"Answer: {answer}")),
            *(par("And?", 0), par("u", 1), par("v", 1), par("w", 1), par(f"Answer: {answer}")),
            options=options,
        )
        got = bring(tmp_path, f"{options}.docx", content)
        assert [keys(item) for item in got.items] == [["y"], ["v"]]


def test_the_option_that_stands_out_is_the_right_one(tmp_path: Path) -> None:
    styles = (
        BOLD,
        "<w:u w:val='single'/>",
        "<w:highlight w:val='yellow'/>",
        "<w:color w:val='FF0000'/>",
    )
    for number, style in enumerate(styles):
        content = document(
            par(run("Which?", BOLD)), par(run("a) x")), par(run("b) y", style)), par(run("c) z"))
        )
        got = bring(tmp_path, f"{number}.docx", content)
        assert [keys(item) for item in got.items] == [["y"]], style
        assert got.items[0].interaction.options[0].text.runs == ("y",)  # type: ignore[union-attr]


def test_words_stand_out_inside_and_pictures_come_along(tmp_path: Path) -> None:
    stem = par(run("Where is ") + run("Seoul", BOLD) + run("?") + f"<w:r>{_PICTURE}</w:r>", 0)
    got = bring(tmp_path, "p.docx", document(stem, par("x", 1), par("y", 1), par("Answer: a")))
    runs = got.items[0].stem.runs
    assert Styled("Seoul", Style.STRONG) in runs
    assert any(isinstance(one, Image) and one.alt == "a dot" for one in runs)


def test_a_key_at_the_end_and_breaks_in_a_paragraph(tmp_path: Path) -> None:
    lines = "</w:t><w:br/><w:t>".join(["1. Which?", "a) x", "b) y"])
    content = document(
        par(f"<w:r><w:t>{lines}</w:t></w:r>"), par("Answer key"), par(run("1. ", BOLD) + run("B"))
    )
    (item,) = bring(tmp_path, "k.docx", content).items
    assert shown(item.stem) == "Which?"
    assert keys(item) == ["y"]


def test_a_table_with_headings_is_one(tmp_path: Path) -> None:
    rows = [["Question", "A", "B", "Answer"], ["Which?", "x", "y", "B"], ["No key?", "x", "y", ""]]
    lines = ["".join(f"<w:tc>{par(cell)}</w:tc>" for cell in row) for row in rows]
    table = f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"
    layout = f"<w:tbl><w:tr><w:tc>{par('1. And?')}{par('a) u')}{par('b) v*')}</w:tc></w:tr></w:tbl>"
    got = bring(tmp_path, "t.docx", document(par("Quiz"), table, layout))
    assert sorted(keys(item)[0] for item in got.items) == ["v", "y"]
    assert "cell D3: no answer" in got.messages


def test_a_bomb_and_a_question_without_an_answer_are_told(tmp_path: Path) -> None:
    got = bring(tmp_path, "n.docx", document(par("One?", 0), par("x", 1), par("y", 1)))
    assert "paragraph 1: “One?” was left out" in got.messages
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<!DOCTYPE w [<!ENTITY a 'b'>]><w>&a;</w>")
    assert "it declares entities" in bring(tmp_path, "b.docx", content.getvalue()).messages
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)
    assert "much too large" in bring(tmp_path, "c.docx", content.getvalue()).messages


def test_line_breaks_in_the_markup_are_blanks(tmp_path: Path) -> None:
    gap = "\n" * 3000
    content = document(par(f"Which{gap}one?", 0), par(f"x{gap}", 1), par(f"{gap}y*", 1))
    (item,) = bring(tmp_path, "n.docx", content).items
    assert is_within(2, lambda: bring(tmp_path, "n.docx", content))
    assert shown(item.stem) == "Which one?"
    assert keys(item) == ["y"]
