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
from quizgen.model.item import Choice, GapFill, Item, Match, Numeric, Reveal, TextEntry
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
                *("flashcard", "matching", "cloze", "essay"),
            ]
        )
    )
    entry: dict[str, Value] = {"type": kind, "reference": "Atlas"}
    if draw(st.booleans()):
        entry |= {"explain": draw(INSIDE), "hint": draw(INSIDE), "difficulty": "easy"}
    distinct = st.lists(INSIDE, min_size=4, max_size=4, unique_by=lambda t: " ".join(t.split()))
    one, two, three, four = draw(distinct)
    more: dict[str, dict[str, Value]] = {
        "multiple_choice": {"question": one, "answer": [two, three], "distractors": [four, "z"]},
        "true_false": {"question": one, "answer": draw(st.sampled_from(["true", "false"]))},
        "short_answer": {"question": one, "answer": draw(ANSWERS), "accept": [f"z{two}"]},
        "numeric": {"question": one, "answer": str(draw(st.integers(-999, 999)))},
        "flashcard": {"front": one, "back": draw(ANSWERS)},
        "matching": {"question": one, "pairs": {two: three, four: "w"}, "distractors": ["v"]},
        "cloze": {"text": "a {{c1::b-1::c}} d {{c2::=e}} " + one.replace("{", "").replace("}", "")},
        "essay": {"question": one, "answer": two},
    }
    return {**entry, **more[kind]}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _told(item: Item) -> object:
    beside = (item.explain, item.hint, *item.references)
    return (
        _flat(item.stem.plain),
        item.difficulty,
        [_flat(text.plain) if text else "" for text in beside],
        _task(item),
    )


def _task(item: Item) -> object:
    match item.interaction:
        case Choice(options=options):
            return {(_flat(option.text.plain), option.is_key) for option in options}
        case TextEntry(answer=answer, accepted=accepted):
            return [_flat(text.plain) for text in (answer, *accepted)]
        case Numeric(value=value, written=written):
            return value, written
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
