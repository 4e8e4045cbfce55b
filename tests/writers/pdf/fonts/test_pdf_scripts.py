"""Every script that teachers were promised: right on paper, and right when it is copied."""

from __future__ import annotations

import io
import re
import subprocess
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import bidi
import pdfplumber
import pikepdf
import pytest
import uharfbuzz as hb
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    files,
    gaps,
    item,
    match,
    order,
    plain,
    section,
    squeezed,
)
from support.script_fonts import NOTO, STEMS, fonts

from quizgen.assemble.shuffle import display_order
from quizgen.model.assessment import Assessment
from quizgen.model.bank import GlossaryEntry, Passage
from quizgen.model.diagnostics import Report
from quizgen.model.text import Text
from quizgen.model.translations import Translations
from quizgen.writers.pdf.fonts import font_selection
from quizgen.writers.pdf.fonts.faces import MONO, SANS, SERIF, Family, Font, face
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.fonts.scripts.bidi import embedding_levels, visual_order
from quizgen.writers.pdf.fonts.scripts.system_faces import SystemFaces
from quizgen.writers.pdf.layout.break_opportunities import may_end
from quizgen.writers.pdf.layout.itemize import InlineItem, Itemizer, StyledSpan
from quizgen.writers.pdf.layout.line_breaking import InlineBlank, break_lines
from quizgen.writers.pdf.layout.style import MM

_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e]")
"""What a program adds to text that it copies, to keep its direction."""


def copied(content: bytes, tmp_path: Path) -> str:
    """What poppler copies out of a PDF file, without spaces and marks of direction."""
    path = tmp_path / "copied.pdf"
    path.write_bytes(content)
    ran = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return squeezed(_MARKS.sub("", ran.stdout))


def sheet_in(language: str, *stems: str, fonts: Callable[[], list[Path]]) -> bytes:
    questions = [item(f"q{n}", plain(stem), entry("x")) for n, stem in enumerate(stems)]
    made = assessment(section(*questions, title="1"), title="1", language=language)
    report = Report()
    sheet, _ = built(made, report, fonts)
    assert report.diagnostics == []
    return sheet


@pytest.mark.parametrize("language", STEMS)
@pytest.mark.parametrize("strong", [False, True])
def test_what_is_copied_is_what_was_written(language: str, strong: bool, tmp_path: Path) -> None:
    stem = f"**{STEMS[language]}**" if strong else STEMS[language]
    question = item("q", stem, choice(STEMS[language], "x"))
    made = assessment(section(question, title="1"), title=STEMS[language], language=language)
    report = Report()
    for content in built(made, report, fonts(*NOTO)):
        assert squeezed(STEMS[language]) in copied(content, tmp_path)
        with pikepdf.open(io.BytesIO(content)) as document:
            assert str(document.Root.Lang) == language
    assert report.diagnostics == []


@pytest.mark.parametrize(
    ("language", "name"),
    [("ko", "Nanum"), ("ja", "ipam"), ("zh-CN", "wqy"), ("ko", "NotoSerifCJK")],
)
def test_fonts_of_either_kind_of_outlines_are_embedded(
    language: str, name: str, tmp_path: Path
) -> None:
    content = sheet_in(language, STEMS[language], fonts=fonts(name))
    assert squeezed(STEMS[language]) in copied(content, tmp_path)
    with pdfplumber.open(io.BytesIO(content)) as document:
        assert squeezed(STEMS[language]) in squeezed(document.pages[0].extract_text())
    assert len(content) < 60_000, "only the glyphs that are needed are in the file"
    with pikepdf.open(io.BytesIO(content)) as document:
        programs = {
            str(key)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
            for key in one
            if str(key).startswith("/FontFile")
        }
    assert programs == {"/FontFile2", "/FontFile3"} if name == "NotoSerifCJK" else {"/FontFile2"}


def test_a_font_that_numbers_its_glyphs_otherwise_prints_the_same(tmp_path: Path) -> None:
    """A part of a CID-keyed font, as makers sell for one country: a glyph's place in it is
    not its CID any more."""
    [path] = [p for p in fonts("NotoSerifCJK-Regular")() if p.suffix == ".ttc"]
    whole = hb.Face(hb.Blob.from_file_path(str(path)), 0)
    part = hb.SubsetInput()
    part.unicode_set.update(map(ord, STEMS["ko"] + "이름반날짜점쪽정답과해설"))
    files = {"whole": path, "part": tmp_path / "NotoSerifCJKpart-Regular.otf"}
    files["part"].write_bytes(hb.subset(whole, part).blob.data)
    drawn = {}
    for name, file in files.items():
        content = sheet_in("ko", STEMS["ko"], fonts=lambda file=file: [file])  # type: ignore[misc]
        (tmp_path / f"{name}.pdf").write_bytes(content)
        command = ["pdftoppm", "-r", "60", "-png", f"{name}.pdf", name]
        subprocess.run(command, cwd=tmp_path, check=True)
        drawn[name] = (tmp_path / f"{name}-1.png").read_bytes()
    assert drawn["whole"] == drawn["part"]


def test_weights_differ_where_the_font_has_several() -> None:
    regular, bold = Font(SERIF, 11), Font(SERIF, 11, strong=True)
    book = FontBook("ko", machine=fonts("NotoSerifCJK"))
    faces = [book.resolve("한", font) for font in (regular, bold)]
    assert [face.name.rpartition("-")[2] for face in faces if face] == ["Regular", "Bold"]


# Right to left


@pytest.mark.parametrize("language", ["he", "ar"])
def test_a_worksheet_in_hebrew_or_arabic_begins_at_the_right(language: str) -> None:
    answers = STEMS[language].split()[:4]
    made = assessment(
        section(item("q", STEMS[language], choice(answers[0], *answers[1:])), title="1"),
        title=STEMS[language],
        language=language,
    )
    sheet, _ = built(made, machine_fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        words = page.extract_words()
        number = max(word["x1"] for word in words if word["text"] == "1" and word["top"] > 200)
        assert number == pytest.approx(page.width - 56.7, abs=6)
        assert min(word["x0"] for word in words) < 100, "points stand at the left"
    with pikepdf.open(io.BytesIO(sheet)) as document:
        assert document.Root.ViewerPreferences.Direction == "/R2L"


def test_gaps_and_latin_names_keep_their_place_in_hebrew() -> None:
    source = "המדינות הכריזו על {{c1::סנקציות}} לפי S/RES/1718 (2006) ועל עוד."
    made = assessment(section(item("q", Text(()), gaps(source)), title="1"), language="he")
    sheet, _ = built(made, machine_fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        words = {word["text"]: word for word in page.extract_words()}
        before, name, year, then = (words[one] for one in ("לע", "S/RES/1718", "(2006)", "לעו"))
        assert then["x1"] < name["x0"] < name["x1"] < year["x0"]
        [rule] = [
            line for line in page.lines
            if abs(line["top"] - before["bottom"]) < 6 and line["x1"] - line["x0"] > 60
        ]  # fmt: skip
        assert year["x1"] < rule["x0"] < rule["x1"] < before["x0"]


@pytest.mark.parametrize(("language", "form"), [("he", "A"), ("ar", "B")])
def test_form_code_and_page_stand_apart_at_the_foot(language: str, form: str) -> None:
    made = assessment(section(item("q", "?", entry("x")), title="1"), language=language)
    sheets = tuple(replace(one, form=form, digest="1f3a1014") for one in made.worksheets)
    [sheet, _] = files(replace(made, worksheets=sheets), None, fonts(*NOTO)).values()
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        words = page.crop((0, page.height - 50, page.width, page.height)).extract_words()
        places = {word["text"]: word["x0"] for word in words}
        name, _ = Translations(language).form(form).split()
        assert places[form] < places[name[::-1]]
        between = [one for one in places if places[form] < places[one] < places[name[::-1]]]
        assert between == []
        assert places["1f3a1014"] < places[form]


@pytest.mark.parametrize("language", ["he", "fa"])
def test_rows_of_numbers_and_of_letters_run_the_same_way_in_a_key(language: str) -> None:
    """Persian has no catalogue: its letters are Latin."""
    several = item("q", "?", choice(["b", "c"], "d", "e", fixed=True))
    event = item("r", "?", order("x", "y", "z"))
    made = assessment(section(several, event, title="1"), title="1", language=language)
    _, key = built(made, machine_fonts=fonts(*NOTO))
    letters = [Translations(language).letter(n) for n in (1, 0)]
    numbers = [str(n + 1) for n in display_order(event, "seed")][::-1]
    with pdfplumber.open(io.BytesIO(key)) as document:
        rows = [
            re.sub(r"[^\w]+", " ", row) for row in document.pages[0].extract_text().splitlines()
        ]
    assert any(" ".join(letters) in row for row in rows), rows
    assert any(" ".join(numbers) in row for row in rows), rows


SENTENCES = {"he": "זה טקסט ארוך שיש בו מספר 1718.", "en": "A long text that has a number, 1718."}


@pytest.mark.parametrize(("own", "other"), [("en", "he"), ("he", "en")])
def test_a_passage_begins_at_the_side_of_its_language(own: str, other: str) -> None:
    passage = Passage(plain("Z"), (plain(f"{SENTENCES[other]} " * 12),), language=other)
    term = GlossaryEntry(
        plain("מספר 1718." if other == "he" else "number 1718."), plain("x"), other
    )
    made = assessment(section(title="1"), title="1", language=own)
    sheet = replace(made.worksheets[0], passage=passage, glossary=(term,))
    content = files(replace(made, worksheets=(sheet,)), None, fonts(*NOTO))["worksheet.pdf"]
    with pdfplumber.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        found = page.extract_words()
        first, last = "זה"[::-1] if other == "he" else "A", "1718"
        top = min(one["top"] for one in found if one["text"] == first)
        line = [one for one in found if abs(one["top"] - top) < 4]
        number, *_ = sorted(line, key=lambda one: one["x0"], reverse=other == "he")
        assert number["text"] == "1"
        assert edge(number, other) == pytest.approx(edge_of(page, other), abs=1)
        words = [one for one in line if one is not number]
        assert words[-1 if other == "he" else 0]["text"] == first
        [entry_] = [one for one in found if one["top"] > top + 100 and last in one["text"]]
        assert entry_["text"] == (".1718" if other == "he" else "1718.")


def edge(word: dict[str, float], language: str) -> float:
    return word["x1"] if language == "he" else word["x0"]


def edge_of(page: Any, language: str) -> float:
    """Where lines of `language` begin."""
    return float(page.width) - 20 * MM if language == "he" else 20 * MM


@pytest.mark.parametrize(("own", "other"), [("en", "he"), ("he", "en")])
def test_a_quote_runs_as_its_language_does(own: str, other: str) -> None:
    passage = Passage(plain("Z"), (plain(SENTENCES[other]),), language=other)
    question = item("q", "1", entry("x"), evidence=[SENTENCES[other]])
    made = assessment(section(question, title="1"), title="1", language=own)
    bank = replace(made.bank, passage=passage)
    _, key = built(replace(made, bank=bank), machine_fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(key)) as document:
        text = document.pages[0].extract_text()
    assert (".1718" if other == "he" else "1718.") in text


def test_a_match_in_arabic_has_its_boxes_at_the_right() -> None:
    pairs = {"جيك سوليفان": "الولايات المتحدة", "تشو": "كوريا الجنوبية"}
    made = assessment(section(item("q", "من", match(pairs)), title="1"), language="ar")
    sheet, _ = built(made, machine_fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        page = document.pages[0]
        assert {round(box["x1"] / page.width, 1) for box in page.rects} == {0.9}


def test_one_arabic_word_in_an_english_sentence_is_joined_and_turned(tmp_path: Path) -> None:
    stem = "The word سلام means peace."
    sheet = sheet_in("en", stem, fonts=fonts(*NOTO))
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        words = [word["text"] for word in document.pages[0].extract_words()]
    assert words[words.index("word") + 1 : words.index("means")] == ["سلام"[::-1]]
    book = FontBook("en", machine=fonts(*NOTO))
    face = book.resolve("س", Font(SERIF, 11))
    alone, joined = ({glyph.gid for glyph in face.shape(one, True).glyphs} for one in "سل")  # type: ignore[union-attr]
    word = {glyph.gid for glyph in face.shape("سلام", True).glyphs}  # type: ignore[union-attr]
    assert not word >= alone | joined


ISOLATES = "\u2066\u2067\u2068\u2069"
UNSEEN = dict.fromkeys(map(ord, ISOLATES))

_BOTH_WAYS = st.text(
    st.sampled_from("abcאבגدهو0123456789٠١ ,.:;!?-+/()[]\"'–" + ISOLATES), min_size=1, max_size=40
).map(str.strip).filter(bool)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(_BOTH_WAYS, st.sampled_from([0, 1]))
@example("\u20670 \u2066", 0)  # white space at the end, in an isolate that has none
def test_directions_are_those_of_another_implementation(text: str, base: int) -> None:
    """python-bidi's own display order comes from the Rust crate unicode-bidi."""
    levels = embedding_levels(text, base)
    shown = "".join(text[place] for place in visual_order(levels))
    expected = bidi.get_display(text, base_dir="LR"[base])
    assert shown.translate(UNSEEN) == expected.translate(UNSEEN)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from([0, 1]))
def test_any_text_has_directions(text: str, base: int) -> None:
    levels = embedding_levels(text, base)
    assert len(levels) == len(text)
    assert sorted(visual_order(levels)) == list(range(len(text)))


def test_a_text_four_times_as_long_takes_about_four_times_as_long() -> None:
    spelling = Itemizer(FontBook("he", machine=fonts(*NOTO)), rtl=True)

    def taken(count: int) -> float:
        parts, start = [StyledSpan("א (a) 1, ", Font(SERIF, 11))] * count, time.process_time()
        spelling.paragraph(parts)
        return time.process_time() - start

    taken(10)
    assert taken(20_000) < 7 * min(taken(5_000) for _ in range(3))


# Lines


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("漢字かなカナッョー、。「」（）・…123abc한국 "), min_size=2))
def test_no_line_of_japanese_begins_or_ends_with_the_wrong_mark(text: str) -> None:
    for index in range(len(text) - 1):
        if text[index + 1] in "ッョー、。」）…":
            assert not may_end(text, index, text[index]) or text[index] == " "
        if text[index] in "「（":
            assert not may_end(text, index, text[index])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("東京都", "東|京|都"),
        ("「東京」、", "「東|京」、"),
        ("NATO軍", "NATO|軍"),
        ("한국어", "한국어"),
        ("韓國은", "韓|國은"),
        ("1,000円です。", "1,000|円|で|す。"),
        ("COVID-19", "COVID-19"),
        ("and/or", "and/|or"),
    ],
)
def test_lines_may_end_where_readers_expect(text: str, places: str) -> None:
    ends = [text[i] + "|" * may_end(text, i, text[i]) for i in range(len(text))]
    assert "".join(ends) == places


@pytest.mark.parametrize("language", ["ja", "zh-CN"])
def test_lines_end_beside_blanks_and_strong_words_but_not_behind_a_number(language: str) -> None:
    body, strong, small = Font(SERIF, 11), Font(SERIF, 11, strong=True), Font(SANS, 9)
    parts: list[InlineItem] = []
    for number in range(1, 5):
        letters = "国家"[: 1 + number % 2]
        parts += (
            StyledSpan(letters, body),
            StyledSpan(str(number), small),
            InlineBlank(3, 90, 90, 0.5),
        )
        parts += (
            StyledSpan("、" * (number % 2), body),
            StyledSpan(letters, strong),
            StyledSpan("国", body),
        )
    spelling = Itemizer(FontBook(language, machine=fonts(*NOTO)), rtl=False)
    lines = break_lines(spelling.paragraph(parts), 220)
    assert ["".join(getattr(piece, "text", "_") for piece in line) for line in lines] == [
        "国家1_、国家国国",
        "2_国国国家",
        "3_、国家国国",
        "4_国国",
    ]


# Fonts


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


def test_accents_that_have_no_letter_of_their_own_stand_above_it() -> None:
    sheet = sheet_in("en", "Yoruba: ẹ́ ọ̀ and q̇", fonts=list)
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        characters = document.pages[0].chars
    letters = "".join(one["text"] for one in characters)
    assert unicodedata.normalize("NFC", "ẹ́") in letters
    for place, over in enumerate(characters):
        if unicodedata.combining(over["text"]):
            under = characters[place - 1]
            width = under["x1"] - under["x0"]
            assert under["x0"] < over["matrix"][4] < under["x1"] - 0.2 * width, under["text"]


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
