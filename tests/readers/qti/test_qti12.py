"""QTI 1.2 as learning platforms export it: what comes into a bank, and what is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

from support import PIXEL
from support.brought import Brought, bring, keys
from support.there_and_back import shown, told

from quizgen.model.item import Choice, ExtendedText, TextEntry
from quizgen.model.text import Image


def material(text: str, kind: str = "text/html") -> str:
    return f'<material><mattext texttype="{kind}">{escape(text)}</mattext></material>'


def lid(ident: str, options: str, about: str = "", cardinality: str = "Single") -> str:
    """A response with options named by their letters."""
    labels = "".join(
        f'<response_label ident="{o}">{material(o, "text/plain")}</response_label>' for o in options
    )
    head = f'<response_lid ident="{ident}" rcardinality="{cardinality}">{about and material(about)}'
    return f"{head}<render_choice>{labels}</render_choice></response_lid>"


def fib(ident: str, kind: str = "String") -> str:
    label = '<response_label ident="a"/>'
    inside = f'<render_fib fibtype="{kind}">{label}</render_fib>'
    return f'<response_str ident="{ident}">{inside}</response_str>'


def equal(ident: str, value: str, tag: str = "varequal") -> str:
    return f'<{tag} respident="{ident}">{value}</{tag}>'


def right(*tests: str, score: str = "100", shows: str = "") -> str:
    add = f'<setvar action="Add" varname="SCORE">{score}</setvar>' if score else ""
    link = f'<displayfeedback feedbacktype="Response" linkrefid="{shows}"/>' if shows else ""
    return (
        f"<respcondition><conditionvar>{''.join(tests)}</conditionvar>{add}{link}</respcondition>"
    )


def item(
    stem: str, shows: str, scores: str, kind: str = "", more: str = "", ident: str = "i1"
) -> str:
    fields = {"question_type": kind, "points_possible": "3.0"}
    meta = "".join(
        f"<qtimetadatafield><fieldlabel>{k}</fieldlabel><fieldentry>{v}</fieldentry></qtimetadatafield>"
        for k, v in fields.items()
    )
    return (
        f'<item ident="{ident}"><itemmetadata><qtimetadata>{meta}</qtimetadata></itemmetadata>'
        f"<presentation>{material(stem)}{shows}</presentation>"
        f"<resprocessing>{scores}</resprocessing>{more}</item>"
    )


def quiz(*items: str, title: str = "Quiz", ident: str = "a1") -> str:
    inside = f'<section ident="root_section">{"".join(items)}</section>'
    return (
        '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">'
        f'<assessment ident="{ident}" title="{title}">{inside}</assessment></questestinterop>'
    )


def feedback(ident: str, text: str) -> str:
    return f'<itemfeedback ident="{ident}"><flow_mat>{material(text)}</flow_mat></itemfeedback>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
        for name, part in files.items():
            archive.writestr(name.replace("__", "/"), part)
    return content.getvalue()


def _one(root: Path, *parts: str, **more: str) -> tuple[Brought, object]:
    folder = root / str(len(list(root.iterdir())))
    folder.mkdir()
    got = bring(folder, "quiz.xml", quiz(item(*parts, **more)))
    assert len(got.items) == 1, got.messages
    return got, told(got.items[0])


def test_a_choice_comes_with_rationales_and_points(tmp_path: Path) -> None:
    scores = (
        right(equal("r", "a"), score="", shows="a_fb")
        + right(equal("r", "b"), shows="correct_fb")
        + right("<other/>", score="", shows="general_incorrect_fb")
    )
    texts = [("a_fb", "not a"), ("correct_fb", "so it is"), ("general_incorrect_fb", "no")]
    more = "".join(feedback(*pair) for pair in texts)
    got, _ = _one(tmp_path, "<p>Which <b>one</b>?</p>", lid("r", "abc"), scores, more=more)
    (question,) = got.items
    assert keys(question) == ["b"]
    assert question.points == 3
    assert question.explain is not None
    assert shown(question.explain) == "so it is"
    assert isinstance(question.interaction, Choice)
    rationales = {o.text.plain: o.rationale for o in question.interaction.options}
    assert rationales["a"] is not None
    assert got.losses == {"GENERAL_FEEDBACK": ["no"]}


def test_several_right_options_come_by_one_condition_or_by_many(tmp_path: Path) -> None:
    whole = right(f"<and>{equal('r', 'a')}{equal('r', 'c')}<not>{equal('r', 'b')}</not></and>")
    many = right(equal("r", "a"), score="50") + right(equal("r", "c"), score="50")
    many += right(equal("r", "b"), score="-50")
    for scores in (whole, many):
        got, _ = _one(tmp_path, "Which?", lid("r", "abc", cardinality="Multiple"), scores)
        assert keys(got.items[0]) == ["a", "c"]
        assert got.losses == {}


def test_points_that_are_taken_away_make_no_key(tmp_path: Path) -> None:
    for action in ("Subtract", "subtract", "Multiply", "Divide"):
        less = right(equal("r", "b"), score="50").replace("Add", action)
        scores = right(equal("r", "a"), score="50") + less + right(equal("r", "c"), score="50")
        got, _ = _one(tmp_path, "Which?", lid("r", "abc", cardinality="Multiple"), scores)
        assert keys(got.items[0]) == ["a", "c"]


def test_pairs_categories_and_orders_come(tmp_path: Path) -> None:
    pairs = lid("r1", "abc", "one") + lid("r2", "abc", "two")
    scores = right(equal("r1", "b"), score="50") + right(equal("r2", "a"), score="50")
    assert _one(tmp_path, "Match", pairs, scores)[1] == ([("one", "b"), ("two", "a")], ["c"])
    scores = right(equal("r1", "a"), equal("r1", "b")) + right(equal("r2", "c"))
    _, task = _one(tmp_path, "Sort", pairs, scores)
    assert task == ([("a", "one"), ("b", "one"), ("c", "two")], [])
    scores = right(equal("r", "c"), equal("r", "a"), equal("r", "b"))
    assert _one(tmp_path, "Order", lid("r", "abc", cardinality="Ordered"), scores)[1] == list("cab")


def test_blanks_come_and_their_further_answers_are_told(tmp_path: Path) -> None:
    typed = lid("r1", "xX", "one") + lid("r2", "yz", "two")
    scores = right(equal("r1", "x"), score="50") + right(equal("r2", "y"), score="50")
    kind = "fill_in_multiple_blanks_question"
    got, task = _one(tmp_path, "A [one] and a [two].", typed, scores, kind=kind)
    assert task == (["x", "y"], "A and a .")
    assert got.losses == {"GAP_ANSWERS": ["z"]}
    kind = "multiple_dropdowns_question"
    got, task = _one(tmp_path, "A [one] and a [two].", typed, scores, kind=kind)
    assert got.losses == {"OPTIONS": ["X", "z"]}
    got, _ = _one(tmp_path, "A [one].", lid("r1", "xy", "one"), scores, kind=kind)
    assert keys(got.items[0]) == ["x"]


def test_typed_answers_numbers_and_essays_come(tmp_path: Path) -> None:
    scores = right(equal("r", "Seoul"), equal("r", "Soul")) + right(equal("r", "S"), score="50")
    got, _ = _one(tmp_path, "Where?", fib("r"), scores)
    task = got.items[0].interaction
    assert isinstance(task, TextEntry)
    assert [task.answer.plain, *(a.plain for a in task.accepted)] == ["Seoul", "Soul"]
    assert got.losses == {"PARTLY_RIGHT": ["S"]}
    near = f"<and>{equal('r', '4', 'vargte')}{equal('r', '6', 'varlte')}</and>"
    scores = right(f"<or>{equal('r', '5')}{near}</or>")
    assert str(_one(tmp_path, "How many?", fib("r", "Decimal"), scores)[1]) == (
        "(Decimal('5'), Decimal('1'))"
    )
    got, _ = _one(tmp_path, "Why?", fib("r"), right("<other/>", score=""), kind="essay_question")
    assert isinstance(got.items[0].interaction, ExtendedText)


def test_pairs_of_blackboard_come_by_their_places(tmp_path: Path) -> None:
    def text(html: str) -> str:
        inside = f'<mat_formattedtext type="HTML">{escape(html)}</mat_formattedtext>'
        return (
            f'<flow class="F"><material><mat_extension>{inside}</mat_extension></material></flow>'
        )

    def left(name: str) -> str:
        labels = "".join(f'<response_label ident="{name}{n}"/>' for n in range(3))
        response = f'<response_lid ident="{name}"><render_choice>{labels}</render_choice>'
        return f'<flow class="Block">{text(name)}{response}</response_lid></flow>'

    rights = "".join(f'<flow class="Block">{text(name)}</flow>' for name in ("x", "y", "z"))
    body = f"<flow>{text('Match <b>them</b>')}<flow>{left('a')}{left('b')}</flow>"
    body += f'<flow class="RIGHT_MATCH_BLOCK">{rights}</flow></flow>'
    scores = right(equal("a", "a2"), score="", shows="correct")
    scores += right(equal("b", "b0"), score="", shows="correct")
    node = (
        f"<item><presentation>{body}</presentation><resprocessing>{scores}</resprocessing></item>"
    )
    (question,) = bring(tmp_path, "b.zip", zipped({"res1.dat": quiz(node)})).items
    assert shown(question.stem) == "Match them"
    assert told(question) == ([("a", "z"), ("b", "x")], ["y"])


def test_true_and_false_are_known_by_their_words(tmp_path: Path) -> None:
    labels = lid("r", "tf").replace(">t</mattext>", ">Wahr</mattext>")
    labels = labels.replace(">f</mattext>", ">Falsch</mattext>")
    got, _ = _one(tmp_path, "Ja?", labels, right(equal("r", "f")))
    task = got.items[0].interaction
    assert isinstance(task, Choice)
    assert task.is_true_false
    assert task.options[1].is_key


def test_what_a_bank_has_no_place_for_is_told(tmp_path: Path) -> None:
    place = '<response_xy ident="r"><render_hotspot/></response_xy>'
    text = item("Read this", "", "", kind="text_only_question")
    files = (
        item("Where?", place, ""),
        item("How?", fib("r"), "", kind="calculated_question"),
        item("No key", lid("r", "ab"), ""),
        '<bankentry_item item_ref="x" sourcebank_ref="y" entry_type="Item"/>',
    )
    got = bring(tmp_path, "quiz.xml", quiz(*files, text))
    assert got.items == []
    assert [d.name for d in got.diagnostics] == ["question-not-imported"] * 4 + [
        "nothing-to-import"
    ]
    for part in ("place in a picture", "at random", "no option is marked", "a question bank"):
        assert part in got.messages
    assert "made of the 4 in this file" in got.messages


def test_a_package_comes_once_with_pictures_topics_and_the_text_of_a_case(tmp_path: Path) -> None:
    scores = right(equal("r", "a"))
    stem = '<img src="$IMS-CC-FILEBASE$/Uploaded%20Media/x.png" alt="dot"> Which?'
    one = quiz(item(stem, lid("r", "ab"), scores), title="Maps", ident="q1")
    bank = (
        '<questestinterop><objectbank ident="b"><item ident="s"><itemmetadata><qtimetadata>'
        "<qtimetadatafield><fieldlabel>question_type</fieldlabel>"
        "<fieldentry>text_only_question</fieldentry></qtimetadatafield></qtimetadata>"
        f"</itemmetadata><presentation>{material('A long story')}</presentation></item>"
        f"{item('Who?', lid('r', 'ab'), scores, ident='k1')}"
        f"{item('When?', lid('r', 'ab'), scores, ident='k2')}</objectbank></questestinterop>"
    )
    entries = "".join(
        f'<bankentry_item item_ref="k{n}" entry_type="Item" parent_stimulus_item_ident="s"/>'
        for n in (1, 2)
    )
    content = zipped(
        {
            "q1__assessment_qti.xml": one,
            "non_cc_assessments__q1.xml.qti": one,
            "non_cc_assessments__b.xml.qti": bank,
            "non_cc_assessments__q2.xml.qti": quiz(entries, ident="q2", title="Story"),
            "web_resources__Uploaded Media__x.png": PIXEL,
        }
    )
    got = bring(tmp_path, "course.imscc", content)
    assert len(got.items) == 3
    maps = next(one for one in got.items if one.topic == "maps")
    assert any(isinstance(run, Image) for run in maps.stem.runs)
    stems = [item.case_stem for item in got.items if item is not maps]
    assert [stem and stem.plain for stem in stems] == ["A long story"] * 2
    assert got.losses == {}
    again = bring(tmp_path, "course.imscc", content)
    assert again.imported is not None
    assert again.imported.files == {}
