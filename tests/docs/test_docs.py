"""The documentation is true: its examples compile, its commands run, its lists are complete.

Pages say in HTML comments what a block is there for: ``expect`` names the one diagnostic
that a faulty example gives, ``file`` its path in the page's project, ``shape`` the command
that prints JSON of this shape, ``messages`` a table of what quizgen answers, and ``adds``
what the code of a page adds to quizgen.
"""

from __future__ import annotations

import ast
import functools
import inspect
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt
from markdown_it.token import Token

import quizgen
from pictures.projects import crest
from quizgen.bank import Bank
from quizgen.checks.item_writing import findings
from quizgen.checks.rules import RULES, ItemRule
from quizgen.checks.wording import WordedBank
from quizgen.cli import cli
from quizgen.diagnostics import UNREADABLE_FILE, Report
from quizgen.explaining import examples as examples_of
from quizgen.explaining import explanations, rules_page
from quizgen.lint import refusal
from quizgen.manifest import Manifest
from quizgen.naming import all_pdf_names
from quizgen.readers import bank_folder, deck_file, item, item_keys, topic_file
from quizgen.readers.keys import KeyTable
from quizgen.readers.question_types import QUESTION_TYPES, QuestionType, multiple_choice
from quizgen.reporting import RENDERERS
from quizgen.scaffold import project_files
from quizgen.workspace import Workspace
from quizgen.writers import Artifact, Context
from quizgen.writers.anki.note_type import COMMON_FIELDS, ID_FIELD
from quizgen.writers.anki.note_types import NOTE_TYPES

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "question_bank" / "seoul-talks"
TUTORIAL = "docs/writing-questions.md"
EXTENDING = "docs/extending.md"
FORMATS = "docs/formats.md"
README = ROOT / "README.md"
PAGES = {
    path.relative_to(ROOT).as_posix(): path
    for path in (README, *ROOT.glob("C*.md"), *sorted(ROOT.glob("docs/**/*.md")))
}

NEEDS_ANKI = "needs a running Anki; tests/clients/test_push.py has one"
UNTIL_CTRL_C = "runs until Ctrl-C; tests/preview/ and tests/cli/test_build_watch.py run it"
NOT_RUN = {
    **dict.fromkeys(
        (
            "quizgen import world-capitals.apkg",
            "quizgen import world-capitals.apkg --bank capitals",
            "quizgen import world-capitals.apkg --into my-other-project --bank capitals",
        ),
        "needs a package; tests/importing/test_import_command.py runs it",
    ),
    "make build": "installs from the network; .ci/run and a fresh clone run it",
    "make test": "runs this test",
    "make docs": "installs from the network; tests/docs/test_site.py builds the site",
    ".venv/bin/python -m http.server --directory site --bind 127.0.0.1": "Python's own server",
    "make pictures": "installs from the network; tests/docs/test_pictures.py draws sheets",
    'make pictures NAMES="card stats"': "the same",
    "python3 -m venv .venv": "makes the environment that this test runs in",
    ".venv/bin/pip install -c constraints.txt .": "installs from the network",
    ".venv/bin/pip install -c constraints.txt -e '.[test]'": "installs from the network",
    ".venv/bin/pip install -c constraints.txt '.[scripts]'": "installs from the network",
    ".venv/bin/ruff check .": "`make test` runs it beside this test",
    ".venv/bin/ruff format --check .": "`make test` runs it beside this test",
    ".venv/bin/mypy": "`make test` runs it beside this test",
    ".venv/bin/lint-imports": "`make test` runs it beside this test",
    ".venv/bin/python -m pytest -n auto --dist loadfile": "runs this test",
    "quizgen push": NEEDS_ANKI,
    "quizgen push my-deck": NEEDS_ANKI,
    "quizgen push my-deck --new-learner": NEEDS_ANKI,
    "quizgen push --new-learner": NEEDS_ANKI,
    "quizgen push --url http://example.org:8765": NEEDS_ANKI,
    "quizgen preview": UNTIL_CTRL_C,
    "quizgen preview my-deck": UNTIL_CTRL_C,
    "quizgen preview --port 8000 --no-open": UNTIL_CTRL_C,
    "quizgen build --watch": UNTIL_CTRL_C,
    ".venv/bin/pip install -c constraints.txt '.[preview]'": "installs from the network",
    "cd my-project": "changes the folder of a shell; every command here runs in the project",
    "cd bees": "changes the folder of a shell; every command here runs in the project",
}
"""The lines of shell blocks that no test runs, and why."""

DUPLICATE = """
- id: veto
  type: flashcard
  front: Right to stop a decision
  back: Veto
  reference: Charter of the United Nations, Article 27
"""
UNSOURCED = "\n- id: unsourced\n  type: flashcard\n  front: Veto\n  back: I forbid\n"


class Block(NamedTuple):
    """A fenced block: its `language`, what the comment above it says, and where it stands."""

    language: str
    content: str
    directives: dict[str, str]
    heading: str
    line: int


class Table(NamedTuple):
    """The cells as Markdown, without the header."""

    header: list[str]
    rows: list[list[str]]
    directives: dict[str, str]
    heading: str


class Page(NamedTuple):
    """What of a page the tests look at."""

    blocks: list[Block]
    tables: list[Table]
    headings: list[str]
    links: list[str]


@functools.cache
def page(name: str) -> Page:
    text = PAGES[name].read_text(encoding="utf-8")
    found = Page([], [], [], re.findall(r'<img[^>]*\bsrc="([^"]+)"', text))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    heading = ""
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        directives = _directives(before)
        if token.type == "heading_open":
            heading = tokens[index + 1].content
            found.headings.append(heading)
        elif token.type == "fence":
            line = token.map[0] + 1 if token.map else 0
            found.blocks.append(Block(token.info, token.content, directives, heading, line))
        elif token.type == "table_open":
            header, *rows = _rows(tokens[index:])
            found.tables.append(Table(header, rows, directives, heading))
        elif token.type == "inline":
            found.links.extend(_links(token.children or ()))
    return found


def _directives(token: Token | None) -> dict[str, str]:
    if token is None or token.type != "html_block":
        return {}
    return dict(re.findall(r"<!-- (\w+):? ?(.*?) -->", token.content))


def _rows(tokens: Iterable[Token]) -> Iterator[list[str]]:
    row: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(token.content)
        elif token.type == "tr_close":
            yield row
        elif token.type == "table_close":
            return


def _links(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        target = token.attrGet("href") or token.attrGet("src")
        if target:
            yield str(target)


def examples(language: str) -> list[Any]:
    """The blocks that stand for themselves."""
    return [
        pytest.param(block, id=f"{name}:{block.line}")
        for name in PAGES
        for block in page(name).blocks
        if block.language == language and "file" not in block.directives
    ]


# Examples of YAML


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `quizgen new` makes, and beside it the sample bank with a crest of the school."""
    root = tmp_path_factory.mktemp("project")
    for path, text in project_files("project").items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    bank = shutil.copytree(SAMPLE, root / "question_bank" / SAMPLE.name)
    (bank / "media").mkdir(exist_ok=True)
    crest().save(bank / "media" / "crest.png")
    return root


def example_bank(root: Path, topic: str) -> Path:
    """A bank about the sample's passage with one topic file. Gives its folder."""
    folder = root / "question_bank" / "example"
    folder.mkdir(parents=True)
    (folder / "bank.yaml").write_text("id: example\ntitle: Example\npassage: passage.md\n")
    shutil.copy(SAMPLE / "passage.md", folder)
    (folder / "topic.yaml").write_text(topic, encoding="utf-8")
    return folder


def diagnose(text: str, project: Path, scratch: Path) -> list[str]:
    """The names of what is wrong with a YAML example, whichever kind of file it is from."""
    if text.startswith("- "):
        text = f"topic: example\nquestions:\n{text}"
    if re.search("^questions:", text, re.MULTILINE):
        path = example_bank(scratch, text)
    elif re.search("^bank:", text, re.MULTILINE):
        path = project / "decks" / "example.yaml"
        path.write_text(text, encoding="utf-8")
    else:
        path = shutil.copytree(SAMPLE, scratch / "bank")
        (path / "bank.yaml").write_text(text, encoding="utf-8")
    return [diagnostic.name for diagnostic in quizgen.check(path)]


@pytest.mark.parametrize("block", examples("yaml"))
def test_a_yaml_example_checks_as_its_page_says(
    block: Block, project: Path, tmp_path: Path
) -> None:
    expected = block.directives.get("expect")
    assert diagnose(block.content, project, tmp_path) == ([expected] if expected else [])


def test_the_deck_file_page_shows_the_message_that_quizgen_gives(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    blocks = page("docs/deck-files.md").blocks
    (shown,) = [block.content for block in blocks if block.language == "text"]
    path = Path(shown.partition(":")[0])
    path.write_text(next(block.content for block in blocks if "expect" in block.directives))
    assert RENDERERS["concise"](quizgen.check(path)) == shown
    path.unlink()


def test_each_question_type_shows_its_example() -> None:
    blocks = page("docs/question-types.md").blocks
    shown = {block.heading: block.content for block in reversed(blocks)}  # the first counts
    assert {t.name: shown.get(t.name) for t in QUESTION_TYPES} == {
        t.name: t.example for t in QUESTION_TYPES
    }


def test_the_quoting_table_gives_the_messages(tmp_path: Path) -> None:
    (table,) = [t for t in page("docs/question-types.md").tables if "messages" in t.directives]
    for number, (wrong, message, right) in enumerate(table.rows):
        for name, line, said in (("wrong", wrong, [message]), ("right", right, [])):
            entry = (
                f"topic: t\nquestions:\n- id: a\n  type: short_answer\n  {line.strip('`')}\n"
                "  answer: b\n  reference: c\n"
            )
            found = quizgen.check(example_bank(tmp_path / f"{name}-{number}", entry))
            assert [diagnostic.message for diagnostic in found] == said, line


@pytest.fixture
def tutorial(tmp_path: Path) -> Path:
    """The project that the tutorial's blocks make together."""
    for block in page(TUTORIAL).blocks:
        if "file" in block.directives:
            path = tmp_path / block.directives["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.content, encoding="utf-8")
    return tmp_path


def test_the_tutorial_builds(tutorial: Path) -> None:
    result = quizgen.build(tutorial, built=1_700_000_000)
    assert result.diagnostics == ()
    names = sorted(path.name for path in result.files)
    assert names == [
        "city-bees.apkg",
        "city-bees.ledger",
        "manifest.json",
        "worksheet-key.pdf",
        "worksheet.pdf",
    ]


def test_the_tutorial_shows_the_message_that_quizgen_gives(
    tutorial: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tutorial)
    facts = Path("question_bank/city-bees/facts.yaml")
    text = facts.read_text().replace("bees made 90 kilograms", "bees made 90 kilos")
    facts.write_text(text)
    said = f"{RENDERERS['full'](quizgen.check())}1 error\n"
    for name in (TUTORIAL, "docs/diagnostics.md"):
        (shown,) = [block.content for block in page(name).blocks if block.language == "text"]
        assert shown == said


# Commands


def shell_lines() -> list[Any]:
    return [
        pytest.param(line, id=f"{name}: {line}")
        for name in PAGES
        for block in page(name).blocks
        if block.language == "sh"
        for line in block.content.splitlines()
    ]


def call(line: str) -> Result:
    program, *arguments = shlex.split(line)
    assert Path(program).name == "quizgen", "run it here, or add it to NOT_RUN with the reason"
    return CliRunner().invoke(cli, arguments, prog_name="quizgen", standalone_mode=False)


@pytest.mark.parametrize("line", shell_lines())
def test_a_command_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if line in NOT_RUN:
        return
    monkeypatch.chdir(tmp_path)
    if not line.startswith("quizgen new"):
        call("quizgen new my-project")
        monkeypatch.chdir(tmp_path / "my-project")
    if "--check" in line:  # which is about what has been built
        call("quizgen build")
    result = call(line)
    assert (result.exception, result.return_value or 0) == (None, 0), result.output


def test_every_line_that_is_not_run_is_still_in_a_page() -> None:
    assert set(NOT_RUN) <= {parameters.values[0] for parameters in shell_lines()}


@pytest.mark.parametrize(
    "command",
    [
        "build",
        "check",
        "diff",
        "explain",
        "import",
        "list",
        "new",
        "preview",
        "push",
        "schema",
        "stats",
    ],
)
def test_the_page_names_every_option(command: str) -> None:
    with_context = cli.get_command(cli.make_context("quizgen", [command]), command)
    assert with_context
    options = {
        name
        for parameter in with_context.params
        for name in parameter.opts
        if name.startswith("--") and name != "--help"
    }
    tables = [t for t in page("docs/commands.md").tables if t.heading == f"quizgen {command}"]
    cells = [row[0] for t in tables if t.header[0] == "Option" for row in t.rows]
    assert {name for cell in cells for name in re.findall(r"--[\w-]+", cell)} == options


SHAPES = [
    ("quizgen check --json", DUPLICATE),
    ("quizgen explain --json", ""),
    ("quizgen list --json", ""),
    ("quizgen build --json", UNSOURCED),
]


@pytest.mark.parametrize(("line", "entry"), SHAPES, ids=[line for line, _ in SHAPES])
def test_json_has_the_shape_that_the_page_shows(
    line: str, entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call("quizgen new my-project")
    monkeypatch.chdir(tmp_path / "my-project")
    with Path("question_bank/my-bank/reading.yaml").open("a", encoding="utf-8") as file:
        file.write(entry)
    printed = json.loads(call(line).stdout)
    blocks = page("docs/commands.md").blocks
    (shown,) = [block.content for block in blocks if block.directives.get("shape") == line]
    assert shape(json.loads(shown)) == shape(printed)


def shape(value: Any) -> Any:
    """Keys and kinds of values; of a list, that of its first element."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value[:1]]
    return type(value).__name__


# The Python API


@pytest.mark.parametrize("block", page("docs/python-api.md").blocks, ids=lambda b: str(b.line))
def test_the_python_of_the_api_page_runs(block: Block, project: Path, tmp_path: Path) -> None:
    assert block.language == "python"
    copy = shutil.copytree(project, tmp_path / "copy")
    (copy / "decks" / "example.yaml").unlink(missing_ok=True)
    script = [sys.executable, "-W", "error", "-c", block.content]
    ran = subprocess.run(script, cwd=copy, capture_output=True, text=True)
    assert (ran.stderr, ran.returncode) == ("", 0)
    assert "veto flashcard Veto" in ran.stdout
    assert "worksheet.pdf" in ran.stdout


@pytest.mark.parametrize("function", [quizgen.load, quizgen.check, quizgen.build])
def test_the_api_page_names_every_argument(function: Any) -> None:
    text = PAGES["docs/python-api.md"].read_text(encoding="utf-8")
    signature = re.search(rf"`{function.__name__}\((.*)\)`", text)
    assert signature
    named = re.findall(r"\w+", re.sub(r"=[^,]*", "", signature[1]))
    assert named == list(inspect.signature(function).parameters)


# Lists that must be complete


def _rows_of(name: str, *headings: str) -> dict[str, bool]:
    """Key → whether it is needed, from the tables of keys below `headings`."""
    tables = [t for t in page(name).tables if t.heading in headings and t.header[0] == "Key"]
    assert [t.heading for t in tables] == list(headings)
    rows = [row for table in tables for row in table.rows]
    return {row[0].split("`")[1]: {"yes": True, "no": False}[row[1]] for row in rows}


KEY_TABLES = [
    *(("docs/question-types.md", (t.name,), t.keys) for t in QUESTION_TYPES),
    (
        "docs/question-types.md",
        ("Keys that every question has",),
        item_keys.COMMON_KEYS,
    ),
    (
        "docs/question-types.md",
        ("An answer with a rationale",),
        multiple_choice.OPTION_KEYS.keys,
    ),
    ("docs/question-types.md", ("lint",), item_keys.LINT_KEYS.keys),
    ("docs/bank-files.md", ("bank.yaml",), bank_folder.BANK_KEYS.keys),
    ("docs/bank-files.md", ("Topic files",), topic_file.TOPIC_KEYS.keys),
    ("docs/deck-files.md", ("The file",), deck_file.DECK_KEYS.keys),
    ("docs/deck-files.md", ("anki", "selection"), deck_file.ANKI_KEYS.keys),
    ("docs/deck-files.md", ("options",), deck_file.OPTION_KEYS.keys),
    ("docs/deck-files.md", ("worksheets",), deck_file.WORKSHEET_KEYS.keys),
    ("docs/deck-files.md", ("selection", "flashcards"), deck_file.CARDS_KEYS.keys),
    ("docs/deck-files.md", ("sections", "selection"), deck_file.SECTION_KEYS.keys),
    ("docs/deck-files.md", ("blueprints",), deck_file.ROW_KEYS.keys),
]


@pytest.mark.parametrize(("name", "headings", "keys"), KEY_TABLES)
def test_a_table_names_every_key(name: str, headings: tuple[str, ...], keys: Any) -> None:
    assert _rows_of(name, *headings) == {key.name: key.required for key in keys}


def test_every_key_table_of_the_code_is_among_these() -> None:
    modules: list[ModuleType] = [*(bank_folder, deck_file, topic_file, item_keys, multiple_choice)]
    modules += [m for m in map(inspect.getmodule, (t.build for t in QUESTION_TYPES)) if m]
    tables = [v for m in modules for v in vars(m).values() if isinstance(v, KeyTable)]
    known = [keys for _, _, keys in KEY_TABLES]
    assert [table.what for table in tables if table.keys not in known] == []


def test_the_overview_names_every_type() -> None:
    (table,) = [t for t in page("docs/question-types.md").tables if t.header[0] == "Type"]
    names = [row[0].split("`")[1] for row in table.rows]
    assert names == [t.name for t in QUESTION_TYPES]


class Told(NamedTuple):
    name: str
    severity: str


def told_by_the_source() -> set[Told]:
    """Every name that the package gives a diagnostic, with its severity."""
    found: set[Told] = set()
    for path in sorted((ROOT / "quizgen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=receiver, attr="error" | "warning" as severity),
                    args=[first, *_],
                ) if ast.unparse(receiver).endswith("report"):
                    found |= {Told(name, severity) for name in _names(first, path)}
                case ast.keyword(arg="fault", value=ast.Constant(value=str(name))):
                    found.add(Told(name, "error"))
    return found


def _names(first: ast.expr, path: Path) -> list[str]:
    match ast.unparse(first):
        case "UNREADABLE_FILE":
            return [UNREADABLE_FILE]
        case "self.fault":
            return [item_keys.NAME.fault]
        case "refused.name":
            refusals = refusal("no-sauce", to_ignore=True), refusal("bad-gap", to_ignore=True)
            return [refused.name for refused in refusals if refused]
        case "f'unknown-{noun}'":
            return [f"unknown-{noun}" for noun in ("topic", "type", "tag", "id")]
    if isinstance(first, ast.Constant):
        return [str(first.value)]
    raise AssertionError(f"{path}:{first.lineno}: teach this test what name this stands for")


def test_the_page_explains_every_diagnostic() -> None:
    text = PAGES["docs/diagnostics.md"].read_text(encoding="utf-8")
    entries = re.findall(r"^### `([\w-]+)`\n\n\*(.+?)\.\*", text, re.MULTILINE)
    explained = {Told(name, s) for name, said in entries for s in said.lower().split(" or ")}
    assert explained == told_by_the_source()
    assert len(entries) == text.count("\n### ")


def _named(name: str, header: str) -> Table:
    (table,) = [table for table in page(name).tables if table.header[0] == header]
    return table


def test_the_page_of_formats_names_every_note_type() -> None:
    rows = [[cell.strip() for cell in row] for row in _named(FORMATS, "Note type").rows]
    assert [(row[0], row[2], row[3]) for row in rows] == [
        (t.name, ", ".join(f.name for f in t.own_fields), ", ".join(c.name for c in t.templates))
        for t in NOTE_TYPES
    ]
    types = {name for row in rows for name in re.findall(r"`(\w+)`", row[1])}
    assert types == {question_type.name for question_type in QUESTION_TYPES}


def test_the_page_of_formats_names_the_fields_that_every_note_has() -> None:
    tables = [table for table in page(FORMATS).tables if table.header[0] == "Field"]
    named = [row[0] for table in tables for row in table.rows]
    fields = [field.name for field in (ID_FIELD, *COMMON_FIELDS)]
    assert named == [*fields[:5], f"{fields[5]} to {fields[-1]}"]


def test_the_page_of_formats_names_files_that_are_written() -> None:
    cells = [row[1] for row in _named(FORMATS, "A worksheet `test`").rows]
    names = {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}
    assert names <= set(all_pdf_names("test"))


def test_the_page_of_formats_names_every_key_of_a_manifest() -> None:
    rows = [row[0].strip("`") for row in _named(FORMATS, "Key").rows]
    assert rows == sorted(Manifest._fields)


# Extending


@pytest.fixture(scope="session")
def added() -> dict[str, dict[str, Any]]:
    """The names that each block of code of the page defines."""
    defined: dict[str, dict[str, Any]] = {}
    for block in page(EXTENDING).blocks:
        if block.language == "python":
            names: dict[str, Any] = {"__name__": block.directives["adds"]}
            exec(compile(block.content, EXTENDING, "exec"), names)
            defined[block.directives["adds"]] = names
    return defined


def test_the_new_question_type_compiles(
    added: dict[str, dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new: QuestionType = added["question type"]["ODD_ONE_OUT"]
    monkeypatch.setitem(item._BY_NAME, new.name, new)
    shown = next(b.content for b in page(EXTENDING).blocks if f"type: {new.name}" in b.content)
    entries = f"{new.example}{shown}  reference: none\n"
    assert diagnose(entries, tmp_path, tmp_path) == []


def test_the_new_check_finds_something(added: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    text = "topic: t\nquestions:\n- {id: a, type: flashcard, front: b, back: c, tags: [d, t]}\n"
    bank = quizgen.load(example_bank(tmp_path, text)).bank
    assert isinstance(bank, Bank)
    report = Report()
    added["check"]["tags_say_more_than_topics"](bank, report)
    assert [diagnostic.name for diagnostic in report.diagnostics] == ["tag-repeats-topic"]


def test_the_new_rule_keeps_its_page(added: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    rule: ItemRule = added["rule"]["SHOUTED_QUESTION"]
    for number, (text, expected) in enumerate(zip(examples_of(rule), (1, 0), strict=True)):
        folder = example_bank(tmp_path / str(number), f"topic: t\nquestions:\n{text}")
        bank = quizgen.load(folder).bank
        assert bank
        assert len(list(findings(WordedBank(bank), [rule]))) == expected


def test_the_page_of_rules_is_that_of_their_docstrings() -> None:
    text = PAGES["docs/rules.md"].read_text(encoding="utf-8")
    assert text == rules_page(), "run: quizgen explain --all > docs/rules.md"


def test_explain_reads_the_page_of_diagnostics() -> None:
    copy = ROOT / "quizgen" / "catalogue" / "diagnostics.md"
    original = PAGES["docs/diagnostics.md"]
    assert copy.read_bytes() == original.read_bytes(), f"run: cp {original} {copy}"


def test_every_diagnostic_can_be_explained() -> None:
    told = {name for name, _ in told_by_the_source()} | {rule.name for rule in RULES}
    assert set(explanations()) == told


def test_the_new_format_writes_every_interaction(
    added: dict[str, dict[str, Any]], project: Path
) -> None:
    assessment = Workspace().assessment(project / "decks" / "my-deck.yaml")
    written: list[Artifact] = list(added["format"]["write"](assessment, Context(0, Report())))
    assert [str(artifact.path) for artifact in written] == ["worksheet.txt"]
    assert "1. Two years\n" in (written[0].content or b"").decode()


def test_the_registries_are_where_the_page_says() -> None:
    text = PAGES[EXTENDING].read_text(encoding="utf-8")
    steps = re.findall(r"in `(quizgen/[\w/]+\.py)` and add .*? to the tuple `(\w+)`", text)
    assert [name for _, name in steps] == ["QUESTION_TYPES", "CHECKS", "RULES", "WRITERS"]
    for path, name in steps:
        assert re.search(
            rf"^{name}: tuple", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE
        )


# Links


def anchor(heading: str) -> str:
    """The name that a heading can be linked by: GitHub's rule."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for link in page(name).links:
        assert "://" not in link, "the documentation needs no network"
        path, _, fragment = link.partition("#")
        target = (PAGES[name].parent / path).resolve() if path else PAGES[name]
        assert target.exists(), link
        if fragment:
            headings = page(target.relative_to(ROOT).as_posix()).headings
            assert fragment in map(anchor, headings), link


@pytest.mark.parametrize("name", PAGES)
def test_files_that_a_page_names_exist(name: str) -> None:
    text = PAGES[name].read_text(encoding="utf-8")
    named = re.findall(r"`((?:quizgen|tests|docs|benchmarks|dist/seoul-talks)/[\w./-]*)`", text)
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_listed_in_the_index(name: str) -> None:
    index = {PAGES["docs/README.md"].parent / link for link in page("docs/README.md").links}
    if name not in {"README.md", "CHANGELOG.md", "docs/README.md"}:
        assert PAGES[name].resolve() in {path.resolve() for path in index}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_no_machine_and_no_registry(name: str) -> None:
    text = PAGES[name].read_text(encoding="utf-8")
    assert (
        re.findall(r"/work/|/root/|/tmp/|\w*pypi\w*|pythonhosted|https?://(?!example\.org)", text)
        == []
    )
