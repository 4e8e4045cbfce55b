"""Brightspace's table for its Question Library, a part of a question on each line."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.brought import bring, keys

from quizgen.model.item import Choice, ExtendedText, Match, Order, TextEntry

TABLE = """\
//Which types there are,,,,
,,,,
NewQuestion,WR,,,
ID,BIO-1,,,
Title,On cells,,,
QuestionText,"Explain, in a few words, what a cell is.",,,
Points,3,,,
Difficulty,7,,,
Image,images/cell.jpg,,,
InitialText,A cell is,,,
AnswerKey,The smallest unit that lives,,,
Hint,Think of bricks,,,
Feedback,See chapter 2,,,
NewQuestion,SA,,,
ID,BIO-2,,,
QuestionText,Who saw cells first?,,,
InputBox,3,40,,
Answer,100,Robert Hooke,,
Answer,100,Hooke,,
Answer,50,Leeuwenhoek,,
Answer,100,Hook.*,regexp,
NewQuestion,M,,,
QuestionText,Match these.,,,
Scoring,EquallyWeighted,,,
Choice,1,leaf,,
Choice,2,root,,
Match,2,water,,
Match,1,light,,
Match,3,wind,,
NewQuestion,MC,,,
ID,BIO-4,,,
QuestionText,<b>Which</b> is green?,HTML,,
Difficulty,1,,,
Option,100,a leaf,,Right: chlorophyll
Option,0,a < root,,
Option,25,<i>bark</i>,HTML,<i>Some</i>,HTML
NewQuestion,TF,,,
QuestionText,All plants are green.,,,
TRUE,0,Not all,,
FALSE,100,,,
NewQuestion,MS,,,
QuestionText,Which need light?,,,
Scoring,RightMinusWrong,,,
Option,1,leaves,,
Option,1,algae,,
Option,0,roots,,Why should they
NewQuestion,O,,,
QuestionText,Put these in order.,,,
Item,seed,NOT HTML,It begins,
Item,<b>sprout</b>,HTML,,
Item,tree,,,
Colour,green,,,
"""


def test_each_type_comes_with_what_stands_beside_it(tmp_path: Path) -> None:
    got = bring(tmp_path, "library.csv", TABLE)
    essay, typed, match, one, truth, several, order = got.items
    assert got.messages == ""
    assert isinstance(essay.interaction, ExtendedText)
    assert essay.stem.plain == "Explain, in a few words, what a cell is."
    assert (essay.id.value, essay.points) == ("BIO-1", 3)
    assert essay.interaction.answer.plain == "The smallest unit that lives"
    assert essay.hint is not None
    assert essay.hint.plain == "Think of bricks"
    assert essay.explain is not None
    assert essay.explain.plain == "See chapter 2"
    assert isinstance(typed.interaction, TextEntry)
    assert typed.interaction.answer.plain == "Robert Hooke"
    assert [text.plain for text in typed.interaction.accepted] == ["Hooke"]
    assert isinstance(match.interaction, Match)
    answers = [text.plain for text in match.interaction.responses]
    assert [answers[k] for k in match.interaction.key] == ["light", "water"]
    assert answers[-1] == "wind"
    assert keys(one) == ["a leaf"]
    assert one.stem.plain == "Which is green?"
    assert isinstance(one.interaction, Choice)
    assert [o.text.plain for o in one.interaction.options] == ["a leaf", "a < root", "bark"]
    reasons = [o.rationale.plain if o.rationale else "" for o in one.interaction.options]
    assert reasons == ["Right: chlorophyll", "", "Some"]
    assert isinstance(truth.interaction, Choice)
    assert not truth.interaction.options[0].is_key
    assert truth.explain is not None
    assert truth.explain.plain == "Not all"
    assert keys(several) == ["leaves", "algae"]
    assert isinstance(order.interaction, Order)
    assert [e.text.plain for e in order.interaction.events] == ["seed", "sprout", "tree"]
    assert order.explain is not None
    assert order.explain.plain == "seed: It begins"


def test_what_a_bank_has_no_place_for_is_told(tmp_path: Path) -> None:
    losses = bring(tmp_path, "library.csv", TABLE).losses
    assert losses == {
        "PICTURE_LINK": ["images/cell.jpg"],
        "DESCRIPTION": ["A cell is"],
        "UNUSED_COLUMN": ["Difficulty = 7", "Title = On cells", "colour = green"],
        "PARTLY_RIGHT": ["Leeuwenhoek", "bark"],
        "WILDCARD": ["Hook.*"],
        "WEIGHT": ["Scoring = RightMinusWrong"],
    }


def test_a_question_that_cannot_come_is_told_with_its_line(tmp_path: Path) -> None:
    table = (
        "// by hand\n\nNewQuestion,MC\nQuestionText,Which?\nOption,0,a\nOption,0,b\n"
        "NewQuestion,FIB\nQuestionText,What?\n"
        "NewQuestion,M\nQuestionText,Match\nChoice,1,a\n"
        "NewQuestion,TF\nQuestionText,True?\nTRUE,100\n"
    )
    got = bring(tmp_path, "library.csv", table)
    assert [d.span.line for d in got.diagnostics] == [3, 7, 9]
    assert "line 3: “Which?” was left out: no option is marked as right" in got.messages
    assert "no type “FIB”" in got.messages
    assert "nothing matches “a”" in got.messages
    assert [item.stem.plain for item in got.items] == ["True?"]


def test_semicolons_and_numbered_parts_are_read(tmp_path: Path) -> None:
    table = "NewQuestion;O\nQuestionText;Sort.\nItem;1;one\nItem;2;two\n"
    (item,) = bring(tmp_path, "library.csv", table).items
    assert isinstance(item.interaction, Order)
    assert [event.text.plain for event in item.interaction.events] == ["one", "two"]


@pytest.mark.parametrize(
    "line",
    [
        "QuestionText,Which of these, if any, is red?,HTML,,",
        "Option,100,blood, fresh or old,HTML,",
        "Option,100,blood,,Because, you see,",
        "Hint,Think, then choose,,,",
        "Feedback,See chapter 2,HTML,or 3,",
        "Title,One, two,,",
        "Answer,100,Paris, France,",
        "ID,a,b,,",
    ],
)
def test_a_text_behind_a_bare_comma_is_no_silent_loss(tmp_path: Path, line: str) -> None:
    table = (
        f"NewQuestion,MC,,,\nQuestionText,Which?,,,\n{line}\n"
        "Option,100,a leaf,,,\nOption,0,a root,,,\n"
    )
    got = bring(tmp_path, "library.csv", table)
    assert got.items == []
    assert "a text with a comma wants quotation marks around it" in got.messages


@pytest.mark.parametrize(
    "line", ["Item,seed, small,,", "Item,1,seed,HTML,x,y,z", "Item,a,HTML,b,c"]
)
def test_a_part_behind_a_bare_comma_is_told(tmp_path: Path, line: str) -> None:
    got = bring(tmp_path, "x.csv", f"NewQuestion,O\nQuestionText,Sort.\n{line}\nItem,tree,,,\n")
    assert "quotation marks" in got.messages


def test_texts_on_several_lines_come_whole(tmp_path: Path) -> None:
    table = (
        "NewQuestion,SA\nQuestionText,Who saw\nQuestionText,cells first?\nHint,One\nHint,Two\n"
        "Feedback,Three\nFeedback,<b>Four</b>,HTML\nAnswer,100,Hooke\n"
    )
    got = bring(tmp_path, "library.csv", table)
    (item,) = got.items
    texts = [item.stem, item.hint, item.explain]
    assert [" ".join(text.plain.split()) if text else "" for text in texts] == [
        "Who saw cells first?",
        "One Two",
        "Three Four",
    ]
    assert got.losses == {}


def test_a_title_beside_an_id_and_second_values_are_told(tmp_path: Path) -> None:
    table = (
        "NewQuestion,SA\nID,A-1\nTitle,On cells\nQuestionText,Who?\nPoints,2\nPoints,3\n"
        "Answer,100,Hooke\n"
    )
    got = bring(tmp_path, "library.csv", table)
    assert got.losses == {"UNUSED_COLUMN": ["Title = On cells", "points = 3"]}


def test_shares_of_several_right_options_are_told(tmp_path: Path) -> None:
    table = (
        "NewQuestion,MS\nQuestionText,Which?\nOption,60,a\nOption,40,b\nOption,-50,c\nOption,0,d\n"
    )
    got = bring(tmp_path, "library.csv", table)
    assert keys(got.items[0]) == ["a", "b"]
    assert got.losses == {"WEIGHT": ["60 / 40 / -50 / 0"]}


def test_a_number_that_matches_twice_is_refused(tmp_path: Path) -> None:
    table = (
        "NewQuestion,M\nQuestionText,Match.\nChoice,1,leaf\nChoice,2,root\n"
        "Match,1,light\nMatch,2,water\nMatch,2,wind\n"
    )
    got = bring(tmp_path, "library.csv", table)
    assert got.items == []
    assert "two lines match the number 2" in got.messages
