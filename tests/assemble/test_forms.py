"""Forms: a neighbour's answers are of no use, and a correction moves nothing else."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import CHOICE, DECK, mistakes, write_project
from support.forms import choice, entry, matching, order, printed, true_false

import quizgen
from quizgen.assemble.forms import display_orders
from quizgen.assemble.shuffle import display_order, movable
from quizgen.model.assessment import Worksheet
from quizgen.model.item import Choice, Event, Item, Match, Order
from quizgen.model.text import Text

SEEDS = st.text("abc0", min_size=1, max_size=4)
FORMS = st.integers(2, 26)


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    """Up to twelve items of the kinds that have something to shuffle, and of two that have not."""
    made: list[Item] = []
    for number in range(draw(st.integers(1, 12))):
        name, size = f"q{number}", draw(st.integers(1, 5))
        match draw(st.sampled_from(["choice", "match", "order", "fixed", "entry"])):
            case "choice":
                keys, pinned = draw(st.integers(1, 3)), draw(st.integers(0, 2))
                made.append(choice(name, size, keys, pinned))
            case "match":
                made.append(matching(name, size + 1))
            case "order":
                made.append(order(name, size + 1))
            case "fixed":
                made.append(true_false(name, size > 2))
            case _:
                made.append(entry(name))
    return made


def ids(worksheet: Worksheet) -> list[str]:
    return [question.item.id.value for question in worksheet.questions]


def orders(worksheet: Worksheet) -> dict[str, tuple[int, ...]]:
    return {question.item.id.value: question.order for question in worksheet.questions}


def test_the_forms_are_frozen() -> None:
    """Printed papers and keys must go on fitting each other, on any Python version."""
    assert display_orders(choice("host-city"), "talks", 5) == [
        (0, 1, 3, 2),
        (1, 3, 2, 0),
        (3, 2, 0, 1),
        (2, 0, 1, 3),
        (0, 1, 3, 2),
    ]
    sheets = printed([entry(f"q{n}") for n in range(6)], 3, "talks").worksheets
    assert [ids(sheet) for sheet in sheets] == [
        ["q0", "q1", "q2", "q3", "q4", "q5"],
        ["q1", "q0", "q4", "q2", "q5", "q3"],
        ["q5", "q4", "q1", "q2", "q3", "q0"],
    ]


@given(items(), SEEDS, FORMS)
def test_the_first_form_is_the_worksheet_as_it_is_without_forms(
    made: list[Item], seed: str, forms: int
) -> None:
    [alone] = printed(made, 1, seed).worksheets
    first = printed(made, forms, seed).worksheets[0]
    assert (alone.form, first.form) == ("", "A")
    assert alone.questions == first.questions
    assert orders(alone) == {one.id.value: display_order(one, seed, "A") for one in made}


@given(items(), SEEDS, FORMS)
def test_every_form_has_every_item_in_its_section_and_is_numbered_through(
    made: list[Item], seed: str, forms: int
) -> None:
    half = len(made) // 2
    sections = {"One": made[:half], "Two": made[half:]} if half else {"One": made}
    sheets = printed(sections, forms, seed).worksheets
    assert [sheet.form for sheet in sheets] == [chr(ord("A") + n) for n in range(forms)]
    for sheet in sheets:
        assert [question.number for question in sheet.questions] == list(range(1, len(made) + 1))
        for one in sheet.sections:
            found = sorted(question.item.id.value for question in one.questions)
            assert found == sorted(item.id.value for item in sections[one.title.plain])


@given(items(), SEEDS, FORMS)
def test_no_part_that_moves_has_its_letter_in_two_forms_that_follow_each_other(
    made: list[Item], seed: str, forms: int
) -> None:
    for one in made:
        two_events = isinstance(one.interaction, Order) and len(one.interaction.events) == 2
        if movable(one) < 2 or two_events:  # of two orders, one is the solution
            continue
        for before, after in itertools.pairwise(display_orders(one, seed, forms)):
            places = zip(before[: movable(one)], after, strict=False)
            assert all(left != right for left, right in places)


def test_of_four_options_each_has_every_letter_in_four_forms() -> None:
    shown = display_orders(choice("q"), "seed", 4)
    assert all(sorted(letters) == [0, 1, 2, 3] for letters in zip(*shown, strict=True))


def test_two_events_are_shown_now_one_way_now_the_other() -> None:
    """Always the other way round would be the answer."""
    events = (Event(Text(("first",))), Event(Text(("second",))))
    made = [replace(choice(f"q{n}"), interaction=Order(events)) for n in range(40)]
    first = [display_orders(one, "seed", 1)[0] for one in made]
    assert 10 < first.count((0, 1)) < 30
    for one in made:
        assert sorted(display_orders(one, "seed", 2)) == [(0, 1), (1, 0)]


@given(items(), SEEDS, FORMS)
def test_fixed_and_pinned_options_stay_and_no_question_is_shown_solved(
    made: list[Item], seed: str, forms: int
) -> None:
    for one in made:
        for shown in display_orders(one, seed, forms):
            match one.interaction:
                case Choice(fixed=True):
                    assert shown == (0, 1)
                case Choice(options=options):
                    pinned = [options[index].pinned for index in shown]
                    assert pinned == sorted(pinned)
                case Order(events=events) if len(events) > 2:
                    assert shown != tuple(range(len(events)))
                case Match(key=key) if len(set(key)) > 2:
                    assert rows(shown, key) != list(range(len(set(key))))
                case _:
                    assert sorted(shown) == list(range(len(shown)))


def rows(shown: tuple[int, ...], key: tuple[int, ...]) -> list[int]:
    """The places of the answers to a matching question, from its first premise to its last."""
    return [shown.index(response) for response in dict.fromkeys(key)]


@pytest.mark.parametrize(
    ("responses", "key"),
    [(3, (0, 1, 2)), (4, (0, 1, 2, 3)), (4, (0, 1, 2)), (3, (0, 1, 1, 2)), (5, (0, 1, 2))],
    ids=["three pairs", "four pairs", "a distractor", "a shared response", "two distractors"],
)
def test_no_form_prints_a_matching_question_row_by_row(
    responses: int, key: tuple[int, ...]
) -> None:
    """Of three responses, one order in six is the answer: 1A, 2B, 3C."""
    task = Match(
        tuple(Text((f"premise {n}",)) for n in range(len(key))),
        tuple(Text((f"response {n}",)) for n in range(responses)),
        key,
    )
    one = replace(choice("q"), interaction=task)
    seen: set[tuple[int, ...]] = set()
    for seed in range(300):
        forms = display_orders(one, str(seed), 6)
        seen |= {*forms, display_order(one, str(seed))}
        assert all(left != right for left, right in itertools.pairwise(forms))
    assert all(sorted(shown) == list(range(responses)) for shown in seen)
    assert not any(rows(shown, key) == list(range(len(set(key)))) for shown in seen)
    if responses == 3:
        assert len(seen) == 5  # every other order may come


def test_two_pairs_are_shown_now_one_way_now_the_other() -> None:
    """Always crossed would be the answer."""
    pair = (Text(("one",)), Text(("two",)))
    made = [replace(choice(f"q{n}"), interaction=Match(pair, pair, (0, 1))) for n in range(40)]
    assert 10 < [display_order(one, "seed") for one in made].count((0, 1)) < 30


@given(items(), st.data(), SEEDS, FORMS)
def test_without_one_item_the_others_keep_their_letters_and_their_order(
    made: list[Item], data: st.DataObject, seed: str, forms: int
) -> None:
    gone = data.draw(st.sampled_from(made)).id.value
    left = [one for one in made if one.id.value != gone]
    before = printed(made, forms, seed).worksheets
    after = printed(left or [entry("new")], forms, seed).worksheets
    for old, new in zip(before, after, strict=True):
        if left:
            assert ids(new) == [name for name in ids(old) if name != gone]
            assert orders(new) == {n: shown for n, shown in orders(old).items() if n != gone}


@given(items(), SEEDS, st.integers(2, 13))
def test_more_forms_leave_those_before_as_they_are(made: list[Item], seed: str, forms: int) -> None:
    few = printed(made, forms, seed).worksheets
    many = printed(made, forms * 2, seed).worksheets
    assert [sheet.sections for sheet in few] == [sheet.sections for sheet in many[:forms]]


def test_an_id_that_two_questions_have_is_told_and_breaks_no_form(tmp_path: Path) -> None:
    twin = CHOICE.replace("[Tokyo, Washington, Canberra]", "[Tokyo]")
    deck = DECK.replace("  title:", "  forms: 2\n  title:", 1)
    found = quizgen.check(write_project(tmp_path, twin + CHOICE, deck=deck))
    assert [d.name for d in mistakes(found)] == ["duplicate-id"]


def test_another_seed_gives_other_forms() -> None:
    made = [choice(f"q{n}") for n in range(8)]
    first, second = (printed(made, 2, seed).worksheets for seed in ("spring", "autumn"))
    for one, other in zip(first, second, strict=True):
        assert orders(one) != orders(other)
    assert ids(first[1]) != ids(second[1])


@pytest.mark.parametrize("options", [2, 3, 4, 5])
def test_a_neighbour_s_letters_are_right_no_more_often_than_a_guess(options: int) -> None:
    """Copied by number, over 400 worksheets of ten choices; by question they never are."""
    same = shared = count = 0
    for seed in range(400):
        a, b = printed([choice(f"q{n}", options - 1) for n in range(10)], 2, str(seed)).worksheets
        mine, theirs = keys(a), keys(b)
        shared += sum(mine[name] == theirs[name] for name in mine)
        same += sum(x == y for x, y in zip(mine.values(), theirs.values(), strict=True))
        count += len(mine)
    assert shared == 0
    assert same / count < 1 / options + 0.01


def test_every_letter_is_right_as_often_as_another_in_every_form() -> None:
    made = [choice(f"q{n}") for n in range(2000)]
    for sheet in printed(made, 4).worksheets:
        assert all(420 < count < 580 for count in Counter(keys(sheet).values()).values())


def keys(worksheet: Worksheet) -> dict[str, int]:
    """The place of each choice's key, in the order of the questions."""
    return {question.item.id.value: question.order.index(0) for question in worksheet.questions}


@given(items(), SEEDS, FORMS)
def test_every_form_shows_every_part_once(made: list[Item], seed: str, count: int) -> None:
    for item in made:
        first, *others = display_orders(item, seed, count)
        if isinstance(item.interaction, Choice):
            assert len(first) == len(item.interaction.options)
        for other in others:
            assert sorted(other) == sorted(first)
