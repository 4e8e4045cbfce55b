"""Questions as Brightspace (D2L) exports them: their own variables, boxes and groups."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from support.brought import Brought, bring, keys

from quizgen.model.item import Choice, ExtendedText, GapFill, Match, Order, TextEntry


def text(words: str) -> str:
    return (
        f'<material><mattext texttype="text/html">{escape(f"<p>{words}</p>")}</mattext></material>'
    )


def label(ident: str, words: str) -> str:
    return f'<response_label ident="{ident}"><flow_mat>{text(words)}</flow_mat></response_label>'


def choose(*labels: str) -> str:
    inside = "".join(f'<flow_label class="Block">{one}</flow_label>' for one in labels)
    return f'<render_choice shuffle="yes">{inside}</render_choice>'


def right(response: str, value: str, variable: str = "", share: str = "100.0") -> str:
    name = f' varname="{variable}" action="Add"' if variable else ' action="Set"'
    return (
        f'<respcondition title="Response Condition"><conditionvar><varequal respident="{response}" '
        f'case="no">{value}</varequal></conditionvar><setvar{name}>{share}</setvar></respcondition>'
    )


def box(number: int, rows: int = 1) -> str:
    return (
        f'<response_str ident="S{number}" rcardinality="Single"><render_fib rows="{rows}" '
        f'prompt="Box" fibtype="String"><response_label ident="B{number}"/></render_fib>'
        "</response_str>"
    )


def imported(
    tmp_path: Path, kind: str, shown: str, processing: str = "", more: str = ""
) -> Brought:
    item = (
        '<item ident="OBJ_646888" label="QUES_1" title="t"><itemmetadata><qtimetadata>'
        "<qti_metadatafield><fieldlabel>qmd_questiontype</fieldlabel>"
        f"<fieldentry>{kind}</fieldentry></qti_metadatafield><qti_metadatafield><fieldlabel>"
        "qmd_weighting</fieldlabel><fieldentry>4.000000000</fieldentry></qti_metadatafield>"
        f"</qtimetadata></itemmetadata><presentation><flow>{shown}</flow></presentation>"
        f"<resprocessing>{processing}</resprocessing>{more}</item>"
    )
    content = (
        '<?xml version="1.0" encoding="utf-8"?><questestinterop><objectbank ident="QLIB">'
        f'<section ident="S" title="Chapter 1">{item}</section></objectbank></questestinterop>'
    )
    return bring(tmp_path, "questiondb.xml", content)


OPTIONS = choose(label("A1", "one"), label("A2", "two"), label("A3", "three"))
LIST = f'<response_lid ident="L" rcardinality="Multiple">{OPTIONS}</response_lid>'


def test_choices_have_their_keys(tmp_path: Path) -> None:
    wrong = right("L", "A1", share="0.0") + right("L", "A3", share="0.0")
    (one,) = imported(
        tmp_path, "Multiple Choice", text("Q?") + LIST, right("L", "A2") + wrong
    ).items
    assert isinstance(one.interaction, Choice)
    assert keys(one) == ["two"]
    assert (one.topic, one.points, one.id.value) == ("chapter-1", 4, "q")


def test_several_right_options_are_told_from_wrong_ones_by_their_variable(tmp_path: Path) -> None:
    processing = (
        right("L", "A1", "D2L_Correct", "1")
        + right("L", "A3", "D2L_Correct", "1")
        + right("L", "A2", "D2L_Incorrect", "1")
    )
    (one,) = imported(tmp_path, "Multi-Select", text("Q?") + LIST, processing).items
    assert sorted(keys(one)) == ["one", "three"]


def test_pairs_are_groups(tmp_path: Path) -> None:
    groups = "".join(
        f'<response_grp respident="M{n}" rcardinality="Single">{text(str(n))}{OPTIONS}'
        "</response_grp>"
        for n in (1, 2, 3)
    )
    processing = "".join(
        right(f"M{n}", f"A{m}", "D2L_Correct" if n == m else "D2L_Incorrect", "1")
        for n in (1, 2, 3)
        for m in (1, 2, 3)
    )
    (one,) = imported(tmp_path, "Matching", text("Q?") + groups, processing).items
    assert isinstance(one.interaction, Match)
    pairs = zip(one.interaction.premises, one.interaction.key, strict=True)
    assert [(p.plain, one.interaction.responses[k].plain) for p, k in pairs] == [
        ("1", "one"),
        ("2", "two"),
        ("3", "three"),
    ]


def test_an_order_has_a_place_for_each_part(tmp_path: Path) -> None:
    group = f'<response_grp ident="O" rcardinality="Ordered">{OPTIONS}</response_grp>'
    places = (("A1", "3"), ("A2", "1"), ("A3", "2"))
    processing = "".join(right(part, place, "D2L_Correct", "1") for part, place in places)
    (one,) = imported(tmp_path, "Ordering", text("Q?") + group, processing).items
    assert isinstance(one.interaction, Order)
    assert [event.text.plain for event in one.interaction.events] == ["two", "three", "one"]


def test_a_typed_answer_is_that_of_the_box_and_no_essay(tmp_path: Path) -> None:
    processing = right("B1", "Paris", "Blank_1") + right("B1", "Lutetia", "Blank_1")
    (one,) = imported(tmp_path, "Short Answer", text("Q?") + box(1), processing).items
    assert isinstance(one.interaction, TextEntry)
    answers = (one.interaction.answer, *one.interaction.accepted)
    assert [answer.plain for answer in answers] == ["Paris", "Lutetia"]


def test_boxes_between_texts_are_gaps(tmp_path: Path) -> None:
    shown = text("The sky is") + box(1) + text("and grass is") + box(2) + text(".")
    processing = right("B1", "blue", "Blank_1") + right("B2", "green", "Blank_2")
    (one,) = imported(tmp_path, "Fill in the Blanks", shown, processing).items
    assert isinstance(one.interaction, GapFill)
    assert [gap.answer.plain for gap in one.interaction.gaps] == ["blue", "green"]
    assert [p.strip(" ") for p in one.interaction.parts if isinstance(p, str)] == [
        "The sky is",
        "and grass is",
        ".",
    ]
    assert one.interaction.parts[0] == "The sky is "


def test_the_model_answer_comes_and_the_beginning_of_an_answer_is_told(tmp_path: Path) -> None:
    more = (
        f"<initial_text>{text('Dear')}</initial_text><answer_key><answer_key_material><flow_mat>"
        f"{text('because')}</flow_mat></answer_key_material></answer_key>"
    )
    got = imported(tmp_path, "Long Answer", text("Q?") + box(1, 10), more=more)
    (one,) = got.items
    assert isinstance(one.interaction, ExtendedText)
    assert one.interaction.answer.plain == "because"
    assert got.losses == {"DESCRIPTION": ["Dear"]}


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("Arithmetic", "change at random"),
        ("Significant Figures", "change at random"),
        ("Likert", "without a right answer"),
    ],
)
def test_what_a_bank_cannot_hold_is_told(tmp_path: Path, kind: str, why: str) -> None:
    got = imported(tmp_path, kind, text("Q?") + LIST)
    assert not got.items
    assert why in got.messages
