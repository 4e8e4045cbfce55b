"""The digest of what a file is made of: nothing that can show is missing from it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, make_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from support import PIXEL, load_bank, write_bank
from support.changing import changes

from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.model.assessment import Flip, Head, Printing, Question, Section, Worksheet
from quizgen.model.bank import GlossaryEntry, Media
from quizgen.model.item import Item
from quizgen.model.source import Position, Source, Span
from quizgen.model.text import Image, Text, parse_text
from quizgen.readers.question_types import QUESTION_TYPES


def digest(value: object, **media: bytes) -> str:
    return Fingerprinter({name: Media(name, content) for name, content in media.items()}).digest(
        value
    )


def of_each_type(folder: Path, before: str = "") -> tuple[Item, ...]:
    source = before + "".join(kind.example for kind in QUESTION_TYPES)
    bank, _ = load_bank(write_bank(folder, source, passage=None))
    return tuple(bank.items)


@pytest.fixture
def worksheet(tmp_path: Path) -> Worksheet:
    """One question of each type, and everything else that a worksheet can have."""
    items = of_each_type(tmp_path)
    questions = tuple(Question(number, item, (1, 0)) for number, item in enumerate(items, 1))
    text = parse_text("Read *all* of it. ![a map](map.png)")
    section = Section(text, text, questions, (text,))
    head = Head(text, None, (text, text))
    words = (GlossaryEntry(text, text, "fr"),)
    return Worksheet("w", text, Printing(), text, (section,), "A", "0123", None, words, head)


def test_every_part_of_a_worksheet_counts(worksheet: Worksheet) -> None:
    found: dict[str, str] = {digest(worksheet): "the worksheet itself"}
    for where, changed in changes(worksheet):
        assert found.setdefault(digest(changed), where) == where
    assert len(found) > 400


def test_where_a_value_was_read_does_not_count(tmp_path: Path) -> None:
    here, there = of_each_type(tmp_path / "a"), of_each_type(tmp_path / "b", "# A remark.\n\n")
    assert here[0].span.line != there[0].span.line
    assert digest(here) == digest(there)


def test_it_is_the_same_in_every_process() -> None:
    program = (
        "from quizgen.commands.build.fingerprint import Fingerprinter;"
        "from quizgen.model.text import parse_text;"
        "print(Fingerprinter().digest({'b': parse_text('*a* `b` é'), 'a': 1.5}))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_a_picture_counts_with_its_content() -> None:
    shown = Text((Image("map.png", "a map"),))
    assert digest(shown, **{"map.png": PIXEL}) == digest(shown, **{"map.png": PIXEL, "b.png": b""})
    others = digest(shown), digest(shown, **{"map.png": PIXEL + b"x"})
    assert digest(shown, **{"map.png": PIXEL}) not in others


class One(NamedTuple):
    value: object = None


class Other(NamedTuple):
    value: object = None


DIFFERENT: list[Any] = [
    *(None, True, False, 0, 1, 1.0, 0.0, -0.0, "", "1", "None", b"", b"1", (), ("",), (None,)),
    *(Decimal(1), Decimal("1.0"), ("ab", "c"), ("a", "bc"), (("a",), "b"), ("a", ("b",))),
    *({}, {"a": "b"}, (("a", "b"),), One(), Other(), One(()), One(False), One((None,))),
    *(Flip.LONG_EDGE, Flip.SHORT_EDGE, "LONG_EDGE", "\ud83d\ude00", "😀", "é", "e\u0301", "\\xe9"),
]


def test_different_values_have_different_digests() -> None:
    found = Counter(map(digest, DIFFERENT))
    assert [one for one in DIFFERENT if found[digest(one)] > 1] == []


def test_the_order_of_a_mapping_does_not_count() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})


def test_a_field_that_nothing_uses_yet_moves_no_digest() -> None:
    fields: list[Any] = [
        ("text", str),
        ("hint", str | None, None),
        ("words", tuple, ()),
        ("big", bool, False),
    ]
    before, after = (make_dataclass("Thing", fields[:n], frozen=True) for n in (1, 4))
    assert digest(before("a")) == digest(after("a"))
    assert digest(before("a")) not in (digest(after("a", "b")), digest(after("a", None, ("",))))


def test_what_has_another_value_on_another_machine_is_refused() -> None:
    with pytest.raises(TypeError, match="Path is not a value"):
        digest((1, Path("a")))
    with pytest.raises(TypeError, match="function"):
        digest(One(digest))


@dataclass(frozen=True)
class Deep:
    text: Text
    span: Span


def test_values_that_are_gone_are_not_taken_for_others() -> None:
    """A digest is kept by the value's place in memory, which Python may give away again."""
    digester, span = Fingerprinter(), Span(Source(Path("a"), ""), Position(0, 0), Position(0, 0))
    found = {digester.digest(Deep(Text((str(number),)), span)) for number in range(1000)}
    assert len(found) == 1000


def test_a_text_that_is_shown_twice_counts_twice(worksheet: Worksheet) -> None:
    doubled = replace(worksheet, sections=worksheet.sections * 2)
    digester = Fingerprinter()
    assert digester.digest(doubled) != digester.digest(worksheet) == digest(worksheet)
