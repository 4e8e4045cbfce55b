"""Generated banks for export and import, and what of an item must come back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from hypothesis import strategies as st

from quizgen.commands.importing.foreign.run import import_foreign
from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
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
from quizgen.model.text import Text, filled
from quizgen.readers.bank_folder import read_bank
from quizgen.readers.yaml.emit import Value, emit
from quizgen.writers.exporting.base import Export, ExportFormat, Group
from support import write_bank

WORDS = st.text("ab é한{}~=#:%<>&;*_[]()'\"1/\\@$|-", min_size=1, max_size=12).map(
    lambda t: f"x{t}y"
)
"""Markdown of one line, with the signs that formats act on."""
PLAIN = st.text("ab é한{}~=#%<>&;[]()'\"1/@|-", min_size=1, max_size=9).map(lambda t: f"x{t}y")
"""Words that are typed."""
COMMON = {
    "hint": WORDS,
    "explain": WORDS,
    "difficulty": st.sampled_from(["easy", "hard"]),
    "tags": st.lists(st.sampled_from(["one", "two", "a]b"]), min_size=1, unique=True),
}


def _distinct(words: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[list[str]]:
    listed = st.lists(words, min_size=least, max_size=most, unique_by=lambda t: " ".join(t.split()))
    return listed.map(lambda texts: [f"{n}{t}" for n, t in enumerate(texts)])


@st.composite
def entries(draw: st.DrawFn, kinds: tuple[str, ...]) -> dict[str, Value]:
    """Draw the keys of a question of one of `kinds`, but for its id."""
    kind = draw(st.sampled_from(kinds))
    values: dict[str, Value] = {"type": kind, "reference": "Atlas"}
    values |= {key: draw(one) for key, one in COMMON.items() if draw(st.booleans())}
    if kind == "cloze":
        gaps = draw(_distinct(PLAIN.map(lambda t: t.replace("{", "").replace("}", "")), 1, 3))
        text = " ".join(f"{draw(PLAIN)} {{{{c{n}::{g}}}}}" for n, g in enumerate(gaps, 1))
        return {**values, "text": text}
    values["question"] = draw(WORDS)
    if kind == "multiple_choice":
        options = draw(_distinct(WORDS, 3, 5))
        keys = draw(st.integers(1, 2))
        answer: Value = options[:keys] if keys > 1 else options[0]
        return {**values, "answer": answer, "distractors": options[keys:]}
    if kind == "matching":
        lefts, rights = draw(_distinct(WORDS, 3, 4)), draw(_distinct(PLAIN, 5, 5))
        pairs = dict(zip(lefts, rights, strict=False))
        return {**values, "pairs": pairs, "distractors": rights[4:]}
    if kind == "ordering":
        return {**values, "in_order": draw(_distinct(WORDS, 3, 4))}
    if kind == "essay":
        return {**values, "answer": draw(WORDS), "rubric": {"r" + draw(PLAIN): "2", "other": "1"}}
    if kind == "numeric":
        values["tolerance"] = draw(st.sampled_from(["0", "0.5", "2"]))
        return {**values, "answer": draw(st.integers(-999, 999).map(str))}
    answers = {"true_false": st.sampled_from(["true", "false"]), "short_answer": PLAIN}
    return {**values, "answer": draw(answers[kind])}


def told(item: Item) -> object:
    """What of the task of `item` must come back."""
    match item.interaction:
        case Choice(is_true_false=True, options=options):  # its words are the language's
            return options[0].is_key
        case Choice(options=options):
            return {shown(o.text) for o in options if o.is_key}, {shown(o.text) for o in options}
        case TextEntry(answer=answer, accepted=accepted):
            return shown(answer), [shown(text) for text in accepted]
        case Numeric(value=value, tolerance=tolerance):
            return value, tolerance
        case GapFill(parts=parts, gaps=gaps):
            bare = Text(filled(parts, lambda gap: ()))
            return [shown(gap.answer) for gap in gaps], shown(bare)
        case Match() as match:
            pairs = zip(match.premises, (match.responses[i] for i in match.key), strict=True)
            rest = [r for i, r in enumerate(match.responses) if i not in match.key]
            return [(shown(a), shown(b)) for a, b in pairs], [shown(r) for r in rest]
        case Order(events=events):
            return [shown(event.text) for event in events]
        case ExtendedText(answer=answer, rubric=rubric):
            return shown(answer), [(shown(line.text), line.points) for line in rubric]
        case Reveal(back=back):
            return shown(back)


def shown(text: Text) -> str:
    """The characters of `text` with single spaces."""
    return " ".join(text.plain.split())


def there_and_back(
    questions: list[dict[str, Value]], format: ExportFormat, compare: Callable[[Item, Item], None]
) -> None:
    """Export a bank of `questions`, import the file twice, and `compare` each item with its own."""
    listed = [{"id": f"q{number}", **values} for number, values in enumerate(questions)]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        bank = _bank(write_bank(root / "a", emit({"questions": listed}).partition("\n")[2]))
        if len(list(bank.items)) < len(questions):
            return  # a bank does not take one of them
        shown_once = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
        path = root / f"all{format.ending}"
        path.write_bytes(format.render(Export("all", format, shown_once), bank).content)
        _import(path, root)
        old = {item.id.value: item for item in bank.items}
        brought = _bank(root / "question_bank/talks")
        new = list(brought.items)
        if format.group is not Group.SHEET:  # a table does not say it
            assert brought.language == bank.language
        assert {item.id.value for item in new} == set(old)
        for item in new:
            assert told(item) == told(old[item.id.value])
            assert shown(item.stem) == shown(old[item.id.value].stem)
            compare(old[item.id.value], item)
        assert not _import(path, root)


def _bank(folder: Path) -> Bank:
    bank = read_bank(folder, Report())
    assert bank is not None
    return bank


def _import(path: Path, root: Path) -> list[PurePosixPath]:
    """Import the file `path` into the bank ``talks``; gives what was written."""
    report = Report()
    result = import_foreign(path.read_bytes(), path, root, "talks", {}, report)
    assert result is not None, report.diagnostics
    assert not report.diagnostics, [d.message for d in report.diagnostics]
    for name, content in result.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return list(result.files)
