"""What two texts have in common, by words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.text.longest_common_words import WordSequence, longest_common_words

PARAGRAPHS = (
    "Three advisers sat down in Seoul, on Friday.",
    "They spoke of sanctions – and of Seoul.",
    "세 나라의 고위 관리들이 서울에서 만났다.",
    "三名顾问在首尔会面。",
    "तीन सलाहकार सियोल में मिले।",
    "Zoe\u0308 was there.",
)


@pytest.mark.parametrize(
    ("wanted", "index", "stretch"),
    [
        ("advisers sat down at Seoul on Friday", 0, "advisers sat down"),
        ("down in Seoul on Friday", 0, "down in Seoul, on Friday"),
        ("she spoke of sanctions and of it", 1, "spoke of sanctions – and of"),
        ("고위 관리들이 부산에서", 2, "고위 관리들이"),
        ("三名顾问在东京会面", 3, "三名顾问在"),
        ("दो सलाहकार सियोल में थे", 4, "सलाहकार सियोल में"),
        ("Zoe\u0308 is here", 5, "Zoe\u0308"),
        ("nothing alike", 0, ""),
        ("", 0, ""),
    ],
)
def test_the_longest_stretch_is_found(wanted: str, index: int, stretch: str) -> None:
    assert longest_common_words(wanted, [*map(WordSequence, PARAGRAPHS)]) == (index, stretch)


TEXTS = st.text(st.sampled_from("abc 三é,. "))


@given(wanted=TEXTS, texts=st.lists(TEXTS, max_size=4))
def test_what_is_shared_is_in_the_text_and_none_is_longer(wanted: str, texts: list[str]) -> None:
    index, stretch = longest_common_words(wanted, [*map(WordSequence, texts)])
    assert not stretch or stretch in texts[index]
    words, size = WordSequence(wanted).words, len(WordSequence(stretch).words)
    runs = {tuple(words[i : i + size + 1]) for i in range(len(words) - size)}
    for text in texts:
        own = WordSequence(text).words
        assert not runs & {tuple(own[i : i + size + 1]) for i in range(len(own) - size)}


def test_of_two_as_long_the_first_is_named() -> None:
    texts = [WordSequence("a x b y c"), WordSequence("a z b z c")]
    assert longest_common_words("a b c", texts) == (0, "a")


def test_words_that_a_long_quote_repeats_count_too() -> None:
    quote = " ".join(["the cat"] * 150)
    assert longest_common_words(quote, [WordSequence(f"so {quote}.")]) == (0, quote)
