"""Worksheets that are filled in on a screen: what is in their files, and what is not."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pikepdf
from support.filled_forms import fields_of
from support.pdf_samples import (
    EVERY_INTERACTION,
    assessment,
    choice,
    entry,
    essay,
    files,
    gaps,
    in_every_printing,
    item,
    numeric,
    section,
    with_parts,
)
from support.pdf_structure import elements

from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.model.assessment import Assessment, Head, Printing, Question, Section, Worksheet
from quizgen.model.diagnostics import Report
from quizgen.model.form_names import question_field
from quizgen.model.item import Choice, ExtendedText, Match, Order
from quizgen.model.roster import Pupil
from quizgen.model.text import Text

T = TypeVar("T")
FILLABLE = Printing(fillable=True)
DIGEST = "1f3a1014"


def sheet_of(*sections: Section, **changes: object) -> tuple[Worksheet, Assessment]:
    made = assessment(*sections, printing=FILLABLE)
    sheet = replace(made.worksheets[0], digest=DIGEST, **changes)  # type: ignore[arg-type]
    return sheet, with_parts(made, worksheets=(sheet,))


def form(*sections: Section, **changes: object) -> bytes:
    return files(sheet_of(*sections, **changes)[1])["worksheet.pdf"]


def parts(content: bytes) -> dict[str, list[pikepdf.Object]]:
    """The widgets by the names of their fields, without the root."""
    return {name.partition(".")[2]: found for name, found in fields_of(content).items()}


def kind(widget: pikepdf.Object) -> str:
    field = widget if "/FT" in widget else widget.Parent
    flags = int(field.get("/Ff", 0))
    if field.FT == "/Btn":
        return "radio" if flags & 1 << 15 else "check"
    if field.FT == "/Ch":
        assert flags & 1 << 17
        return "list"
    return "lines" if flags & 1 << 12 else "line"


EXPECTED = {
    "host": ("radio", 4),
    "topics": ("check", 4),
    "true": ("radio", 2),
    "chair": ("line", 1),
    "gaps": ("line", 2),
    "how-many": ("line", 1),
    "year": ("line", 1),
    "people": ("list", 3),
    "events": ("list", 3),
}


def test_each_question_has_the_fields_that_its_answer_takes() -> None:
    found = parts(form(EVERY_INTERACTION))
    for question in EVERY_INTERACTION.questions:
        name = question.item.name
        places = (0, *range(1, 9))
        widgets = [w for n in places for w in found.pop(question_field(name, n), [])]
        kinds = {kind(widget) for widget in widgets}
        if name in EXPECTED:
            assert (kinds, len(widgets)) == ({EXPECTED[name][0]}, EXPECTED[name][1]), name
        elif isinstance(question.item.interaction, ExtendedText):
            assert (kinds, len(widgets)) == ({"lines"}, 1)
        else:
            assert (kinds, len(widgets)) == ({"line"}, 1)
    assert sorted(found) == ["head-2", "head-3", "name"]


def test_the_root_says_which_worksheet_and_form_it_is() -> None:
    _, made = sheet_of(EVERY_INTERACTION)
    [sheet] = made.worksheets
    forms = tuple(replace(sheet, form=letter) for letter in "AB")
    printed = files(with_parts(made, worksheets=forms))
    for letter in "AB":
        names = fields_of(printed[f"worksheet-{letter}.pdf"])
        assert {name.partition(".")[0] for name in names} == {f"qz1-{DIGEST}-{letter}"}
    assert all(name.startswith(f"qz1-{DIGEST}.") for name in fields_of(form(EVERY_INTERACTION)))


def test_names_stay_where_questions_change_places() -> None:
    questions = EVERY_INTERACTION.questions
    turned = tuple(
        replace(question, number=number) for number, question in enumerate(reversed(questions), 1)
    )
    other = replace(EVERY_INTERACTION, questions=turned)
    assert sorted(parts(form(other))) == sorted(parts(form(EVERY_INTERACTION)))


def in_another_order_of_the_bank(question: Question) -> Question:
    """The same for the eye, though its author has written it in another order, with other keys."""
    interaction, count = question.item.interaction, len(question.order)

    def turned(parts: tuple[T, ...]) -> tuple[T, ...]:
        return *parts[1:], *parts[:1]

    match interaction:
        case Choice(options=options):
            keys = [option.is_key for option in options]
            new = tuple(
                one._replace(is_key=is_key)
                for one, is_key in zip(turned(options), keys, strict=True)
            )
            interaction = replace(interaction, options=new)
        case Match(responses=responses, key=key):
            interaction = replace(interaction, responses=turned(responses), key=turned(key))
        case Order(events=events):
            interaction = replace(interaction, events=turned(events))
        case ExtendedText():
            interaction = replace(interaction, answer=Text(("no",)))
        case _:
            return question
    order = tuple((index - 1) % count for index in question.order)
    return replace(question, item=replace(question.item, interaction=interaction), order=order)


def test_nothing_in_the_file_tells_the_key() -> None:
    questions = tuple(map(in_another_order_of_the_bank, EVERY_INTERACTION.questions))
    content = form(EVERY_INTERACTION)
    assert form(replace(EVERY_INTERACTION, questions=questions)) == content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        raw = b"".join(pikepdf.Object.unparse(one, resolved=True) for one in pdf.objects)
    for secret in (b"host", b"chair", b"how-many", b"JavaScript", b"NeedAppearances"):
        assert secret not in raw.replace(b"the host", b"")
    assert b"/JS" not in raw


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert form(EVERY_INTERACTION) == form(EVERY_INTERACTION)


@in_every_printing
def test_only_the_sheets_of_forms_can_be_filled_in(printing: Printing) -> None:
    wanted = replace(printing, fillable=True, teacher=True, all_forms=True, answer_sheet=True)
    made = assessment(EVERY_INTERACTION, printing=wanted)
    [sheet] = made.worksheets
    pupils = (Pupil("Anna", "1", "7b", "A"),)
    forms = tuple(replace(sheet, form=letter, digest=DIGEST, pupils=pupils) for letter in "AB")
    on_screen = files(with_parts(made, worksheets=forms))
    on_paper = files(
        with_parts(
            made,
            worksheets=tuple(
                replace(form, printing=replace(wanted, fillable=False)) for form in forms
            ),
        )
    )
    assert on_screen.keys() - {"form-sheets.json"} == on_paper.keys()
    edition = printing.editions[0].value
    ending = "" if edition == "standard" else f"-{edition}"
    sheets = {f"worksheet-{letter}{ending}.pdf" for letter in "AB"}
    for name, content in on_screen.items():
        if name in sheets:
            assert fields_of(content)
        elif name.endswith(".pdf"):
            assert content == on_paper[name], name
            assert fields_of(content) == {}
    assert not any(fields_of(on_paper[name]) for name in sheets)


def test_each_widget_is_the_only_content_of_a_form_element() -> None:
    with pikepdf.open(io.BytesIO(form(EVERY_INTERACTION))) as pdf:
        tree = pdf.Root.StructTreeRoot
        forms = [one for one in elements(tree) if one.S == "/Form"]
        widgets = [one.K[0].Obj.objgen for one in forms if len(one.K) == 1]
        assert len(widgets) == len(forms)
        on_pages = [
            widget.objgen
            for page in pdf.pages
            for widget in page.get("/Annots", [])
            if widget.get("/Subtype") == "/Widget"
        ]
        assert sorted(widgets) == sorted(on_pages)
        assert widgets == on_pages  # the tab key goes in the order of reading
        assert all(page.obj.Tabs == "/S" for page in pdf.pages)


def test_a_screen_reader_hears_question_and_option() -> None:
    found = parts(form(EVERY_INTERACTION))
    options = [str(widget.TU) for widget in found[question_field("host")]]
    stem = "1. In which city did the three advisers meet?"
    assert all(
        label.startswith(f"{stem} {letter} ") for label, letter in zip(options, "ABCD", strict=True)
    )
    assert str(found[question_field("host")][0].Parent.TU) == stem
    [gap] = found[question_field("gaps", 2)]
    assert "blank 2" in str(gap.TU)
    [entry_of_list] = found[question_field("people", 1)]
    assert "Jake Sullivan" in str(entry_of_list.TU)


def test_every_field_brings_how_it_looks_and_an_embedded_font() -> None:
    with pikepdf.open(io.BytesIO(form(EVERY_INTERACTION))) as pdf:
        fields = pdf.Root.AcroForm
        assert "/NeedAppearances" not in fields
        [font] = fields.DR.Font.values()
        assert "/FontFile2" in font.FontDescriptor
        assert len(font.Widths) == 224
        for page in pdf.pages:
            for widget in page.get("/Annots", []):
                assert "/N" in widget.AP


def test_the_first_field_of_a_head_without_a_name_is_the_pupils() -> None:
    found = parts(form(EVERY_INTERACTION, head=Head(fields=(Text(("Group",)), Text(("Seat",))))))
    assert {"name", "head-2"} <= found.keys()
    found = parts(form(EVERY_INTERACTION, head=Head(fields=(Text(("Group",)), Text(("Name:",))))))
    assert {"name", "head-1"} <= found.keys()


def test_what_nobody_can_fill_in_is_told() -> None:
    drawn = replace(item("drawn", "Draw.", essay("x")), space=AnswerSpace(SpaceKind.SQUARES))
    summed = replace(item("sum", "Add.", numeric("3")), space=AnswerSpace(lines=4))
    typed = replace(item("typed", "Say.", entry("x")), space=AnswerSpace(SpaceKind.BOX))
    report = Report()
    questions = section(drawn, summed, typed, item("c", "x", choice("a", "b")))
    files(assessment(questions, printing=FILLABLE), report)
    told = [one for one in report.diagnostics if one.name == "unfillable-space"]
    assert ["drawing" in told[0].message, "working" in told[1].message] == [True, True]
    assert len(told) == 2
    report = Report()
    files(assessment(questions), report)
    assert report.diagnostics == []


def test_long_essays_stay_on_one_page(tmp_path: Path) -> None:
    long = replace(item("long", "Write.", essay("x", lines=60)), space=AnswerSpace(lines=90))
    [widget] = parts(form(section(long)))[question_field("long")]
    _, bottom, _, top = map(float, widget.Rect)
    assert 350 < top - bottom < 450


def test_gaps_in_lists_and_tables_have_fields() -> None:
    source = "- a {{c1::b::c}}\n\n|d|{{c2::e}}|\n|-|-|\n|{{c3::f}}|g|"
    found = parts(form(section(item("filled", Text(()), gaps(source)))))
    assert {question_field("filled", place) for place in (1, 2, 3)} <= found.keys()
