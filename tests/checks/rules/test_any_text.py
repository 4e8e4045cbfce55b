"""No text makes a rule raise, in any language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.checks.nlp import AnalyzedBank
from quizgen.checks.rules import RULES
from quizgen.checks.run import run_checks
from quizgen.model.bank import Bank, Passage, Topic
from quizgen.model.item import (
    Choice,
    GapFill,
    Interaction,
    Item,
    Match,
    Numeric,
    Option,
    OptionMark,
    Reveal,
    TextEntry,
    Word,
)
from quizgen.model.text import Text, parse_gaps, parse_text

WORDS = st.sampled_from(
    [
        *("not", "a", "an", "are", "which", "two", "and", "both", "always", "usually", "Seoul"),
        *("1718", "20-30", "−1,5", "²", "**not**", "…", ";", ",", "、", "all of these"),
        *("3 to 5", "more than 4", "10%–20%", "-5 -", "1 000", "between", "all three of the above"),
        *("least", "that", "why", "who", "n'", "qu'est-ce qui", "ni", "Dr.", "?", "(", "X-", "NGO"),
    ]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=8).map(" ".join)).map(parse_text)


def choice(texts: list[Text], keys: int, mark: OptionMark, pinned: bool) -> Choice:
    last = len(texts) - 1
    options = [Option(t, i < keys, pinned=pinned and i == last) for i, t in enumerate(texts)]
    return Choice(tuple(options), mark=mark)


def match(texts: list[Text]) -> Match:
    return Match(tuple(texts), tuple(texts), tuple(range(len(texts))))


INTERACTIONS: st.SearchStrategy[Interaction] = st.one_of(
    st.builds(
        choice,
        st.lists(TEXTS, min_size=2, max_size=6),
        st.integers(1, 2),
        st.sampled_from(OptionMark),
        st.booleans(),
    ),
    st.builds(match, st.lists(TEXTS, min_size=2, max_size=5)),
    st.builds(Reveal, TEXTS),
    st.builds(TextEntry, TEXTS),
    st.builds(Numeric, st.decimals(allow_nan=False, allow_infinity=False), st.just("1")),
    TEXTS.map(lambda text: GapFill(parse_gaps(f"{text.plain} {{{{c1::x}}}} a").parts)),
)
ITEMS = st.builds(
    Item,
    id=st.text(min_size=1, max_size=3).map(Word),
    type=st.just("any"),
    topic=st.just("t"),
    stem=TEXTS,
    interaction=INTERACTIONS,
    evidence=st.lists(TEXTS, max_size=2).map(tuple),
)


@given(
    items=st.lists(ITEMS, max_size=8).map(tuple),
    language=st.sampled_from(["en", "de", "fr", "es", "ko"]),
    passage=st.none() | st.builds(Passage, TEXTS, st.lists(TEXTS, max_size=3).map(tuple)),
)
def test_no_text_makes_a_rule_raise(
    items: tuple[Item, ...], language: str, passage: Passage | None
) -> None:
    topic = Topic("t", Text(("T",)), items)
    bank = Bank("b", Text(("B",)), language, (topic,), passage)
    assert all(d.message and d.help for d in run_checks(AnalyzedBank(bank), RULES))
