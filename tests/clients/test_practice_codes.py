"""Pages without a key, clocks, forms: what else a deck file can ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support.practice_page import ONE_OF_EACH, PracticePage, build_page
from support.sent_codes import as_recorded

from quizgen.commands.workspace import Workspace
from quizgen.model.answer_code import decode
from quizgen.writers.practice.deck_part import PRACTICE
from quizgen.writers.practice.quiz import Quiz


def quizzes(page: Path) -> tuple[Quiz, ...]:
    root = page.parents[2]
    assessment = Workspace().assessment(root / "decks" / "talks.yaml")
    assert assessment is not None
    return PRACTICE.of(assessment) or ()


def test_a_page_without_a_key_holds_no_answer(tmp_path: Path) -> None:
    secret = ONE_OF_EACH.replace("answer: trade", "answer: zzword")
    secret = secret.replace("They feared missiles", "zzessay").replace("I forbid", "zzback")
    secret = secret.replace("c1::Seoul", "c1::zzgap").replace("hosted the talks", "zzexplain")
    secret = secret.replace("They met there *earlier*", "zzrationale").replace("9.5", "77777")
    page = build_page(tmp_path, secret, "key: none")
    source = page.read_text(encoding="utf-8").partition("</style>")[2]
    assert [word for word in ("zz", "77777", "data-k", "data-r") if word in source] == []
    assert "There are no answers in this file." in source


@pytest.mark.parametrize("form", ["", "B"])
def test_the_code_holds_what_was_answered(browser: Browser, tmp_path: Path, form: str) -> None:
    built = build_page(tmp_path, more="key: none" + ("\nforms: 2" if form else ""))
    if form:
        built = built.with_name("quiz-B.html")
    quiz = PracticePage(browser, built)
    page = quiz.page
    quiz.question("partners").get_by_label("Japan").check()
    quiz.question("partners").get_by_label("Russia").check()
    quiz.question("word").get_by_role("textbox").fill(" træde \U0001f600 ")
    quiz.question("card").get_by_role("textbox").fill("I forbid it")
    quiz.question("gaps").locator("input").nth(1).fill("2023")
    quiz.question("who").get_by_label("Cho").select_option(label="Australia")
    quiz.put_in_order("steps", ["first", "second", "third"])
    expect(page.get_by_text("Long answers are not in the code.")).to_be_visible()
    page.get_by_label("Name").fill("Ada 한")
    page.get_by_role("button", name="Show the code").click()
    code = decode(page.locator("#result output").inner_text())
    sheet = next(one.worksheet for one in quizzes(built) if one.worksheet.form == form)
    assert code.head == (sheet.digest, form, "Ada 한")
    answers = code.answers(as_recorded(sheet.questions))
    given = {
        question.item.id.value: (question, answer)
        for question, answer in zip(sheet.questions, answers, strict=True)
    }
    question, chosen = given["partners"]
    options = [question.item.interaction.options[at] for at in question.order]  # type: ignore[union-attr]
    names = [option.text.plain for option, is_in in zip(options, chosen, strict=True) if is_in]
    assert sorted(names) == ["Japan", "Russia"]
    assert given["word"][1] == ("træde \U0001f600",)
    assert given["card"][1] == ("I forbid it",)
    assert given["gaps"][1] == ("", "2023")
    question, (first, second) = given["who"]
    responses = [question.item.interaction.responses[at].plain for at in question.order]  # type: ignore[union-attr]
    assert (first, responses[int(second) - 1]) == (0, "Australia")
    question, places = given["steps"]
    assert [question.order.index(0), question.order.index(1)] == [
        places.index(1),
        places.index(2),
    ]
    assert given["years"][1] == (0, 0, 0), "nobody has moved its parts"
    assert given["city"][1] == (False, False, False)
    quiz.context.close()
    assert quiz.faults == []


def test_a_clock_counts_down_and_can_be_stopped(browser: Browser, tmp_path: Path) -> None:
    quiz = PracticePage(browser, build_page(tmp_path, more="time: 2"))
    clock = quiz.page.get_by_role("timer")
    quiz.page.clock.install()
    quiz.page.reload()
    expect(clock).to_have_text("Time left: 2:00")
    quiz.page.clock.run_for(61_000)
    expect(clock).to_have_text("Time left: 0:59")
    quiz.page.clock.run_for(60_000)
    expect(quiz.page.get_by_text("The time is over. You can go on.")).to_be_visible()
    quiz.question("city").get_by_label("Seoul").check()
    assert quiz.check("city") == "✓ right"
    quiz.page.reload()
    quiz.page.get_by_role("button", name="Stop the clock").click()
    expect(quiz.page.get_by_text("Time left")).to_be_hidden()
    quiz.context.close()
    assert quiz.faults == []


def test_without_a_wish_there_is_no_clock(browser: Browser, tmp_path: Path) -> None:
    quiz = PracticePage(browser, build_page(tmp_path))
    expect(quiz.page.get_by_role("timer")).to_have_count(0)
    quiz.context.close()
