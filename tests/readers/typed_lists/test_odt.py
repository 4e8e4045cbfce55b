"""Typed questions in documents of LibreOffice (.odt)."""

from __future__ import annotations

import io
import zipfile
from html import escape
from pathlib import Path

import pytest
from support import PIXEL
from support.brought import bring, keys

from quizgen.model.text import Image

_X = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = (
    f'xmlns:office="{_X}:office:1.0" xmlns:text="{_X}:text:1.0" xmlns:table="{_X}:table:1.0" '
    f'xmlns:style="{_X}:style:1.0" xmlns:draw="{_X}:drawing:1.0" '
    f'xmlns:fo="{_X}:xsl-fo-compatible:1.0" xmlns:svg="{_X}:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_STYLES = """<office:automatic-styles>
<style:style style:name="B" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Y" style:family="text">
<style:text-properties fo:background-color="#ffff00"/></style:style>
<style:style style:name="R" style:family="paragraph" style:parent-style-name="Red"/>
<style:style style:name="U" style:family="text"><style:text-properties
 style:text-underline-style="solid"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>
</office:automatic-styles>"""
_NAMED = (
    f"<office:document-styles {_NAMES}><office:styles>"
    '<style:style style:name="Red" style:family="paragraph">'
    '<style:text-properties fo:color="#ff0000"/></style:style></office:styles>'
    "</office:document-styles>"
)


def par(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'


def item(*paragraphs: str, inside: str = "") -> str:
    return f"<text:list-item>{''.join(paragraphs)}{inside}</text:list-item>"


def listed(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def document(*body: str) -> bytes:
    content = io.BytesIO()
    text = f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    xml = f"<office:document-content {_NAMES}>{_STYLES}{text}</office:document-content>"
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", xml)
        archive.writestr("styles.xml", _NAMED)
        archive.writestr("Pictures/dot.png", PIXEL)
    return content.getvalue()


@pytest.mark.parametrize("style", ["B", "Y", "U"])
def test_what_stands_out_is_right(tmp_path: Path, style: str) -> None:
    body = [par("1. Which?"), par("a) one"), par(f"b) {span('two', style)}"), par("c) three")]
    (item,) = bring(tmp_path, "list.odt", document(*body)).items
    assert keys(item) == ["two"]


def test_a_paragraph_stands_out_by_the_style_that_its_own_is_based_on(tmp_path: Path) -> None:
    body = [par("1. Which?"), par("a) one"), par("b) two", "R"), par("c) three")]
    (item,) = bring(tmp_path, "list.odt", document(*body)).items
    assert keys(item) == ["two"]


def test_numbers_that_libreoffice_counts_are_those_of_the_answers(tmp_path: Path) -> None:
    options = listed(item(par("x")), item(par("y")), more="")
    first = listed(item(par("Which?"), inside=options))
    goes_on = 'text:style-name="L" text:continue-numbering="true"'
    second = listed(item(par("And?"), inside=options), more=goes_on)
    body = [first, second, par("Answer key"), par("1. b"), par("2. a")]
    got = bring(tmp_path, "list.odt", document(*body))
    assert [keys(one) for one in got.items] == [["y"], ["x"]]


def test_breaks_spaces_pictures_and_notes(tmp_path: Path) -> None:
    frame = (
        '<draw:frame><draw:image xlink:href="Pictures/dot.png"/><svg:desc>a dot</svg:desc>'
        "</draw:frame>"
    )
    note = "<office:annotation><text:p>mine</text:p></office:annotation>"
    body = par(
        f"1. Look<text:s/>at {frame}{note}<text:line-break/>a) x<text:line-break/>*b) y", "Red"
    )
    (one,) = bring(tmp_path, "list.odt", document(body)).items
    assert keys(one) == ["y"]
    assert "mine" not in one.stem.plain
    assert one.stem.plain.startswith("Look at")
    assert any(isinstance(run, Image) and run.alt == "a dot" for run in one.stem.runs)


def test_a_table_with_headings_is_one_and_a_key_is_another(tmp_path: Path) -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = "".join(
            "<table:table-row>"
            + "".join(f"<table:table-cell>{par(text)}</table:table-cell>" for text in row)
            + "</table:table-row>"
            for row in rows
        )
        return f"<table:table>{cells}</table:table>"

    body = [
        *(par("1. Which?"), par("a) one"), par("b) two")),
        table(("Question", "Answer"), ("How many?", "3")),
        table(("Number", "Letter"), ("1", "b"), ("2", "a")),
    ]
    got = bring(tmp_path, "list.odt", document(*body))
    assert {one.stem.plain for one in got.items} == {"Which?", "How many?"}


def test_what_is_damaged_is_told(tmp_path: Path) -> None:
    content = document(par("1. x")).replace(b"office:body", b"office:bodx")
    got = bring(tmp_path, "list.odt", content)
    assert [told.name for told in got.diagnostics] == ["unreadable-file"]
