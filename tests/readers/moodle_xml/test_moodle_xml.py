"""Moodle XML as Moodle writes it: what comes into a bank, and what is told."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from support import PIXEL
from support.brought import Brought, bring, keys

from quizgen.model.item import Choice, ExtendedText, GapFill, Match, Numeric, Order, TextEntry
from quizgen.model.text import Image


def _text(tag: str, text: str, format: str = "html", more: str = "") -> str:
    return f'<{tag} format="{format}"><text><![CDATA[{text}]]></text>{more}</{tag}>'


def _answer(text: str, fraction: str, feedback: str = "", more: str = "") -> str:
    told = _text("feedback", feedback) if feedback else ""
    return f'<answer fraction="{fraction}" format="html"><text>{text}</text>{told}{more}</answer>'


def _question(type_: str, stem: str, body: str) -> str:
    name = "<name><text>Question 1</text></name>"
    return f'<question type="{type_}">{name}{_text("questiontext", stem)}{body}</question>'


def _bring(root: Path, *questions: str) -> Brought:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
    return bring(root, "quiz.xml", head + "\n".join(questions) + "\n</quiz>\n")


def test_options_come_with_rationales_and_shares_are_told(tmp_path: Path) -> None:
    single = _question(
        "multichoice",
        "<p>Where is <b>Seoul</b>?</p>",
        "<single>true</single><defaultgrade>2.0000000</defaultgrade>"
        + _answer("Korea", "100", "Yes.")
        + _answer("Japan", "50")
        + _answer("Peru", "0"),
    )
    several = _question(
        "multichoice",
        "Which two?",
        "<single>false</single><shuffleanswers>false</shuffleanswers>"
        "<defaultgrade>0.5</defaultgrade>"
        + "".join(_answer(*pair) for pair in (("a", "50"), ("b", "50"), ("c", "-100")))
        + _text("correctfeedback", "Your answer is correct.")
        + _text("incorrectfeedback", "See page 3."),
    )
    got = _bring(tmp_path, single, several)
    first, second = got.items
    assert keys(first) == ["Korea"]
    assert isinstance(first.interaction, Choice)
    assert first.interaction.keys[0].rationale is not None
    assert (first.points, second.points) == (2, 1)
    assert keys(second) == ["a", "b"]
    assert got.losses == {
        "PARTLY_RIGHT": ["Japan"],
        "POINTS": ["0.5"],
        "FIXED_ORDER": ["Which two?"],
        "GENERAL_FEEDBACK": ["See page 3."],
    }


def test_each_type_of_moodle_becomes_its_own(tmp_path: Path) -> None:
    got = _bring(
        tmp_path,
        '<question type="category"><category><text>$course$/top/A//B</text></category></question>',
        _question("truefalse", "2 &lt; 3?", _answer("true", "100") + _answer("false", "0")),
        _question(
            "shortanswer",
            "Capital?",
            "<usecase>1</usecase>" + _answer("Seoul", "100") + _answer("Se*", "100"),
        ),
        _question(
            "numerical",
            "How far? (km)",
            _answer("3.5", "100", more="<tolerance>0.5</tolerance>")
            + "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>",
        ),
        _question(
            "matching",
            "Match",
            "".join(
                f"{_text('subquestion', left, more=f'<answer><text>{right}</text></answer>')}"
                for left, right in (("one", "eins"), ("two", "zwei"), ("", "drei"))
            ),
        ),
        _question("ordering", "Order", _answer("late", "2") + _answer("early", "1")),
        _question("essay", "Why?", _text("graderinfo", "Because.")),
        _question("ddwtos", "The [[2]] sat on [[1]].", _box("mats") + _box("cat") + _box("dog")),
        _question("calculated", "{a}+{b}?", ""),
        _question("description", "Read this.", ""),
    )
    truth, typed, number, pairs, order, essay, gaps = (item.interaction for item in got.items)
    assert isinstance(truth, Choice)
    assert got.items[0].stem.plain == "2 < 3?"
    assert truth.is_true_false
    assert truth.options[0].is_key
    assert isinstance(typed, TextEntry)
    assert (typed.answer.plain, typed.exact_case, typed.accepted) == ("Seoul", True, ())
    assert isinstance(number, Numeric)
    assert number.unit is not None
    assert (str(number.value), str(number.tolerance), number.unit.plain) == ("3.5", "0.5", "km")
    assert got.items[2].stem.plain == "How far?"
    assert isinstance(pairs, Match)
    assert [response.plain for response in pairs.responses] == ["eins", "zwei", "drei"]
    assert isinstance(order, Order)
    assert [event.text.plain for event in order.events] == ["early", "late"]
    assert isinstance(essay, ExtendedText)
    assert essay.answer.plain == "Because."
    assert isinstance(gaps, GapFill)
    assert [gap.answer.plain for gap in gaps.gaps] == ["cat", "mats"]
    assert got.losses == {
        "WILDCARD": ["Se*"],
        "OPTIONS": ["dog"],
        "DESCRIPTION": ["Question 1: Read this."],
    }
    assert "its numbers change at random" in got.messages
    assert [d.span.line for d in got.diagnostics] == [11]


def _box(text: str) -> str:
    return f"<dragbox><text>{text}</text><group>1</group></dragbox>"


@pytest.mark.parametrize(
    ("markup", "answers", "lost"),
    [
        ("A {1:SHORTANSWER:=cat#yes~%50%kitten} B", ["cat"], {"ANSWER_FEEDBACK", "GAP_ANSWERS"}),
        ("A {1:SA:=a\\}b} and {2:NM:=5:0.1}", ["a}b", "5"], {"GAP_ANSWERS"}),
        ("A {:MCV:=x~y} {1:MC:z~=w}", ["x", "w"], {"OPTIONS"}),
    ],
)
def test_gaps_come_and_further_answers_are_told(
    tmp_path: Path, markup: str, answers: list[str], lost: set[str]
) -> None:
    got = _bring(tmp_path, _question("cloze", markup, ""))
    (item,) = got.items
    assert isinstance(item.interaction, GapFill)
    assert [gap.answer.plain for gap in item.interaction.gaps] == answers
    assert set(got.losses) == lost


def test_one_gap_with_options_is_a_choice(tmp_path: Path) -> None:
    (item,) = _bring(tmp_path, _question("cloze", "I {1:MULTICHOICE:=am~is} here.", "")).items
    assert keys(item) == ["am"]
    assert "_____" in item.stem.plain


def test_pictures_come_along_and_once(tmp_path: Path) -> None:
    file = f'<file name="a b.png" path="/" encoding="base64">{base64.b64encode(PIXEL).decode()}'
    stem = _text(
        "questiontext", '<img src="@@PLUGINFILE@@/a%20b.png" alt="dot">?', more=file + "</file>"
    )
    question = f'<question type="truefalse">{stem}{_answer("true", "100")}</question>'
    got = _bring(tmp_path, question, question.replace("?</text>", "!</text>"))
    assert any(isinstance(run, Image) for run in got.items[0].stem.runs)
    assert [p.name for p in (tmp_path / "question_bank/quiz/media").iterdir()] == ["a-b.png"]
    again = _bring(tmp_path, question, question.replace("?</text>", "!</text>"))
    assert again.imported is not None
    assert again.imported.files == {}


def test_the_picture_of_an_old_file_comes_along(tmp_path: Path) -> None:
    encoded = base64.b64encode(PIXEL).decode()
    body = f"<image>old.png</image><image_base64>\n{encoded}\n</image_base64>"
    link = "<image>http://x.example/a.png</image>"
    got = _bring(
        tmp_path,
        _question("truefalse", "Old?", body + _answer("true", "100")),
        _question("truefalse", "Away?", link + _answer("true", "100")),
    )
    assert any(isinstance(run, Image) for run in got.items[0].stem.runs)
    assert got.losses == {"PICTURE_LINK": ["http://x.example/a.png"]}


def test_an_entity_bomb_is_refused_and_broken_xml_names_its_line(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE quiz [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'
    assert (
        "it declares entities"
        in bring(tmp_path, "bomb.xml", "<?xml version='1.0'?>" + bomb).messages
    )
    outside = '<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz>&nbsp;</quiz>'
    assert "no question" in bring(tmp_path, "out.xml", outside).messages
    (error,) = bring(tmp_path, "broken.xml", "<quiz>\n<question>\n</quiz>").diagnostics
    assert (error.name, error.span.line) == ("unreadable-file", 3)


@pytest.mark.parametrize("tag", ["sub", "sup", "b", "em"])
def test_markup_of_words_to_drag_is_no_text(tmp_path: Path, tag: str) -> None:
    text = (
        '<quiz><question type="ddwtos"><questiontext format="html"><text>Water is [[1]], [[2]]'
        f"</text></questiontext><dragbox><text><![CDATA[H<{tag}>2</{tag}>O]]></text></dragbox>"
        "<dragbox><text>a &lt; b</text></dragbox></question></quiz>"
    )
    (item,) = bring(tmp_path, "m.xml", text).items
    assert isinstance(item.interaction, GapFill)
    assert [gap.answer.plain for gap in item.interaction.gaps] == ["H2O", "a < b"]
