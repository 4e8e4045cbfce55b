"""Moodle XML, QTI and Word: four times as much takes about four times as long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support import PIXEL
from support.brought import bring
from support.corpus.foreign import document
from support.growth import grows_linearly, is_within
from support.packages import zipped

from quizgen.commands.importing import import_file
from quizgen.readers.foreign.xml import XmlBudget

Make = Callable[[int], bytes]


def qti_1(shown: str = "", scored: str = "", rest: str = "") -> str:
    return (
        f"<item><presentation><material><mattext>Q</mattext></material>{shown}</presentation>"
        f"<resprocessing>{scored}</resprocessing>{rest}</item>"
    )


def label(ident: str) -> str:
    shown = f"<material><mattext>t{ident}</mattext></material>"
    return f'<response_label ident="{ident}">{shown}</response_label>'


def condition(*values: str) -> str:
    tests = "".join(f'<varequal respident="r">{value}</varequal>' for value in values)
    return f"<respcondition><conditionvar>{tests}</conditionvar><setvar>1</setvar></respcondition>"


def responses(count: int) -> str:
    return "".join(
        f'<response_lid ident="r{n}"><material><mattext>L{n}</mattext></material><render_choice>'
        f"{label(str(n))}</render_choice></response_lid>"
        for n in range(count)
    )


def choice(count: int) -> str:
    options = "".join(map(label, map(str, range(count))))
    return f'<response_lid ident="r"><render_choice>{options}</render_choice></response_lid>'


def passage(number: int) -> str:
    meta = "<fieldlabel>passage</fieldlabel><fieldentry>true</fieldentry>"
    field = f"<qtimetadata><qtimetadatafield>{meta}</qtimetadatafield></qtimetadata>"
    about = f'<bankentry_item item_ref="z{number}" parent_stimulus_item_ident="y{number}"/>'
    return f'{about}<item ident="t{number}"><itemmetadata>{field}</itemmetadata></item>'


def file_1(*items: str) -> bytes:
    return f"<questestinterop><section>{''.join(items)}</section></questestinterop>".encode()


def file_2(body: str, right: str = "", processing: str = "") -> bytes:
    declared = f"<responseDeclaration identifier='R'>{right}</responseDeclaration>"
    return (
        f"<assessmentItem>{declared}<itemBody>{body}</itemBody>{processing}</assessmentItem>"
    ).encode()


ENTRIES = "".join(f'<mapEntry mapKey="k{n}" mappedValue="1"/>' for n in range(1000))
GAP = '<textEntryInteraction responseIdentifier="R"/>'
MOODLE = (
    '<quiz><question type="{}"><questiontext><text>{}</text></questiontext>{}</question></quiz>'
)
TEST = "<match><variable identifier='R'/><baseValue>k</baseValue></match>"


def moodle(kind: str, stem: str, more: str = "") -> bytes:
    return MOODLE.format(kind, stem, more).encode()


GROWING: dict[str, tuple[str, Make]] = {
    "conditions": ("x.xml", lambda n: file_1(qti_1(responses(190), condition("a") * (n // 20)))),
    "parts of conditions": (
        "x.xml",
        lambda n: file_1(qti_1(responses(190), condition(*["a"] * 199) * (n // 200))),
    ),
    "labels": ("x.xml", lambda n: file_1(qti_1(choice(n), condition("1")))),
    "solutions": (
        "x.xml",
        lambda n: file_1(
            qti_1(choice(2), condition("1"), "<itemfeedback><solution/></itemfeedback>" * n)
        ),
    ),
    "flows": ("x.xml", lambda n: file_1(qti_1("<flow>" * 100 + "<flow/>" * n + "</flow>" * 100))),
    "passages": ("x.xml", lambda n: file_1(*map(passage, range(n // 4)))),
    "gaps of one answer": (
        "x.xml",
        lambda n: file_2(f"<p>a {GAP} b</p>" * (n // 10), f"<mapping>{ENTRIES}</mapping>"),
    ),
    "choices": (
        "x.xml",
        lambda n: file_2(
            "<choiceInteraction responseIdentifier='R'>"
            + "<simpleChoice identifier='a'>x</simpleChoice>" * n
            + "</choiceInteraction>"
        ),
    ),
    "depth": (
        "x.xml",
        lambda n: file_2("<div>" * 180 + "<p>x</p>" * (n // 8) + GAP + "</div>" * 180),
    ),
    "processing": (
        "x.xml",
        lambda n: file_2(
            GAP,
            "",
            "<responseProcessing>"
            + "<and>" * 150
            + TEST * (n // 4)
            + "</and>" * 150
            + "</responseProcessing>",
        ),
    ),
    "files of a text": ("x.xml", lambda n: moodle("essay", "Q<file name='a'/>" * n)),
    "gaps of Moodle": ("x.xml", lambda n: moodle("cloze", "{1:SA:=a}" * n)),
    "places of Moodle": ("x.xml", lambda n: moodle("ddwtos", "[[1]]" * n)),
    "answers of Moodle": (
        "x.xml",
        lambda n: moodle("shortanswer", "Q", "<answer><text>a</text></answer>" * n),
    ),
    "entities": ("x.xml", lambda n: moodle("essay", "&nbsp;" * 4 * n)),
    "runs of Word": (
        "x.docx",
        lambda n: document("<w:p>" + "<w:r><w:t>a) x </w:t></w:r>" * n + "</w:p>"),
    ),
    "paragraphs of Word": (
        "x.docx",
        lambda n: document("<w:p><w:r><w:t>a) x</w:t></w:r></w:p>" * n),
    ),
    "tables of Word": (
        "x.docx",
        lambda n: document("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * (n // 4)),
    ),
    "options of Aiken": ("x.txt", lambda n: b"Q\n" + b"A) a\nB) b\n" * n + b"ANSWER: A\n"),
    "a key in one line": ("x.txt", lambda n: b"1. Q\na) x\nb) y\nKey: " + b"1. a, " * n),
}


@pytest.mark.parametrize("case", GROWING)
def test_four_times_as_much_takes_four_times_as_long(tmp_path: Path, case: str) -> None:
    name, make = GROWING[case]
    for count in (1500, 6000):
        (tmp_path / str(count)).mkdir()
        (tmp_path / str(count) / name).write_bytes(make(count))

    def brought(count: int) -> object:
        return import_file(tmp_path / str(count) / name, tmp_path / "p", "new")

    assert grows_linearly(lambda: brought(1500), lambda: brought(6000), least=0.05)


ITEM = file_2("<p>Q</p><extendedTextInteraction responseIdentifier='R'/>")


def parts(count: int, content: bytes = ITEM) -> dict[str, bytes]:
    return {f"q{n}.xml": content for n in range(count)}


def test_the_parts_of_a_package_share_one_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.readers.qti.package.XmlBudget", lambda: XmlBudget(elements=100))
    assert bring(tmp_path, "x.zip", zipped(parts(20))).items
    got = bring(tmp_path, "y.zip", zipped(parts(30)))
    assert not got.items
    assert "q20.xml and the files before it hold too much" in got.messages


def test_the_parts_of_a_document_share_one_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.readers.typed_lists.docx.XmlBudget", lambda: XmlBudget(90))
    body = "<w:p><w:r><w:t>1. Q? (a) x</w:t></w:r></w:p>" * 20
    small = {"word/styles.xml": b"<a>" + b"<b/>" * 10 + b"</a>"}
    large = {"word/styles.xml": b"<a>" + b"<b/>" * 40 + b"</a>"}
    assert "damaged" not in bring(tmp_path, "x.docx", document(body, more=small)).messages
    assert "too large" in bring(tmp_path, "y.docx", document(body, more=large)).messages


def test_a_package_of_many_large_parts_is_answered_within_seconds(tmp_path: Path) -> None:
    content = zipped(parts(40, b"<assessmentItem>" + b"<a/>" * 200_000 + b"</assessmentItem>"))
    (tmp_path / "x.zip").write_bytes(content)
    assert is_within(20, lambda: import_file(tmp_path / "x.zip", tmp_path / "p", "new"))
    (error,) = import_file(tmp_path / "x.zip", tmp_path / "p", "new").errors
    assert "too much" in error.message


@pytest.mark.parametrize(
    ("limit", "name", "content"),
    [
        ("qti.package.MAX_DOCUMENTS", "x.zip", zipped(parts(5))),
        ("qti.read.MAX_QUESTIONS", "x.zip", zipped(parts(5))),
        (
            "qti.read.MAX_QUESTIONS",
            "x.xml",
            file_1(*[qti_1("<response_str ident='r'><render_fib rows='9'/></response_str>")] * 5),
        ),
        (
            "moodle_xml.read.MAX_QUESTIONS",
            "x.xml",
            moodle("essay", "Q").replace(b"</quiz>", b"")
            + b"<question type='essay'><name><text>N</text></name></question>" * 4
            + b"</quiz>",
        ),
    ],
)
def test_what_is_cut_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, name: str, content: bytes
) -> None:
    monkeypatch.setattr(f"quizgen.readers.{limit}", 3)
    got = bring(tmp_path, name, content)
    assert len(got.items) == 3
    (cut,) = got.losses["CUT"]
    assert "behind the first 3" in cut


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (file_1(qti_1(choice(2), condition("1") * 1001)), "more than 1,000 conditions"),
        (file_1(qti_1(choice(2), condition(*["1"] * 201))), "more than 200 parts"),
        (
            file_2(f"<p>a {GAP} b</p>", f"<mapping>{ENTRIES * 2}</mapping>"),
            "more than 1,000 answers",
        ),
        (file_2(f"<p>a {GAP} b {GAP}</p>"), "its gaps share an answer"),
    ],
)
def test_a_question_beyond_the_limits_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    assert why in bring(tmp_path, "x.xml", content).messages


def test_a_picture_that_many_questions_show_is_read_once(tmp_path: Path) -> None:
    """As often as it is shown it would unpack to more than a package may."""
    picture = PIXEL + bytes(2_000_000)
    item = file_2("<p>Q <img src='a.png'/></p><extendedTextInteraction responseIdentifier='R'/>")
    got = bring(tmp_path, "x.zip", zipped({**parts(60, item), "a.png": picture}))
    assert len(got.items) == 60
    assert len(list((tmp_path / "question_bank").rglob("*.png"))) == 1
