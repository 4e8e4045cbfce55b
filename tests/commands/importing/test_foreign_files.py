"""Tables and GIFT as banks: what comes, what is told, and that nothing comes twice."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from support import load_bank
from support.brought import bring
from support.documentation import page

from quizgen.commands.importing import ImportResult, import_file
from quizgen.commands.importing.report import as_text
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.item import Choice, Item, Numeric, Reveal, TextEntry

CSV = (
    "Frage;Antwort A;Antwort B;Antwort C;Richtige Antwort;Erklärung\n"
    "Hauptstadt von Korea?;Tokio;Seoul;Peking;B;Seit 1394\n2+2?;3;4;5;4;\nLeer?;a;b;c;;\n"
)
BLOOKET = (
    '"Blooket\nImport Template"\nQuestion #,Question Text,Answer 1,Answer 2,"Time Limit (sec)\n'
    '(Max: 300 seconds)","Correct Answer(s)\n(Only include Answer #)"\n7,Even?,1,2,20,2\n'
)
GIMKIT = "Gimkit Spreadsheet Import Template\nQuestion,Correct Answer,Incorrect Answer 1\nA?,b,c\n"
KAHOOT = (
    "Kahoot!,,,,,,,\n,,,,,,,\n,Quiz template,,,,,,\n"
    ",Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,"
    "Answer 3 - max 75 characters,Answer 4 - max 75 characters,"
    '"Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",'
    'Correct answer(s) - choose at least one\n1,Even?,1,2,3,,20,2\n2,Odd?,1,2,3,,20,"1,3"\n'
)
WAYGROUND = (
    "Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer,Time in seconds\n"
    "Text of the question\n(required),Question Type,Text for option 1,,,,\n"
    'Even?,Multiple Choice,1,2,3,2,30\nOdd?,Checkbox,1,2,3,"1,3",30\nName?,Poll,a,b,,,30\n'
).replace("question\n(required)", "question (required)")
GIFT = (
    "$CATEGORY: $course$/top/Talks\n\n// [id:city] [tag:places]\n"
    "::Host::Where \\{now\\}? {=Seoul#yes ~Tokyo}\n\nHow many? {#3:1}\n\nBroken {\n"
)


def _imported(root: Path, name: str, text: str, **wishes: str) -> ImportResult:
    path = root / name
    path.write_text(text, encoding="utf-8")
    return import_file(path, root / "p", None, wishes)


def _items(result: ImportResult) -> list[Item]:
    assert result.imported is not None
    bank, errors = load_bank(result.root / "question_bank" / result.imported.name)
    assert bank is not None, errors
    return list(bank.items)


def test_a_table_comes_and_a_row_without_an_answer_is_told(tmp_path: Path) -> None:
    result = _imported(tmp_path, "quiz.csv", CSV)
    first, second = _items(result)
    assert isinstance(first.interaction, Choice)
    assert [o.text.plain for o in first.interaction.keys] == ["Seoul"]
    assert first.explain is not None
    assert isinstance(second.interaction, Choice)
    assert [o.text.plain for o in second.interaction.keys] == ["4"]
    (told,) = result.left_out
    assert (told.name, told.span.line) == ("question-not-imported", 4)
    assert "cell E4" in told.message


@pytest.mark.parametrize(
    ("text", "key"), [(BLOOKET, "2"), (GIMKIT, "b")], ids=["Blooket", "Gimkit"]
)
def test_the_tables_of_quiz_programs_come_as_they_are(tmp_path: Path, text: str, key: str) -> None:
    (item,) = _items(_imported(tmp_path, "game.csv", text))
    assert isinstance(item.interaction, Choice)
    assert [option.text.plain for option in item.interaction.keys] == [key]


@pytest.mark.parametrize("text", [KAHOOT, WAYGROUND], ids=["Kahoot", "Wayground"])
def test_several_right_answers_of_quiz_programs_come(tmp_path: Path, text: str) -> None:
    result = _imported(tmp_path, "game.csv", text)
    keys = [
        [option.text.plain for option in item.interaction.keys]
        for item in _items(result)
        if isinstance(item.interaction, Choice)
    ]
    assert keys == [["2"], ["1", "3"]]
    polls = [d.message for d in result.left_out]
    assert len(polls) == (text is WAYGROUND)


def test_pairs_with_a_tab_are_cards(tmp_path: Path) -> None:
    items = _items(_imported(tmp_path, "quizlet.txt", "dog\tHund\ncat\tKatze\n"))
    assert [type(item.interaction) for item in items] == [Reveal, Reveal]


def test_a_table_with_questions_alone_names_the_column_that_is_missing(tmp_path: Path) -> None:
    (error,) = _imported(tmp_path, "odd.csv", "Question,Foo\nUno?,one\n").errors
    assert error.help is not None
    assert "--column answer=B" in error.help


def test_an_excel_table_names_sheet_and_cell(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Quiz"
    for row in (["Question", "Answer"], ["How many?", 3], ["Nothing?", None]):
        book.active.append(row)
    book.save(tmp_path / "quiz.xlsx")
    result = import_file(tmp_path / "quiz.xlsx", tmp_path / "p")
    (item,) = _items(result)
    assert isinstance(item.interaction, Numeric)
    assert "sheet “Quiz”, cell B3" in result.left_out[0].message


def test_gift_keeps_ids_tags_rationales_and_tells_an_open_brace(tmp_path: Path) -> None:
    result = _imported(tmp_path, "talks.gift", GIFT)
    city, number = _items(result)
    assert (city.id.value, city.stem.plain, city.topic) == ("city", "Where {now}?", "talks")
    assert [tag.value for tag in city.tags] == ["places"]
    assert isinstance(city.interaction, Choice)
    assert city.interaction.keys[0].rationale is not None
    assert isinstance(number.interaction, Numeric)
    assert str(number.interaction.value) + str(number.interaction.tolerance) == "31"
    assert [told.span.line for told in result.left_out] == [8]


def test_a_second_import_updates_and_keeps_what_the_author_added(tmp_path: Path) -> None:
    first = _imported(tmp_path, "talks.gift", GIFT)
    (file,) = [
        path for path in first.files if path.name == "talks.yaml" and "decks" not in str(path)
    ]
    file.write_text(file.read_text().replace("- id: city", "# mine\n- id: city\n  hint: an island"))
    again = _imported(tmp_path, "talks.gift", GIFT)
    assert again.files == ()
    changed = _imported(tmp_path, "talks.gift", GIFT.replace("~Tokyo", "~Kyoto"))
    assert changed.imported is not None
    assert changed.imported.update is not None
    assert changed.imported.update.changed == ("city",)
    city, _ = _items(changed)
    assert city.hint is not None
    assert "# mine" in file.read_text()
    assert "Kyoto" in file.read_text()


def test_another_bank_of_the_name_is_not_touched(tmp_path: Path) -> None:
    _imported(tmp_path, "talks.gift", GIFT)
    with pytest.raises(FileExistsError, match="--bank NAME"):
        _imported(tmp_path, "talks.csv", GIMKIT)


def test_the_examples_of_the_page_come_whole(tmp_path: Path) -> None:
    blocks = {b.language: b.content for b in page("docs/bringing.md").blocks}
    for number, language in enumerate(("csv", "gift", "text")):
        folder = tmp_path / str(number)
        folder.mkdir()
        result = _imported(folder, f"example.{language.replace('text', 'txt')}", blocks[language])
        assert len(_items(result)) == 2
        assert not result.left_out


@pytest.mark.parametrize(("name", "text"), [("a.csv", CSV), ("a.gift", GIFT)])
def test_no_damaged_file_raises(tmp_path: Path, name: str, text: str) -> None:
    chance = random.Random(17)
    signs = list("{}=~#\\:%;,\"'\n\t\0</>&[]$*-1A\ufdd0\u202e")
    for number in range(100):
        damaged = list(text)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randint(0, 4)] = chance.choices(signs, k=chance.randint(0, 4))
        folder = tmp_path / str(number)
        folder.mkdir()
        result = _imported(folder, name, "".join(damaged))
        assert result.files or result.diagnostics
        assert {p.name for p in folder.iterdir()} <= {name, "p"}
        assert not [e for e in result.errors if not re.search("import|columns|unread", e.name)]


def test_a_format_counts_at_the_start_of_an_answer_alone(tmp_path: Path) -> None:
    gift = "Which tag? {=a [html] tag =[plain]b}\n"
    (item,) = _items(_imported(tmp_path, "x.gift", gift))
    assert isinstance(item.interaction, TextEntry)
    assert item.interaction.answer.plain == "a [html] tag"
    assert [answer.plain for answer in item.interaction.accepted] == ["b"]


def test_a_question_that_breaks_a_rule_of_writing_comes_and_builds(tmp_path: Path) -> None:
    text = "Which city is not in Korea? {=Tokyo ~Seoul ~Busan}\n\nWhich is? {=a ~b}\n"
    result = _imported(tmp_path, "talks.gift", text)
    assert not result.errors
    assert result.ignored_rules == ("negative-stem",)
    assert "take that line out again" in as_text(result)
    (bank,) = [p for p in result.files if p.name == "talks.yaml" and "decks" not in str(p)]
    assert bank.read_text().count("ignore: [negative-stem]") == 1
    again = _imported(tmp_path, "talks.gift", text)
    assert again.files == ()
    assert not again.errors


def test_double_braces_that_are_no_gap_are_told(tmp_path: Path) -> None:
    table = "Type,Question,Answer\ncloze,The {{four}} of {{c1::us}} have {{c2}}.,us\n"
    imported = bring(tmp_path, "cloze.csv", table).imported
    assert imported is not None
    told = imported.losses[ImportLoss.NO_GAP_HERE]
    assert [loss.what for loss in told] == ["{{four}}", "{{c2}}"]


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [
        ("{{four}}", True),
        ("[[four]]", True),
        ("｛｛four｝｝", True),
        ("[four]", False),
        ("{{ }}", False),
    ],
)
def test_words_that_are_marked_and_are_no_gap_are_told(
    tmp_path: Path, typed: str, is_told: bool
) -> None:
    table = f"Type,Question,Answer\ncloze,The {typed} of {{{{c1::us}}}}.,us\n"
    imported = bring(tmp_path, "cloze.csv", table).imported
    assert imported is not None
    told = imported.losses.get(ImportLoss.NO_GAP_HERE, ())
    assert [loss.what for loss in told] == ([typed] if is_told else [])


def test_a_cloze_without_a_gap_is_named_with_a_way_out(tmp_path: Path) -> None:
    got = bring(tmp_path, "cloze.csv", "Type,Question,Answer\ncloze,The {{four}} are here.,four\n")
    assert "“The {{four}} are here.” was left out" in got.messages
    assert "{{c1::answer}}" in got.messages


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "talks.gift.txt",
            "$CATEGORY: $course$/top/The talks: 2023//24/people\n\n::a::Who?{=Cho}\n",
        ),
        ("talks.moodle.xml", None),
        ("talks.gift.txt", "::a::Who?{=Cho}\n"),
        ("The_talks.txt", "$CATEGORY: top/people\n\n::a::Who?{=Cho}\n"),
    ],
)
def test_a_bank_has_the_title_that_the_file_gives(
    tmp_path: Path, name: str, content: str | None
) -> None:
    moodle = (
        '<quiz><question type="category"><category><text>$course$/top/The talks: 2023//24/people'
        '</text></category></question><question type="shortanswer"><name><text>a</text></name>'
        '<questiontext format="html"><text>Who?</text></questiontext><answer fraction="100">'
        "<text>Cho</text></answer></question></quiz>"
    )
    got = bring(tmp_path, name, content or moodle)
    assert got.bank is not None
    expected = {"::a::": "talks", "$CATEGORY: top": "The talks"}
    title = next((t for k, t in expected.items() if (content or "").startswith(k)), None)
    assert got.bank.title.plain == (title or "The talks: 2023/24")
