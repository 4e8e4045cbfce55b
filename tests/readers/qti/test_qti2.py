"""QTI 2 and 3: items with the names of either, and packages of them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from support import PIXEL
from support.brought import Brought, bring, keys
from support.there_and_back import shown, told

from quizgen.model.item import Choice
from quizgen.model.text import Image


def declared(values: str, kind: str = "identifier", name: str = "R", more: str = "") -> str:
    inside = "".join(f"<value>{value}</value>" for value in values.split("|"))
    cardinality = "single" if "|" not in values else "multiple"
    return (
        f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{kind}">'
        f"<correctResponse>{inside}</correctResponse>{more}</responseDeclaration>"
    )


def choices(names: str, tag: str = "simpleChoice", more: str = "") -> str:
    return "".join(f'<{tag} identifier="{name}"{more}>{name}!</{tag}>' for name in names)


def interaction(kind: str, inside: str = "", name: str = "R", more: str = "") -> str:
    prompt = "" if kind in ("textEntry", "inlineChoice") else "<prompt>Which?</prompt>"
    head = f'<{kind}Interaction responseIdentifier="{name}"{more}>'
    return f"{head}{prompt}{inside}</{kind}Interaction>"


def item(declarations: str, body: str, more: str = "", ident: str = "q-1") -> str:
    return (
        f'<assessmentItem identifier="{ident}" title="T" adaptive="false" xml:lang="de">'
        f"{declarations}<itemBody>{body}</itemBody>{more}</assessmentItem>"
    )


def third(source: str) -> str:
    """`source` with the names of QTI 3."""
    hyphens = re.compile(r"(?<=[a-z])([A-Z])")
    tags = re.compile(r"(</?)([a-z]+[A-Z]\w*|prompt|value|gap|hottext|mapping|equal|variable)\b")
    source = tags.sub(
        lambda m: f"{m[1]}qti-{hyphens.sub(lambda h: '-' + h[1].lower(), m[2])}", source
    )
    return re.sub(
        r" ([a-z]+[A-Z]\w*)=",
        lambda m: f" {hyphens.sub(lambda h: '-' + h[1].lower(), m[1])}=",
        source,
    )


def _both(root: Path, source: str) -> list[Brought]:
    """What the item gives, with the names of QTI 2 and of QTI 3."""
    assert third(source) != source
    root.mkdir(exist_ok=True)
    return [bring(root, f"v{n}.xml", text) for n, text in enumerate((source, third(source)))]


def test_a_choice_comes_with_rationales_pins_and_points(tmp_path: Path) -> None:
    options = (
        '<simpleChoice identifier="a">one<feedbackInline outcomeIdentifier="F" identifier="a">'
        'no</feedbackInline></simpleChoice><simpleChoice identifier="b"><b>two</b></simpleChoice>'
        '<simpleChoice identifier="c" fixed="true">none</simpleChoice>'
    )
    score = '<outcomeDeclaration identifier="SCORE" normalMaximum="2.0"/>'
    told_after = '<modalFeedback identifier="x">Because.</modalFeedback>'
    source = item(
        declared("b") + score, interaction("choice", options, more=' shuffle="true"'), told_after
    )
    for got in _both(tmp_path, source):
        (question,) = got.items
        assert (question.id.value, question.points, shown(question.stem)) == ("q-1", 2, "Which?")
        assert keys(question) == ["two"]
        assert isinstance(question.interaction, Choice)
        by_text = {option.text.plain: option for option in question.interaction.options}
        assert by_text["one"].rationale is not None
        assert by_text["none"].pinned
        assert question.explain is not None
        assert got.bank is not None
        assert got.bank.language == "de"
        assert got.losses == {}


MAPPED = (
    '<mapping><mapEntry mapKey="Seoul" mappedValue="1"/><mapEntry mapKey="Soul" mappedValue="1"/>'
    '<mapEntry mapKey="S" mappedValue="0.5"/></mapping>'
)
PAIRS = (
    f"<simpleMatchSet>{choices('ab', 'simpleAssociableChoice')}</simpleMatchSet>"
    f"<simpleMatchSet>{choices('xyz', 'simpleAssociableChoice')}</simpleMatchSet>"
)
WORDS = f"{choices('uv', 'gapText')}<p>A <gap identifier='G'/> B.</p>"
WITHIN = (
    "<responseProcessing><equal toleranceMode='absolute' tolerance='0.5 0.5'>"
    "<variable identifier='R'/></equal></responseProcessing>"
)


FOUND = {
    "several": ("a|c", "identifier", interaction("choice", choices("abc"))),
    "order": ("c|a|b", "identifier", interaction("order", choices("abc"))),
    "match": ("a y|b x", "directedPair", interaction("match", PAIRS)),
    "gaps": ("v G", "directedPair", interaction("gapMatch", WORDS)),
    "typed": ("Seoul", "string", f"<p>Where?</p>{interaction('textEntry')}"),
    "inline": (
        "b",
        "identifier",
        f"<p>A {interaction('inlineChoice', choices('ab', 'inlineChoice'))} B.</p>",
    ),
    "hottext": ("a", "identifier", interaction("hottext", f"<p>{choices('ab', 'hottext')}</p>")),
}


@pytest.mark.parametrize(
    ("name", "task", "lost"),
    [
        ("several", ({"a!", "c!"}, {"a!", "b!", "c!"}), ""),
        ("order", ["c!", "a!", "b!"], ""),
        ("match", ([("a!", "y!"), ("b!", "x!")], ["z!"]), ""),
        ("gaps", (["v!"], "Which? A B."), "OPTIONS"),
        ("typed", ("Seoul", ["Soul"]), "PARTLY_RIGHT"),
        ("inline", ({"b!"}, {"a!", "b!"}), ""),
        ("hottext", ({"a!"}, {"a!", "b!"}), ""),
    ],
)
def test_each_interaction_becomes_its_own(
    tmp_path: Path, name: str, task: object, lost: str
) -> None:
    values, kind, body = FOUND[name]
    more = MAPPED if name == "typed" else ""
    for got in _both(tmp_path, item(declared(values, kind, more=more), body)):
        assert [told(one) for one in got.items] == [task], got.messages
        assert set(got.losses) == {lost} - {""}


def test_numbers_truths_and_several_blanks_come(tmp_path: Path) -> None:
    truth = "<simpleChoice identifier='t'>Wahr</simpleChoice>"
    truth += "<simpleChoice identifier='f'>Falsch</simpleChoice>"
    blanks = f"<p>A {interaction('textEntry')} B {interaction('textEntry', name='S')}</p>"
    number = f"<p>How many?</p>{interaction('textEntry')}"
    source = item(declared("f"), interaction("choice", truth))
    for got in _both(tmp_path / "t", source):
        task = got.items[0].interaction
        assert isinstance(task, Choice)
        assert task.is_true_false
        assert task.options[1].is_key
    for got in _both(tmp_path / "n", item(declared("5", "float"), number, WITHIN)):
        assert str(told(got.items[0])) == "(Decimal('5'), Decimal('0.5'))"
    two = declared("x", "string") + declared("y", "string", "S")
    for got in _both(tmp_path / "b", item(two, blanks)):
        assert told(got.items[0]) == (["x", "y"], "A B")


def test_what_a_bank_has_no_place_for_is_told(tmp_path: Path) -> None:
    cases = {
        "at random": item(declared("a") + '<templateDeclaration identifier="A"/>', "<p>x</p>"),
        "type drawingInteraction": item("", interaction("drawing")),
        "no option is marked": item(
            '<responseDeclaration identifier="R"/>', interaction("choice", choices("ab"))
        ),
        "several tasks in one": item(declared("a"), interaction("choice", choices("ab")) * 2),
        "asks for no answer": item("", "<p>x</p>"),
    }
    for why, source in cases.items():
        for got in _both(tmp_path, source):
            assert got.items == []
            assert why in got.messages


def test_a_package_comes_in_the_order_of_its_test_with_pictures(tmp_path: Path) -> None:
    body = '<p><img src="../images/a.png" alt="dot"/></p>' + interaction("choice", choices("ab"))
    test = (
        "<assessmentTest><testPart><assessmentSection title='Maps'>"
        "<assessmentItemRef href='i/z.xml'/><assessmentItemRef href='i/a.xml'/>"
        "</assessmentSection></testPart></assessmentTest>"
    )
    manifest = (
        "<manifest><resources><resource><file href='test.xml'/></resource></resources></manifest>"
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("imsmanifest.xml", manifest)
        archive.writestr("test.xml", test)
        archive.writestr("i/a.xml", item(declared("a"), body, ident="last"))
        archive.writestr("i/z.xml", third(item(declared("b"), body, ident="first")))
        archive.writestr("images/a.png", PIXEL)
        archive.writestr("broken.xml", "<assessmentItem>")
    got = bring(tmp_path, "p.zip", content.getvalue())
    assert [(one.id.value, one.topic) for one in got.items] == [("first", "maps"), ("last", "maps")]
    assert any(isinstance(run, Image) for run in got.items[0].stem.runs)
    assert "this XML cannot be read" in got.messages
    assert got.diagnostics[0].span.source.path.name == "broken.xml"
