"""Hostile texts at every place of every interaction come through every format."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest
from support.corpus.texts import TEXTS

from quizgen.assemble.shuffle import display_order
from quizgen.model.assessment import Question
from quizgen.model.bank import Bank, Topic
from quizgen.model.case import Case
from quizgen.model.item import (
    Choice,
    Criterion,
    Event,
    ExtendedText,
    GapFill,
    Interaction,
    Item,
    Match,
    Numeric,
    Option,
    Order,
    Proof,
    Reveal,
    TextEntry,
    Word,
)
from quizgen.model.text import Gap, Image, Math, Style, Styled, Text, parse_text
from quizgen.writers.exporting.base import Export, ExportFormat
from quizgen.writers.exporting.files.csv_file import inert
from quizgen.writers.exporting.formats import FORMATS

CHOSEN = list(TEXTS.values())[::45]
"""Some of the corpus: a few seconds for all formats."""


def _interactions(source: str) -> Iterator[Interaction]:
    """One of each interaction, with `source` wherever a text may stand."""
    text = parse_text(source)
    plain = text.plain or "x"
    wild = Text(
        (
            *text.runs,
            Styled(plain, Style.STRONG | Style.CODE, "https://example.org/?a=\"<&'>"),
            Math(plain),
            Image("<x>.png", plain),
        )
    )
    other = Text((f"{plain} 2",))
    yield Reveal(wild)
    yield Choice((Option(wild, is_key=True, rationale=wild), Option(other, is_key=False)))
    yield TextEntry(wild, (other,))
    yield GapFill((*text.runs, Gap(1, wild, text), *text.runs, Gap(2, other)))
    yield Numeric(Decimal("-1.5"), "-1.5", Decimal("0.1"), wild)
    yield Match((wild, other), (other, wild, Text(("z",))), (0, 1), (Proof(wild), Proof()))
    yield Order((Event(wild, plain, Proof(wild)), Event(other)))
    yield ExtendedText(wild, (Criterion(wild, 1),))


def _export(format: ExportFormat) -> tuple[Export, Bank]:
    items = []
    for number, source in enumerate(CHOSEN):
        text = parse_text(source)
        case = Case(Word(f"case{number}"), text) if text.runs else None
        items += [
            Item(
                Word(f"q{number}-{place}"),
                "any",
                "people",
                text,
                interaction,
                explain=text,
                evidence=(text,),
                references=(text,),
                hint=text,
                case=case,
            )
            for place, interaction in enumerate(_interactions(source))
        ]
    title = parse_text(CHOSEN[0])
    bank = Bank("talks", title, "en", (Topic("people", title, tuple(items)),))
    questions = tuple(
        Question(number, item, display_order(item, "seed")) for number, item in enumerate(items, 1)
    )
    return Export("all", format, questions), bank


def _assert_whole(name: str, content: bytes) -> None:
    """Fail where a file is broken by a text in it, or would run one."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as inside:
            for inner in inside.namelist():
                if inner.endswith((".xml", ".rels")):
                    xml = inside.read(inner)
                    fromstring(xml)
                    if inner.startswith("xl/worksheets/"):
                        assert b"<f>" not in xml
        return
    text = content.decode("utf-8-sig")
    if name.endswith(".xml"):
        fromstring(content)
    elif name.endswith(".csv"):
        for row in csv.reader(io.StringIO(text, newline="")):
            assert [cell for cell in row if inert(cell) not in (cell, f"'{cell}")] == []
            assert [cell for cell in row if re.match(r"[=@\t\r]", cell)] == []
    elif name.endswith(".gs"):
        data = text.partition("const QUESTIONS = ")[2].partition(";\n\nfunction")[0]
        assert json.loads(data.replace("<\\/", "</"))
        assert "</script" not in text


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
def test_a_file_with_hostile_texts_is_whole(format: ExportFormat) -> None:
    export, bank = _export(format)
    content, _, key = format.render(export, bank)
    for name, file in zip(export.files, (content, key), strict=False):
        assert file is not None
        _assert_whole(name, file)
