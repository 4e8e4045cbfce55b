"""Forms on paper: every letter of every key names the right text, and no sheet tells it."""

from __future__ import annotations

import io
import re
import string
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pdfplumber
import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support.form_banks import banks
from support.forms import (
    choice,
    entry,
    matching,
    order,
    printed,
    text,
    true_false,
)
from support.pdf_samples import files, read

from quizgen.model.item import (
    Choice,
    GapFill,
    Item,
    Match,
    Numeric,
    Option,
    OptionMark,
    Order,
    TextEntry,
)
from quizgen.model.text import Gap
from quizgen.model.text.gap_parts import GapPart

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""No shrinking: reading pages back is slow, and a failing bank is small as it is."""


class Sheet:
    """What a pupil reads: the number of each item, and the letter beside each text."""

    def __init__(self, content: bytes) -> None:
        page = "\n".join(read(content))
        self.numbers = {
            name: int(number)
            for number, name in re.findall(r"^(\d+) stem-(q\d+)", page, re.MULTILINE)
        }
        self.letters = {said: letter for letter, said in re.findall(r"\b([A-Z]) (q\d+-\w+)", page)}

    def answer(self, item: Item) -> str:
        """What is right to write on this sheet."""
        name, letters = item.id.value, self.letters
        match item.interaction:
            case Choice(mark=OptionMark.BOX, keys=[key]):
                return key.text.plain
            case Choice(keys=keys):
                return ", ".join(sorted(letters[option.text.plain] for option in keys))
            case Match(premises=premises):
                return ", ".join(letters[f"{name}-response{n}"] for n in range(len(premises)))
            case Order(events=events):
                places = {letters[event.text.plain]: n for n, event in enumerate(events, 1)}
                return ", ".join(str(places[letter]) for letter in sorted(places))
            case TextEntry(answer=answer):
                return answer.plain
            case Numeric(written=written):
                return written
            case GapFill(gaps=gaps):
                return "; ".join(gap.answer.plain for gap in gaps)
            case _:
                raise AssertionError


def assert_grid(grid: str, sheet: Sheet, items: Sequence[Item]) -> None:
    """The answers for marking at a glance are those of the sheet."""
    assert sorted(sheet.numbers) == sorted(item.id.value for item in items)
    for item in items:
        answer = f"{sheet.numbers[item.id.value]} {sheet.answer(item)}"
        assert re.search(rf"(^|\s){answer}(\s\d|\n|$)", grid), (answer, grid)


def reasons_of(whole: str) -> str:
    """What follows the grids in the key of all forms."""
    return whole[whole.index("Heading1") :]


def numbers_by_form(reasons: str) -> list[dict[str, int]]:
    """The numbers of each answer in all forms, answer by answer."""
    found: list[dict[str, int]] = []
    for form, number in re.findall(r"(?:^|\d )([A-Z])(?= (\d+)\b)", reasons, re.MULTILINE):
        if form == "A":
            found.append({})
        found[-1][form] = int(number)
    return found


def numbers_of(reasons: str, letter: str) -> list[int]:
    """The numbers of all answers in form `letter`."""
    return sorted(int(one) for one in re.findall(rf"(?:^|\d ){letter} (\d+)\b", reasons, re.M))


def assert_reasons(reasons: str, sheet: Sheet, items: Sequence[Item]) -> None:
    """Wherever the key names a letter, the sheet has it beside the same text."""
    named = re.findall(r"\b([A-Z]) (?:\d+ )?(?:\S+ – )?(q\d+-(?:key|response|event)\d+)", reasons)
    assert {said for _, said in named} >= {
        option.text.plain
        for item in items
        if isinstance(item.interaction, Choice) and item.interaction.mark is OptionMark.LETTER
        for option in item.interaction.keys
    }
    assert all(sheet.letters[said] == mark for mark, said in named)
    for premise, response in re.findall(r"premise(\d+) – q\d+-response(\d+)", reasons):
        assert premise == response


@settings(max_examples=12, deadline=None, phases=QUICK)
@given(banks(), st.integers(1, 5), st.sampled_from(["spring", "7"]))
def test_every_letter_of_every_key_names_the_right_text(
    sections: dict[str, list[Item]], forms: int, seed: str
) -> None:
    found = files(printed(sections, forms, seed))
    items = [item for section in sections.values() for item in section]
    if forms == 1:
        own, _, reasons = "\n".join(read(found["sheet-key.pdf"])).partition("Heading1")
        assert_grid(own, Sheet(found["sheet.pdf"]), items)
        assert_reasons(reasons, Sheet(found["sheet.pdf"]), items)
        return
    whole = "\n".join(read(found["sheet-key.pdf"]))
    sheets: dict[str, Sheet] = {}
    grids = re.split(r"^Form [A-Z]$", whole[: whole.index("Heading1")], flags=re.MULTILINE)[1:]
    for letter, grid in zip(string.ascii_uppercase[:forms], grids, strict=True):
        sheet = sheets[letter] = Sheet(found[f"sheet-{letter}.pdf"])
        key = "\n".join(read(found[f"sheet-{letter}-key.pdf"]))
        own, _, reasons = key.partition("Heading1")
        assert_grid(own, sheet, items)
        assert_grid(grid, sheet, items)
        assert_reasons(reasons, sheet, items)
    together = numbers_by_form(reasons_of(whole))
    names = {number: name for name, number in sheets["A"].numbers.items()}
    assert sorted(one["A"] for one in together) == sorted(names)
    for one in together:
        name = names[one["A"]]
        assert one == {letter: sheet.numbers[name] for letter, sheet in sheets.items()}


@settings(max_examples=6, deadline=None, phases=QUICK)
@given(banks(), st.integers(1, 4))
def test_a_sheet_is_the_same_whatever_is_right(sections: dict[str, list[Item]], forms: int) -> None:
    """Not a byte of it, and so of its metadata, depends on the key."""
    before = files(printed(sections, forms))
    after = files(printed({t: [turned(item) for item in s] for t, s in sections.items()}, forms))
    assert list(before) == list(after)
    for name, content in before.items():
        if not name.endswith("-key.pdf"):
            assert content == after[name]


def turned(item: Item) -> Item:
    """The item with another right answer, and reasons for it."""
    match item.interaction:
        case Choice(options=options) as asked:
            flags = [option.is_key for option in options]
            moved = [o._replace(is_key=f) for o, f in zip(options, flags[::-1], strict=True)]
            interaction = replace(asked, options=tuple(moved))
            return replace(item, interaction=interaction, explain=text("secret"))
        case Match(key=key) as asked:
            return replace(item, interaction=replace(asked, key=key[::-1]))
        case TextEntry():
            other = TextEntry(text("secret"), (text("another"),))
            return replace(item, interaction=other, evidence=(text("secret"),))
        case Numeric() as asked:
            other_number = Numeric(asked.value + 1, "secret", Decimal(3))
            return replace(item, interaction=other_number)
        case GapFill(parts=parts):
            return replace(item, interaction=GapFill(tuple(map(filled, parts))))
        case _:
            return replace(item, explain=text("secret"), references=(text("secret"),))


def filled(part: GapPart) -> GapPart:
    """A gap that another word fills, one as short that the line to write on stays as long."""
    return replace(part, answer=text("other")) if isinstance(part, Gap) else part


def test_every_page_of_paper_and_key_says_form_and_digest() -> None:
    made = printed([choice(f"q{n}", 5) for n in range(40)], 3)
    [digest] = {sheet.digest for sheet in made.worksheets}
    for name, content in files(made).items():
        letter = name.removesuffix(".pdf").removesuffix("-key").removeprefix("sheet").strip("-")
        form = f"Form {letter}" if letter else "Forms A–C"
        pages = read(content)
        for number, page in enumerate(pages, 1):
            foot = page.splitlines()[-1]
            assert foot.endswith(f" {form} · {digest} · Page {number} of {len(pages)}")
        assert pages[0].splitlines()[0] == form
        with pikepdf.open(io.BytesIO(content)) as pdf:
            title = "T" if "key" not in name else "Answer key: T"
            assert str(pdf.docinfo["/Title"]) == f"{title} – {form}"


def test_a_worksheet_without_forms_has_a_digest_and_no_letter() -> None:
    made = printed([choice("q0")])
    found = files(made)
    assert list(found) == ["sheet.pdf", "sheet-key.pdf"]
    for content in found.values():
        [page] = read(content)
        assert page.splitlines()[-1].endswith(f" {made.worksheets[0].digest} · Page 1 of 1")
        assert "Form" not in page


@pytest.mark.parametrize("items", [[choice("q0")], [true_false("q0")], [entry("q0")]])
def test_twenty_six_forms_of_one_item(items: list[Item]) -> None:
    found = files(printed(items, 26))
    letters = string.ascii_uppercase
    assert set(found) == {
        "sheet-key.pdf",
        *(f"sheet-{letter}.pdf" for letter in letters),
        *(f"sheet-{letter}-key.pdf" for letter in letters),
    }
    whole = "\n".join(read(found["sheet-key.pdf"]))
    assert re.findall(r"^Form ([A-Z])$", whole, re.MULTILINE) == list(letters)
    *_, reasons = whole.partition("All\n")
    assert [letter for letter in letters if numbers_of(reasons, letter) == [1]] == list(letters)


def test_numbers_stand_in_a_column_for_each_form_before_the_answer() -> None:
    """A marker of one form runs down its column: "A 1 B 3 q0-key0"."""
    made = printed([choice(f"q{n}") for n in range(12)], 3)
    found = files(made)
    sheets = {letter: Sheet(found[f"sheet-{letter}.pdf"]).numbers for letter in "ABC"}
    starts: dict[str, set[int]] = {"A": set(), "B": set(), "C": set()}
    with pdfplumber.open(io.BytesIO(found["sheet-key.pdf"])) as document:
        words = [word for page in document.pages for word in page.extract_words()]
    words = words[[word["text"] for word in words].index("All") :]
    for word in words:
        if word["text"] in starts:
            starts[word["text"]].add(round(word["x0"]))
    reasons = " ".join(word["text"] for word in words)
    for n in range(12):
        line = " ".join(f"{letter} {numbers[f'q{n}']}" for letter, numbers in sheets.items())
        assert f"{line} q{n}-key0 1 pt" in reasons
    assert all(len(places) == 1 for places in starts.values()), starts


def test_numbers_of_many_forms_stay_with_their_answer() -> None:
    """Here they are taller than what is said about it, which a page cannot hold."""
    made = printed([replace(choice("q0", 1), explain=text("word " * 900)), choice("q1", 1)], 26)
    pages = read(files(made)["sheet-key.pdf"])
    [page] = [page for page in pages if re.search(r"^A 1 B \d C \d D \d q0-key0", page, re.M)]
    for letter in string.ascii_uppercase:
        assert numbers_of(page, letter)


def test_reasons_stand_once_in_the_key_of_all_forms_and_name_no_letter() -> None:
    rationale = Option(text("wrongone"), False, text("becauseitiswrong"))
    asked = Choice((Option(text("rightone"), True), rationale))
    first = replace(choice("q0"), interaction=asked, explain=text("becauseitisright"))
    made = printed([first, order("q1", 3), matching("q2", 2), entry("q3")], 4)
    whole = "\n".join(read(files(made)["sheet-key.pdf"]))
    for once in ("becauseitisright", "wrongone: becauseitiswrong", "q2-premise1 – q2-response1"):
        assert whole.count(once) == 1
    _, _, reasons = whole.partition("All\n")
    assert re.findall(r"(\S+) q1-event\d", reasons) == ["1", "2", "3"]
    assert not re.search(r"\b[A-Z] (rightone|q\d)", reasons)
