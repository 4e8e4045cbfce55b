"""The schemas and the readers agree: a validator that nobody here wrote judges the same files.

Only what JSON Schema can say is compared. It cannot see two keys of one name, the bank's
ids, topics and passage, Markdown that shows nothing, or a word such as ``null``, which is a
text to quizgen and nothing to an editor.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt
from support import write_project
from support.paths import ROOT

from quizgen.cli import main
from quizgen.commands.schema import SCHEMAS, schema_files, schema_text
from quizgen.commands.schema.shapes import shape_schema
from quizgen.model.diagnostics import Report, has_errors
from quizgen.model.source import Source
from quizgen.readers import bank_folder, deck_file, item_keys, topic_file
from quizgen.readers.keys import read_root
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.question_types.numeric import NUMERIC
from quizgen.readers.shapes import Reading
from quizgen.writers import PART_KEYS
from quizgen.writers.anki import deck_part as anki_part


class Case(NamedTuple):
    """The text of a file, and which kind of file it is."""

    kind: str
    text: str
    name: str


def read_without_fault(case: Case) -> bool:
    """Whether our own reader takes the file."""
    reading = Reading(Report())
    source = Source(Path("x.yaml"), case.text)
    if case.kind == "topic":
        topic_file.read_topic(source, reading)
    elif case.kind == "deck":
        deck_file.read_deck_file(source, PART_KEYS, reading)
    else:
        read_root(source, bank_folder.BANK_KEYS, reading)
    return not has_errors(reading.report.diagnostics)


def pages() -> Iterator[Case]:
    """Every example of the documentation."""
    for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))):
        for token in MarkdownIt("commonmark").parse(path.read_text("utf-8")):
            if token.type == "fence" and token.info == "yaml":
                assert token.map
                text = token.content
                text = f"topic: t\nquestions:\n{text}" if text.startswith("- ") else text
                lines = text.splitlines()
                kinds = {"questions:": "topic", "id:": "bank", "bank:": "deck"}
                found = [
                    kind for word, kind in kinds.items() for ln in lines if ln.startswith(word)
                ]
                if found:
                    yield Case(found[0], text, f"{path.name}:{token.map[0] + 1}")


def broken_questions() -> Iterator[tuple[str, str]]:
    """Each type's example, broken in each way that its keys allow.

    Of the keys that every type has, each value is tried with every third type.
    """
    for place, t in enumerate(QUESTION_TYPES):
        yield t.name, t.example
        yield f"{t.name} misspelt", t.example.replace("  type:", "  tpye:")
        yield f"{t.name} other type", t.example.replace(f"type: {t.name}", "type: quiz")
        yield f"{t.name} unknown key", f"{t.example}  hint: x\n"
        for key in (*t.keys, *item_keys.COMMON_KEYS):
            for value in VALUES if key in t.keys else VALUES[place % 3 :: 3]:
                entry = without(t.example, key.name)
                yield f"{t.name} {key.name} {value}", f"{entry}  {key.name}: {value}\n"
            yield f"{t.name} no {key.name}", without(t.example, key.name)


VALUES = (
    *(
        "text",
        "15",
        "-1",
        "'-1'",
        "0.5",
        "100000",
        "true",
        "No",
        "'5'",
        "''",
        "",
        "a b",
        "Easy",
        "2023-12-09",
    ),
    *("[]", "[a]", "[a, b]", "[a, '']", "[[a]]", "[a b]", "[{text: a, pinned: yes}, b]"),
    *("{}", "{a: b}", "{a: b, c: d}", "{a: 1, b: 2}", "{a: [b], c: d}", "{2023: a, 2024-01: b}"),
    *("{text: a}", "{text: a, rationale: b}", "{text: a, pined: true}", '"{{c1::a}} b"', '"{{a}}"'),
    *("{ignore: [clang]}", "{ignore: clang}"),
)


def without(entry: str, key: str) -> str:
    """`entry` without `key` and what belongs to it."""
    kept, skipping = [], False
    for line in entry.splitlines(keepends=True):
        level = line[2:3]
        if level not in {" ", "-"}:
            skipping = line[2:].startswith(f"{key}:")
        if not skipping:
            kept.append(line)
    text = "".join(kept)
    return text if text.startswith("- ") else f"-{text[1:]}"


DECK = "bank: b\nanki: {deck: D}\nworksheets:\n- name: n\n  title: t\n  sections:\n  - title: s\n"


def broken_others() -> Iterator[Case]:
    for value in VALUES:
        for key in deck_file.SELECTION_KEYS:
            yield Case("deck", f"{DECK}    {key.name}: {value}\n", f"section {key.name} {value}")
        for key in anki_part.ANKI_KEYS.keys:
            deck = "" if key.name == "deck" else "deck: D, "
            flow = f"bank: b\nanki: {{{deck}{key.name}: {value}}}\n"
            if value:
                yield Case("deck", flow, f"anki {key.name} {value}")
        for name in ("bank", "anki", "worksheets", "other"):
            yield Case("deck", f"x: y\n{name}: {value}\n".replace("x: y\n", ""), f"{name} {value}")
        yield Case("deck", DECK.replace("name: n", f"name: {value}"), f"name {value}")
        yield Case("deck", f"{DECK}  paper: {value}\n", f"paper {value}")
        for key in bank_folder.BANK_KEYS.keys:
            rest = "".join(f"{k}: x\n" for k in ("id", "title") if k != key.name)
            yield Case("bank", f"{rest}{key.name}: {value}\n", f"bank {key.name} {value}")
        yield Case("topic", f"topic: {value}\nquestions: [{{}}]\n", f"topic {value}")
        yield Case("topic", f"topic: t\nquestions: {value}\n", f"questions {value}")
    for kind in SCHEMAS:
        yield Case(kind, "- a\n", f"{kind} list")
        yield Case(kind, "a\n", f"{kind} text")


def cases() -> list[Case]:
    topics = [
        Case("topic", f"topic: t\nquestions:\n{entry}", name) for name, entry in broken_questions()
    ]
    topics += [
        Case("topic", f"topic: t\nquestions:\n{entry}", name) for name, entry in OTHER_FORMS.items()
    ]
    return [*pages(), *topics, *broken_others()]


def test_the_page_names_the_numbers_that_only_an_editor_takes() -> None:
    page = (ROOT / "docs/editor.md").read_text("utf-8")
    for name, entry in OTHER_FORMS.items():
        assert f"`{name.split()[-1]}`" in page
        text = f"topic: t\nquestions:\n{entry}"
        assert not read_without_fault(Case("topic", text, name)), name


OTHER_FORMS = {
    f"numeric {key} {number}": f"{without(NUMERIC.example, key)}  {key}: {number}\n"
    for key, numbers in {
        "points": ("0x10", "0o20", "1_000", "+16", "16.0"),
        "answer": ("1e3", ".5", ".inf", "0x10"),
        "tolerance": (".5",),
    }.items()
    for number in numbers
}
"""Numbers to YAML, by one of its versions at least, as docs/editor.md has them."""

BEYOND_A_SCHEMA = {
    "multiple_choice ascending true": "all answers have to be numbers or dates",
    "fonts.md:43": "whether there is a font file of that name",
    "worksheets.md:146": "whether there is a class list of that name",
    **dict.fromkeys(OTHER_FORMS, "how a number is written, of which YAML tells no one"),
    **dict.fromkeys(
        (f"{t.name} part_of {value}" for t in QUESTION_TYPES for value in VALUES),
        "whether the file has a case of that name; `group` has the same shape",
    ),
}
"""Cases that only our reader finds fault with."""


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, bool]:
    """For each case, whether check-jsonschema takes it."""
    folder = tmp_path_factory.mktemp("cases")
    verdicts: dict[Case, bool] = {}
    for kind in SCHEMAS:
        schema = folder / f"{kind}.json"
        schema.write_text(schema_text(kind), encoding="utf-8")
        files = {}
        for number, case in enumerate(c for c in cases() if c.kind == kind):
            path = folder / f"{kind}-{number}.yaml"
            path.write_text(case.text, encoding="utf-8")
            files[str(path)] = case
        command = [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile"]
        done = subprocess.run([*command, schema, *files], capture_output=True, text=True)
        said = json.loads(done.stdout)
        assert said["parse_errors"] == [], said["parse_errors"]
        wrong = {error["filename"] for error in said["errors"]}
        verdicts |= {case: path not in wrong for path, case in files.items()}
    return verdicts


def test_a_validator_and_the_reader_agree(judged: dict[Case, bool]) -> None:
    differing = [
        (case.kind, case.name, "schema takes it" if taken else "reader takes it")
        for case, taken in judged.items()
        if taken != read_without_fault(case) and case.name not in BEYOND_A_SCHEMA
    ]
    assert differing == []


def test_the_cases_are_good_and_bad(judged: dict[Case, bool]) -> None:
    for kind in SCHEMAS:
        taken = [verdict for case, verdict in judged.items() if case.kind == kind]
        assert 10 < sum(taken) < len(taken) - 10


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_by_its_own_rules(name: str, tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    path.write_text(schema_text(name), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_shape_is_known() -> None:
    """If not: say in quizgen/commands/schema/shapes.py what the new shape looks like."""
    tables = [bank_folder.BANK_KEYS, topic_file.TOPIC_KEYS, deck_file.deck_keys(PART_KEYS)]
    keys = [key for table in tables for key in table.keys]
    keys += [key for t in QUESTION_TYPES for key in (*t.keys, *item_keys.COMMON_KEYS)]
    assert [key.name for key in keys if not shape_schema(key.shape)] == []


def test_every_key_is_explained() -> None:
    text = "".join(map(schema_text, SCHEMAS))
    for t in QUESTION_TYPES:
        assert t.doc in text
        assert all(json.dumps(key.doc, ensure_ascii=False) in text for key in t.keys)


@pytest.mark.parametrize("path", schema_files(), ids=str)
def test_the_schemas_of_the_sample_are_those_of_the_readers(path: Path) -> None:
    """If not: run `quizgen schema --write`."""
    assert (ROOT / path).read_text("utf-8") == schema_files()[path]  # type: ignore[index]


def test_write_brings_a_project_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path / "project")
    monkeypatch.chdir(root / "decks")
    for _ in range(2):
        with pytest.raises(SystemExit) as stopped:
            main(["schema", "--write"])
        assert stopped.value.code == 0
    written = {p.relative_to(root).as_posix() for p in (root / ".quizgen").iterdir()}
    assert written == set(map(str, schema_files()))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_a_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["schema", name])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == schema_text(name)


def test_the_files_of_the_sample_and_of_a_new_project_name_their_schemas(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["new", str(tmp_path / "new")])
    for root in (ROOT, tmp_path / "new"):
        files = [*root.glob("question_bank/*/*.yaml"), *root.glob("decks/*.yaml")]
        assert files
        for path in files:
            first = path.read_text("utf-8").splitlines()[0]
            named = path.parent / first.removeprefix("# yaml-language-server: $schema=")
            assert named.resolve().parent == (root / ".quizgen").resolve()
            assert named.is_file()
