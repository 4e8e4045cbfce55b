"""A stranger's package whose notes carry entries that lie, are huge, or lead elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from support import PIXEL, write_project
from support.entries import with_fields
from support.hostile import time_limit
from support.importing import BUILT, built
from support.packages import read

from quizgen.commands.importing import ImportLoss, ImportResult, import_file

ENTRIES = """
- id: a
  type: multiple_choice
  question: "Which [*map*](http://x.org/a) is it? ![a map](map.png)"
  answer: North
  distractors: [South, East]
  explain: It is.
  hint: Think
  evidence: sat down in Seoul
  points: 7
- {id: b, type: short_answer, question: Who?, answer: Akiba, accept: [Mr Akiba], points: 7,
   reference: r}
- {id: c, type: matching, question: "Match. ![a map](map.png)", points: 7, reference: r,
   pairs: {x: '1', y: '2', z: '3'}}
- {id: e, type: timeline, question: When?, events: {1945: A, 1946: B}, points: 7, reference: r}
"""
MARK = "ZZZ"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("honest")
    deck = "bank: talks\nanki: {deck: Talks}\n"
    media = {"map.png": PIXEL, "Other.png": PIXEL + b"\0"}
    more = "- {id: d, type: flashcard, front: '![x](Other.png)', back: d, reference: r}\n"
    return built(write_project(root, ENTRIES + more, deck=deck, media=media), BUILT)  # type: ignore[arg-type]


Forge = Callable[[dict[str, Any]], object]


def imported_with(package: Path, root: Path, id: str, forge: Forge) -> ImportResult:
    """Import `package` with the envelope of the question `id` as `forge` leaves it."""

    def change(fields: list[str], place: int) -> None:
        if fields[0].startswith(f"talks/{id}") and fields[place]:
            envelope = json.loads(fields[place])
            forged = forge(envelope)
            text = forged if isinstance(forged, str) else json.dumps(forged or envelope)
            fields[place] = text.replace("\x1f", "")

    root.mkdir()
    with_fields(package, root / "p.apkg", change)
    with time_limit(20, "import"):
        return import_file(root / "p.apkg", root)


def files_of(result: ImportResult) -> dict[str, bytes]:
    """The files of the new bank. Its ledger knows the field as it is, and so its next build mends
    what lies in it."""
    files = {path.relative_to(result.root).as_posix(): path for path in result.files}
    return {name: path.read_bytes() for name, path in files.items() if path.suffix != ".ledger"}


def entry(**values: object) -> Forge:
    return lambda envelope: envelope["entry"].update(values)


LIES: dict[str, tuple[str, Forge]] = {
    "another question": ("a", entry(question=f"{MARK} ![a map](map.png)")),
    "another key": ("a", entry(answer="South", distractors=["North", "East"])),
    "an option more": ("a", entry(distractors=["South", "East", MARK])),
    "a rationale": ("a", entry(answer={"text": "North", "rationale": MARK})),
    "another link": (
        "a",
        entry(question="Which [*map*](http://zzz.org) is it? ![a map](map.png)"),
    ),
    "another picture": ("a", lambda e: e["media"].update({"map.png": "ANOTHER"})),
    "another explanation": ("a", entry(explain=MARK)),
    "another hint": ("a", entry(hint=MARK)),
    "another quote": ("a", entry(evidence=MARK)),
    "a reference": ("a", entry(reference=MARK)),
    "another answer": ("b", entry(answer=MARK)),
    "another answer accepted": ("b", entry(accept=[MARK])),
    "another type": ("b", lambda e: e.update(entry={"type": "essay", "question": "Who?"})),
    "an event more": ("e", entry(events={"1945": "A", "1946": "B", "1947": MARK})),
    "an event with a hint": (
        "e",
        entry(events=[{"date": "1945", "event": "A", "hint": MARK}, {"1946": "B"}]),
    ),
    "an event that explains": (
        "e",
        entry(events=[{"date": "1945", "event": "A", "explain": MARK}, {"1946": "B"}]),
    ),
    "another date": ("e", entry(events={"1944": "A", "1946": "B"})),
    "events turned round": ("e", entry(events={"1945": "B", "1946": "A"})),
    "a case": ("b", lambda e: (e["entry"].update(part_of="k"), e.update(case=MARK))[2:]),
}


def _with_other_picture(names: Iterable[str]) -> Forge:
    def forge(envelope: dict[str, Any]) -> None:
        (envelope["media"]["map.png"],) = set(names) - {envelope["media"]["map.png"]}

    return forge


@pytest.mark.parametrize("name", LIES)
def test_an_entry_that_says_what_no_card_says_does_not_count(
    name: str, package: Path, tmp_path: Path
) -> None:
    id, forge = LIES[name]
    if name == "another picture":
        forge = _with_other_picture(read(package).media)
    honest = imported_with(package, tmp_path / "honest", id, lambda e: {})
    cards = imported_with(package, tmp_path / "cards", id, lambda e: "")
    lie = imported_with(package, tmp_path / "lie", id, forge)
    assert files_of(lie) == files_of(cards) != files_of(honest)
    assert lie.imported is not None
    assert [loss.item.value for loss in lie.imported.losses[ImportLoss.CARDS_ALONE]] == [id]
    assert MARK.lower() not in b"".join(files_of(lie).values()).decode("utf-8", "replace").lower()


UNSHOWN: dict[str, tuple[object, bool]] = {
    "what cards show": ({"points": "7", "question": MARK, "pairs": {"x": MARK}}, True),
    "an unknown key": ({"points": "7", MARK: "x"}, True),
    "an id": ({"points": "7", "id": MARK, "guid": MARK}, True),
    "too many points": ({"points": "10001"}, False),
    "a number": ({"points": 7}, False),
    "a list": ({"points": ["7"]}, False),
    "another question": ({"points": f"7\n- id: {MARK}"}, False),
    "a name of lines": ({"group": f"a\n- id: {MARK}"}, False),
    "deep": ({"lint": {"ignore": [{"a": {"b": {"c": MARK}}}]}}, False),
    "a list in its place": ([MARK], False),
    "half a character": ({"group": "\ud800"}, False),
}


@pytest.mark.parametrize("name", UNSHOWN)
def test_a_pair_says_only_what_no_card_shows(name: str, package: Path, tmp_path: Path) -> None:
    unshown, holds = UNSHOWN[name]
    honest = imported_with(package, tmp_path / "honest", "c", lambda e: {})
    cards = imported_with(package, tmp_path / "cards", "c", lambda e: "")
    result = imported_with(package, tmp_path / "lie", "c", lambda e: e.update(unshown=unshown))
    assert not result.errors
    assert files_of(result) == files_of(honest if holds else cards)
    assert files_of(honest) != files_of(cards)
    assert result.imported is not None
    assert (ImportLoss.CARDS_ALONE in result.imported.losses) is not holds


def test_a_pair_carries_no_entry(package: Path, tmp_path: Path) -> None:
    typed = {"type": "flashcard", "front": MARK, "back": MARK}
    forged = imported_with(package, tmp_path / "lie", "c", lambda e: e.update(entry=typed))
    honest = imported_with(package, tmp_path / "honest", "c", lambda e: {})
    assert files_of(forged) == files_of(honest)


DEEP = 50_000
BROKEN: dict[str, Forge] = {
    "no JSON": lambda e: "{'a': 1}",
    "a number": lambda e: "7",
    "a number of many digits": lambda e: "7" * 50_000,
    "lists without end": lambda e: "[" * DEEP,
    "lists in lists": lambda e: "[" * DEEP + "]" * DEEP,
    "a huge field": lambda e: json.dumps(
        {**e, "entry": {**e["entry"], "explain": "x" * 30_000_000}}
    ),
    "a huge field of nothing": lambda e: " " * 30_000_000,
    "another format": lambda e: e.update(format=2),
    "of other notes": lambda e: e.update(of="0" * 16),
    "no entry": lambda e: e.update(entry=None),
    "a list for an entry": lambda e: e.update(entry=["a"]),
    "an entry without keys": lambda e: e.update(entry={}),
    "a number in the entry": entry(points=7),
    "a deep entry": entry(answer=json.loads('{"a":' * 200 + "1" + "}" * 200)),
    "a list in a list": entry(answer=[["North"]]),
    "a list of nothing": entry(answer=[{}]),
    "half a character": entry(question="\ud800"),
    "an unknown key": entry(evil="x"),
    "a key of lines": entry(**{"a\n- id: x": "y"}),
    "an odd id": lambda e: e.update(id="../x"),
    "a list for an id": lambda e: e.update(id=["x"]),
    "a paragraph too far": lambda e: e.update(paragraphs=[10**9]),
    "a paragraph of many digits": lambda e: e.update(paragraphs=[10**4000]),
    "a paragraph before the first": lambda e: e.update(paragraphs=[-1]),
    "true for a paragraph": lambda e: e.update(paragraphs=[True]),
    "no paragraphs": lambda e: e.update(paragraphs=[]),
    "texts for files": lambda e: e.update(media="map.png"),
    "lists for files": lambda e: e.update(media={"map.png": ["x"]}),
    "no files": lambda e: e.update(media={}),
    "a file that is not there": lambda e: e["media"].update({"map.png": "x.png"}),
    "a list for a case": lambda e: e.update(case=["x"]),
    "a case without a name": lambda e: e.update(case="x"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_entry_is_passed_over(name: str, package: Path, tmp_path: Path) -> None:
    result = imported_with(package, tmp_path / "broken", "a", BROKEN[name])
    cards = imported_with(package, tmp_path / "cards", "a", lambda e: "")
    assert not result.errors
    assert files_of(result) == files_of(cards)


NAMES = (
    *("../../evil.png", "/tmp/evil.png", "a/../../evil.png", "..\\evil.png", "C:\\evil.png"),
    *(".git/evil.png", "maps/.evil.png", "a\nb.png", "\x1b[31m.png", "a" * 300 + ".png", "evil.sh"),
    *(
        "evil.svg",
        "x.png/y.png",
        "OTHER.png",
        "Other.png/z.png",
        "https://x.org/e.png",
        "\u202ee.png",
    ),
)


@pytest.mark.parametrize("id", ["a", "c"])
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_no_file_gets_a_name_that_leads_elsewhere(
    name: str, id: str, package: Path, tmp_path: Path
) -> None:
    def forge(envelope: dict[str, Any]) -> None:
        source = envelope["media"].pop("map.png")
        envelope["media"][name] = source
        if id == "a":
            typed = f"Which [*map*](http://x.org/a) is it? ![a map](<{name}>)"
            envelope["entry"]["question"] = typed

    (tmp_path / "in").mkdir()
    result = imported_with(package, tmp_path / "in" / "root", id, forge)
    assert not result.errors
    media = {name for name in files_of(result) if "/media/" in name}
    assert len(media) <= 3
    inside = {f"question_bank/talks/media/{name}" for name in ("x.png/y.png", "Other.png/z.png")}
    assert all(path in inside or path.count("/") == 3 for path in media), media
    assert {path.name for path in tmp_path.iterdir()} == {"in"}
    assert {path.name for path in (tmp_path / "in").iterdir()} == {"root"}


@pytest.mark.parametrize("id", ["a", "c"])
def test_two_questions_never_get_one_id(id: str, package: Path, tmp_path: Path) -> None:
    result = imported_with(package, tmp_path / "root", id, lambda e: e.update(id="b"))
    text = files_of(result)["question_bank/talks/people.yaml"].decode()
    assert not result.errors
    assert sorted(line for line in text.splitlines() if line.startswith("- id:")) == [
        *("- id: a", "- id: b", "- id: c", "- id: d", "- id: e")
    ]


def test_an_entry_says_nothing_of_identity(package: Path, tmp_path: Path) -> None:
    identity = {"id": "evil", "guid": "evil", "renamed_from": "evil"}
    result = imported_with(package, tmp_path / "root", "a", entry(**identity))
    assert b"evil" not in b"".join(files_of(result).values())
    assert result.imported is not None
    assert ImportLoss.CARDS_ALONE not in result.imported.losses
