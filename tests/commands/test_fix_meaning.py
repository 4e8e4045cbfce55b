"""Whatever is fixed, no question means anything else."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import load_bank, write_bank
from support.fixing import FLAWED, checked

import quizgen
from quizgen.commands.fix import fix, save_fixed
from quizgen.model.diagnostics import has_errors
from quizgen.model.item import Item
from quizgen.readers.yaml.emit import emit

LETTERS = st.text(
    st.sampled_from("aeo \u0308\u0301\u3099かｶ한\u1112\u1161Ω\u212b#-:'\"\n\t{}[]*`|")
)
WORDS = LETTERS.filter(str.strip)


@st.composite
def questions(draw: st.DrawFn) -> str:
    """A topic of our own emitter, with blanks put at the ends of lines."""
    entries = [
        {
            "id": f"q{number}",
            "type": "multiple_choice",
            "question": draw(WORDS),
            "answer": draw(WORDS),
            "distractors": draw(st.lists(WORDS, min_size=1, max_size=3)),
            "explain": draw(WORDS),
        }
        for number in range(draw(st.integers(1, 3)))
    ]
    lines = emit({"questions": entries}).splitlines()[1:]
    ends = st.sampled_from(["", "", " ", "\t", "  # e\u0301 "])
    return "\n".join(line + draw(ends) for line in lines)


def meaning(item: Item) -> list[str]:
    """What the item says, to readers who do not tell composed from decomposed accents."""
    texts = [repr([str(run) for run in text.runs]) for text in item.texts]
    return [item.id.value, item.type, *(unicodedata.normalize("NFC", text) for text in texts)]


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(questions())
def test_fix_never_changes_what_a_question_means(text: str) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = write_bank(Path(root), "#", passage=None)
        path = folder / "people.yaml"
        path.write_text(f"topic: people\nquestions:\n{text}\n", encoding="utf-8")
        before, diagnostics = checked(folder)
        save_fixed(fix(diagnostics))
        after, left = checked(folder)
        assert before is not None
        assert after is not None
        assert [*map(meaning, after.items)] == [*map(meaning, before.items)]
        assert fix(left) == ()
        assert has_errors(left) == has_errors(diagnostics)


def test_the_fuzzed_questions_are_read_and_have_something_to_fix(tmp_path: Path) -> None:
    bank, found = load_bank(write_bank(tmp_path, FLAWED))
    assert len([*bank.items]) == 2
    assert len([d for d in found if d.fix]) == 5
    assert quizgen.check(tmp_path / "question_bank/talks")
