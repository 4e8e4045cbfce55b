"""What is exported as a table comes back the same, but for what is told to be lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import load_bank, write_project

from quizgen.commands.build.build import build
from quizgen.commands.importing import import_file
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import filled, gaps_of, plain_text
from quizgen.readers.yaml.emit import Value, emit

WORDS = st.text("ab é한{}~=+-@#:;|,%<&*_[]'\"1\t", min_size=1, max_size=12)
INSIDE = WORDS.map(lambda t: f"x{t}y")
ANSWERS = WORDS.map(lambda t: f"{t}x")
"""An answer may begin with any sign: a spreadsheet must not compute it."""


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Value]:
    kind = draw(
        st.sampled_from(
            [
                *("multiple_choice", "true_false", "short_answer", "numeric"),
                *("flashcard", "matching", "cloze", "essay", "ordering"),
            ]
        )
    )
    entry: dict[str, Value] = {"type": kind, "reference": "Atlas"}
    if draw(st.booleans()):
        entry |= {"explain": draw(INSIDE), "hint": draw(INSIDE), "difficulty": "easy"}
        entry |= {"points": str(draw(st.integers(0, 9)))} if kind != "essay" else {}
    distinct = st.lists(INSIDE, min_size=4, max_size=4, unique_by=lambda t: " ".join(t.split()))
    one, two, three, four = draw(distinct)
    right: list[Value] = [two, {"text": three, "rationale": "r"}]
    more: dict[str, dict[str, Value]] = {
        "multiple_choice": {
            "question": one,
            "answer": right[: draw(st.integers(1, 2))],
            "distractors": ["z", {"text": four, "rationale": draw(INSIDE)}],
        },
        "true_false": {"question": one, "answer": draw(st.sampled_from(["true", "false"]))},
        "short_answer": {
            **({"case": "exact"} if draw(st.booleans()) else {}),
            "question": one,
            "answer": draw(ANSWERS),
            "accept": [f"z{two}"],
        },
        "numeric": {
            "question": one,
            "answer": str(draw(st.integers(-(10**20), 10**20))),
            "tolerance": draw(st.sampled_from(["0", "0.5"])),
            "unit": two,
        },
        "ordering": {"question": one, "in_order": [two, three, four]},
        "flashcard": {"front": one, "back": draw(ANSWERS)},
        "matching": {"question": one, "pairs": {two: three, four: "w"}, "distractors": ["v"]},
        "cloze": {"text": "a {{c1::b-1::c}} d {{c2::=e}} " + one.replace("{", "").replace("}", "")},
        "essay": {"question": one, "answer": two, "rubric": {three: "2", four: "1"}},
    }
    return {**entry, **more[kind]}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _told(item: Item) -> object:
    beside = (item.explain, item.hint, *item.references)
    return (
        _flat(item.stem.plain),
        item.difficulty,
        item.points,
        [_flat(text.plain) if text else "" for text in beside],
        _task(item),
    )


def _task(item: Item) -> object:
    match item.interaction:
        case Choice(is_true_false=True, options=options):  # its words are the language's
            return options[0].is_key
        case Choice(options=options):
            return {
                (_flat(one.text.plain), one.is_key, one.rationale and _flat(one.rationale.plain))
                for one in options
            }
        case TextEntry(answer=answer, accepted=accepted, exact_case=exact_case):
            return [_flat(text.plain) for text in (answer, *accepted)], exact_case
        case Numeric(value=value, written=written, tolerance=tolerance, unit=unit):
            return value, written, tolerance, unit and _flat(unit.plain)
        case Order(events=events):
            return [_flat(event.text.plain) for event in events]
        case ExtendedText(answer=answer, rubric=rubric):
            return _flat(answer.plain), [(_flat(one.text.plain), one.points) for one in rubric]
        case Reveal(back=back):
            return _flat(back.plain)
        case Match(premises=premises, responses=responses, key=key):
            pairs = {_flat(p.plain): _flat(responses[k].plain) for p, k in zip(premises, key)}  # noqa: B905
            return pairs, {_flat(response.plain) for response in responses}
        case GapFill(parts=parts):
            said = [
                (gap.number, gap.answer.plain, gap.hint.plain if gap.hint else "")
                for gap in gaps_of(parts)
            ]
            return said, _flat(plain_text(filled(parts, lambda gap: ("_",))))
        case task:
            return task.answer.plain if hasattr(task, "answer") else None


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@settings(max_examples=25, deadline=None, derandomize=True)
@given(questions=st.lists(entries(), min_size=1, max_size=6))
def test_export_and_import_give_the_same_items(
    format: str, questions: list[dict[str, Value]]
) -> None:
    listed = [{"id": f"q{number}", **values} for number, values in enumerate(questions)]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        source = emit({"questions": listed}).partition("\n")[2]
        deck = f"bank: talks\nexports: {{format: {format}}}\n"
        built = build(write_project(root / "a", source, deck=deck), built=1)
        files = list((root / "a/dist").rglob(f"*.{format}"))
        if not files:
            assert built.diagnostics
            return
        result = import_file(files[0], root / "b", "talks")
        assert result.imported is not None
        assert not result.left_out, [d.message for d in result.left_out]
        before, _ = load_bank(root / "a/question_bank/talks")
        after, _ = load_bank(root / "b/question_bank/talks")
        assert {i.id.value: _told(i) for i in after.items} == {
            i.id.value: _told(i) for i in before.items
        }
