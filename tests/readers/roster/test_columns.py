"""Which columns of a roster are read, in whatever language and order they come."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.diagnostics import Report
from quizgen.model.roster import Pupil
from quizgen.model.source import Source
from quizgen.readers.roster.read import read_roster

ANNA = ("Anna Lee", "12", "7b", "B")


def pupils(folder: Path, text: str, name: str = "class.csv") -> list[tuple[str, str, str, str]]:
    """The pupils in `text`; nothing is reported."""
    path = folder / name
    path.write_bytes(text.encode())
    report = Report()
    roster = read_roster(path, report)
    assert report.diagnostics == []
    assert roster
    return [(p.name, p.id, p.class_name, p.form) for p in roster.pupils]


@pytest.mark.parametrize(
    "headings",
    [
        "name,id,class,form",
        "Student Name;Student ID;Homeroom;Version",
        "Schüler/in\tNr.\tKlasse\tTestgruppe",
        "Élève,Numéro,Classe,Sujet",
        "Alumno,Matrícula,Curso,Modelo",
        "이름,학번,반,유형",
        "氏名,番号,組,型",
        "姓名,学号,班级,版",
        "姓名,學號,班級,卷別",
        "الاسم,الرقم,الصف,النموذج",
        "שם,מספר,כיתה,נוסח",
    ],
)
def test_headings_of_every_language_are_known(tmp_path: Path, headings: str) -> None:
    separator = next((s for s in ";\t" if s in headings), ",")
    row = separator.join(ANNA)
    assert pupils(tmp_path, f"{headings}\n{row}\n") == [ANNA]


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("Name,Vorname\nLee,Anna", "Anna Lee"),
        ("Nachname,Vorname\nLee,Anna", "Anna Lee"),
        ("First name,Last name,Email\nAnna,Lee,a@b", "Anna Lee"),
        ("Nombre,Apellidos\nAna,García Gil", "Ana García Gil"),
        ("Nom,Prénom\nLee,Anne", "Anne Lee"),
        ("Nom\nAnne Lee", "Anne Lee"),
        ("Vorname\nAnna", "Anna"),
        ("성,이름\n김,민준", "김민준"),
        ("姓,名\n山田,太郎", "山田太郎"),
        ("Full name,First name,Last name\nAnna M. Lee,Anna,Lee", "Anna M. Lee"),
        ('name\n"Lee, Anna"', "Lee, Anna"),
        ("name\n'=cmd", "=cmd"),
    ],
)
def test_a_name_in_two_columns_is_put_together_as_it_is_spoken(
    tmp_path: Path, table: str, name: str
) -> None:
    assert [pupil[0] for pupil in pupils(tmp_path, f"{table}\n")] == [name]


def test_a_school_may_stand_above_and_empty_lines_between(tmp_path: Path) -> None:
    text = "School of Seoul,,\n,,\nNo,Name,Form\n1,Kim,A\n,,\n2,Lee,form b\n"
    assert pupils(tmp_path, text) == [("Kim", "1", "", "A"), ("Lee", "2", "", "B")]


def test_sheets_of_a_workbook_are_classes(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "7a"
    for title, names in (("7a", ["Kim", "Lee"]), ("7b", ["Choi"])):
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        for row in (["Name", "ID"], *([name, n] for n, name in enumerate(names, 1))):
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    path = tmp_path / "all.xlsx"
    path.write_bytes(content.getvalue())
    report = Report()
    roster = read_roster(path, report)
    assert roster
    assert [(p.name, p.class_name) for p in roster.pupils] == [
        ("Kim", "7a"),
        ("Lee", "7a"),
        ("Choi", "7b"),
    ]
    # The two with the id 1 are told, by the row of the sheet.
    assert [(d.name, d.span.line) for d in report.diagnostics] == [("duplicate-pupil", 2)]


names = st.text(st.characters(codec="utf-8", categories=["L", "M", "N"]), min_size=1, max_size=20)


@given(name=names)
def test_any_letters_come_through(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("roster") / "r.csv"
    path.write_text(f"name,id\n{name},1\n", encoding="utf-8")
    report = Report()
    roster = read_roster(path, report)
    told = [d.name for d in report.diagnostics]
    assert (roster is not None and roster.pupils[0].name == name) or told == ["bad-roster"]


def test_a_pupil_without_an_id_keeps_the_key_wherever_the_line_stands(tmp_path: Path) -> None:
    keys = {Pupil("Kim", class_name="7a").key, Pupil("Kim", class_name="7b").key}
    assert len(keys) == 2
    assert not any("Kim" in key for key in keys)
    assert Pupil("Kim", "12").key == "12"


def test_a_list_of_many_classes_is_read_again_and_again(tmp_path: Path) -> None:
    text = "name,id\n" + "".join(f"Pupil {n},{n}\n" for n in range(200))
    first, second = (pupils(tmp_path, text) for _ in range(2))
    assert first == second
    assert len(first) == 200
    assert Pupil("Ann", "1", span=Source(tmp_path, "x").whole()) == Pupil("Ann", "1")
