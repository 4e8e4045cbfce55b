"""What is exported as GIFT comes back the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support import load_bank, write_project

from quizgen.commands.build.build import build
from quizgen.commands.importing import import_file
from quizgen.model.item import Choice, Item, Numeric, TextEntry
from quizgen.readers.yaml.emit import Value, emit

WORDS = st.text("ab é한{}~=#:%<&;*_[]'\"1", min_size=1, max_size=12).map(lambda t: f"x{t}y")


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Value]:
    kind = draw(st.sampled_from(["multiple_choice", "true_false", "short_answer", "numeric"]))
    question: dict[str, Value] = {"type": kind, "question": draw(WORDS), "reference": "Atlas"}
    if kind == "multiple_choice":
        right, *wrong = draw(
            st.lists(WORDS, min_size=3, max_size=4, unique_by=lambda t: " ".join(t.split()))
        )
        return {**question, "answer": f"r {right}", "distractors": [f"w{w}" for w in wrong]}
    answers = {
        "true_false": st.sampled_from(["true", "false"]),
        "short_answer": WORDS.map(lambda t: t.replace("*", "")),
        "numeric": st.integers(-999, 999).map(str),
    }
    return {**question, "answer": draw(answers[kind])}


def _told(item: Item) -> object:
    match item.interaction:
        case Choice(options=options):
            keys = {option.text.plain for option in options if option.is_key}
            return keys, {option.text.plain for option in options}
        case TextEntry(answer=answer):
            return " ".join(answer.plain.split())
        case Numeric(value=value, tolerance=tolerance):
            return value, tolerance
    raise AssertionError


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.lists(entries(), min_size=1, max_size=5))
def test_export_and_import_give_the_same_items(questions: list[dict[str, Value]]) -> None:
    listed = [{"id": f"q{number}", **values} for number, values in enumerate(questions)]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        source = emit({"questions": listed}).partition("\n")[2]
        project = write_project(root / "a", source, deck="bank: talks\nexports: {format: gift}\n")
        built = build(project, built=1)
        files = list((root / "a/dist").rglob("*.gift.txt"))
        if not files:
            assert built.diagnostics
            return
        result = import_file(files[0], root / "b", "talks")
        assert result.imported is not None
        assert not result.left_out, [d.message for d in result.left_out]
        before, _ = load_bank(root / "a/question_bank/talks")
        after, _ = load_bank(root / "b/question_bank/talks")
        assert before is not None
        assert after is not None
        old = {item.id.value: item for item in before.items}
        for item in after.items:
            assert _told(item) == _told(old[item.id.value])
            assert " ".join(item.stem.plain.split()) == " ".join(
                old[item.id.value].stem.plain.split()
            )
        assert len(old) == len(list(after.items))
