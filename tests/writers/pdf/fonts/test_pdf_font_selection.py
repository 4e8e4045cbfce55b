"""Which face a character is set in, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz as hb
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    item,
    section,
)
from support.script_fonts import NOTO, fonts

from quizgen.model.assessment import Assessment
from quizgen.model.diagnostics import Report
from quizgen.writers.pdf.fonts import font_selection
from quizgen.writers.pdf.fonts.faces import MONO, SANS, SERIF, Family, Font, face
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.fonts.scripts.system_faces import SystemFaces


def test_weights_differ_where_the_font_has_several() -> None:
    regular, bold = Font(SERIF, 11), Font(SERIF, 11, strong=True)
    book = FontBook("ko", machine=fonts("NotoSerifCJK"))
    faces = [book.resolve("한", font) for font in (regular, bold)]
    assert [face.name.rpartition("-")[2] for face in faces if face] == ["Regular", "Bold"]


ALPHABETS = {
    "Vietnamese": "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrst"
    "uùủũúụưừửữứựvxyỳỷỹýỵ₫",
    "Greek": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ·«»",
    "ancient Greek": "ἀἁἂἃἄἅἆἇᾀᾳὰᾶἐὲἠᾐὴῆῃἰὶῖὀὸῤῥὐὺῦὠᾠὼῶῳ",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя№",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя₴",
    "Serbian": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "Kazakh": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "Polish": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "Turkish": "abcçdefgğhıiİjklmnoöprsştuüvyz₺",
    "Romanian": "aăâbcdefghiîjklmnoprsștțuvxz„”",
    "Icelandic": "aábdðeéfghiíjklmnoóprstuúvxyýþæö",
    "Latvian and Maltese": "āčēģīķļņšūžċġħż",
    "French": "àâæçéèêëîïôœùûüÿ«»…’",
}


@pytest.mark.parametrize("alphabet", ALPHABETS)
@pytest.mark.parametrize("family", [SERIF, SANS])
@pytest.mark.parametrize("strong", [False, True])
def test_quizgens_own_fonts_have_every_letter(alphabet: str, family: Family, strong: bool) -> None:
    book = FontBook()
    letters = ALPHABETS[alphabet]
    font = Font(family, 11, strong=strong)
    assert [one for one in letters + letters.upper() if not book.resolve(one, font)] == []


def test_code_is_set_in_a_face_whose_characters_are_equally_wide() -> None:
    book = FontBook()
    faces = {book.resolve(one, Font(MONO, 10)) for one in "if x_1 >= iW: return {}"}
    assert len(faces) == 1
    face = faces.pop()
    assert face
    assert len({face.measure(one, 10) for one in "iW.{_ "}) == 1


@pytest.mark.parametrize("family", [SERIF, SANS])
@pytest.mark.parametrize("letter", ["ẹ́", "ọ̀", "Ẹ́", "q̇", "m̀"])
def test_an_accent_stands_in_the_middle_of_its_letter(family: Family, letter: str) -> None:
    book = FontBook()
    shaped = book.shaped(face(family))
    assert shaped
    base, mark = shaped.shape(letter).glyphs
    drawn = hb.Font(hb.Face(hb.Blob.from_file_path(face(family).path)))
    over, under = (drawn.get_glyph_extents(one.gid) for one in (mark, base))
    middle = base.advance + mark.x + over.x_bearing + over.width / 2
    assert middle == pytest.approx(base.advance / 2, abs=0.12 * base.advance)
    assert mark.y + over.y_bearing + over.height > under.y_bearing


def test_configured_fonts_come_before_those_of_the_machine() -> None:
    nanum = next(p for p in fonts("NanumMyeongjo.ttf")())
    book = FontBook("ko", (nanum.read_bytes(),), fonts("NotoSerifCJK"))
    face = book.resolve("한", Font(SERIF, 11))
    assert face
    assert face.name == "NanumMyeongjo"


def test_what_is_found_does_not_depend_on_the_order_of_files_or_questions() -> None:
    fonts("NotoSansCJK", "NotoSerifCJK", "Nanum")  # skips where no file has the letter
    files = fonts()()
    names = ("nosuchfont",)
    there = SystemFaces(files, False, "en").find(0xAC00, names, 400)
    other = SystemFaces(files[::-1], False, "en")
    other.find(0x05D0, names, 400)
    back = other.find(0xAC00, names, 400)
    assert there
    assert back
    assert there.name == back.name


def test_a_damaged_font_file_is_passed_over(tmp_path: Path) -> None:
    for name, content in (("a.ttf", b""), ("b.ttf", b"\0\1\0\0"), ("c.otf", b"OTTO" + b"x" * 99)):
        (tmp_path / name).write_bytes(content)
    book = FontBook("ko", (b"\0\1\0\0xxxx",), lambda: sorted(tmp_path.iterdir()))
    assert book.resolve("한", Font(SERIF, 11)) is None


def test_a_missing_script_is_one_warning_an_item_and_says_what_to_install() -> None:
    report = Report()
    built(korean(), report)
    [found] = report.diagnostics
    assert found.name == "missing-glyph"
    for wanted in ("item q", "U+BCF4", "HANGUL SYLLABLE BO"):
        assert wanted in found.message
    assert found.help
    for wanted in ("fonts-noto-cjk", "Noto Serif KR", "`fonts:`"):
        assert wanted in found.help


def test_without_the_extra_the_warning_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_selection, "find_spec", lambda name: None)
    font_selection.can_shape.cache_clear()
    try:
        report = Report()
        built(korean(), report, fonts(*NOTO))
    finally:
        monkeypatch.undo()
        font_selection.can_shape.cache_clear()
    [found] = report.diagnostics
    assert found.help
    assert "pip install 'quizgen[scripts]'" in found.help


def korean() -> Assessment:
    return assessment(
        section(item("q", "보좌관", choice("보좌관", "도시"), "도시", references=["a"]), title="1")
    )


def test_a_latin_worksheet_asks_for_no_other_font() -> None:
    def never() -> list[Path]:
        raise AssertionError("the machine's fonts were listed")

    built(assessment(section(item("q", "naïve Ελλάδα Київ — “x” → 1", entry("Việt")))), None, never)
