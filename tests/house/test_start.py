"""What a command imports before it does its work: a list that may shrink, and grows with a reason.

Half of what a user waits for after a save is Python reading modules.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import write_project

NO_OP_BUILD = {
    *("json", "json.decoder", "json.encoder", "json.scanner", "_json", "locale", "_locale", "gc"),
    *("quizgen", "quizgen.model", "quizgen.project", "quizgen.cli", "quizgen.commands"),
    "quizgen.commands.cache",
    "quizgen.cli.build_command",
    "quizgen.cli.clock",
    "quizgen.cli.completion",
    "quizgen.cli.echo",
    "quizgen.cli.extras",
    "quizgen.cli.main",
    "quizgen.cli.output",
    "quizgen.commands.cache.builds",
    "quizgen.commands.cache.file_stamps",
    "quizgen.commands.cache.records",
    "quizgen.commands.cache.store",
    "quizgen.commands.cache.user_key",
    "_blake2",
    "quizgen.model.did_you_mean",
    "quizgen.model.inert_text",
    "quizgen.model.named_tuple",
    "quizgen.model.pattern",
    "quizgen.model.version",
    "quizgen.project.file_names",
    "quizgen.project.layout",
    "quizgen.project.links_out",
    "quizgen.project.regular_files",
}
"""All that a build with nothing to do may import beside click, which takes 45 ms by itself."""

CHECK_LIBRARIES = {
    *("click", "yaml", "_yaml", "markdown_it", "mdurl", "mdit_py_plugins"),
    *("babel", "pytz", "snowballstemmer", "py3langid", "quizgen"),
}
"""The libraries that a check may import; babel for dates, the last for a bank's language."""

CHECK_NEEDS_NOT = (
    *("tempfile", "shutil", "zipfile", "statistics", "sqlite3", "subprocess", "asyncio"),
    *("quizgen.preview", "quizgen.commands.importing", "quizgen.commands.build"),
    *("quizgen.writers.anki.package", "quizgen.writers.anki.planning"),
    *("quizgen.writers.exporting.formats", "quizgen.assemble.puzzles", "xml"),
    *("hashlib", "difflib", "tomllib", "quizgen.checks.catalogue", "quizgen.checks.explain"),
    *("snowballstemmer.german_stemmer", "snowballstemmer.serbian_stemmer"),
    *("calendar", "quizgen.checks.fixes", "quizgen.reporting.sarif"),
    *("quizgen.reporting.github", "quizgen.readers.yaml.mistakes", "quizgen.readers.yaml.syntax"),
    *(f"quizgen.checks.nlp.languages.{name}" for name in ("french", "german", "spanish")),
    *(f"quizgen.checks.nlp.wordings.{name}" for name in ("french", "german", "spanish")),
    *("quizgen.readers.yaml.entry_hints", "quizgen.model.translations"),
    *("json", "quizgen.commands.cache.builds", "quizgen.commands.cache.store"),
    *("quizgen.commands.cache.outputs", "quizgen.commands.cache.pruning"),
)
"""Modules that a check of banks and deck files has no use for."""

TIMELINE = """\
- id: dates
  type: timeline
  question: What is the order of the talks?
  events: {2023-08-18: A summit, 2023-12-09: A meeting}
"""

SHEETS_NEED_NOT = tuple(
    f"quizgen.writers.pdf.documents.{part}"
    for part in ("puzzles", "games", "flashcards.pages", "answer_sheet")
)
"""Parts of the PDF writer for what a deck file with worksheets alone does not ask for."""

PDF = tuple(
    f"quizgen.writers.pdf.{part}"
    for part in ("artifacts", "documents", "file", "fonts", "layout", "pdf_jobs")
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a deck file that asks for no sheets, built, and older than the cache."""
    folder = tmp_path_factory.mktemp("project")
    write_project(folder, deck="bank: talks\nanki: {deck: Talks}\n")
    imported("build", folder=folder)
    time.sleep(2.1)  # a file of the last two seconds is read again, by its digest
    imported("build", folder=folder)
    return folder


def imported(*command: str, folder: Path) -> set[str]:
    """The modules that ``quizgen COMMAND`` imports in `folder` beside those of click alone."""
    code = (
        "import sys, click; before = set(sys.modules)\n"
        "from quizgen.cli import main\n"
        f"try: main({list(command)!r})\n"
        "except SystemExit as end: assert not end.code\n"
        "print('modules:', *sorted(set(sys.modules) - before))\n"
    )
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=folder)
    return set(done.stdout.rpartition("modules:")[2].split())


def _within(modules: set[str], names: tuple[str, ...]) -> Iterator[str]:
    yield from (m for m in sorted(modules) if m.startswith(tuple(f"{name}." for name in names)))
    yield from sorted(modules & set(names))


def test_a_build_with_nothing_to_do_imports_next_to_nothing(root: Path) -> None:
    assert imported("build", folder=root) - NO_OP_BUILD == set()


def test_a_check_imports_no_library_that_it_does_not_use(root: Path) -> None:
    modules = imported("check", folder=root)
    libraries = {module.partition(".")[0] for module in modules}
    installed = {
        name
        for name in libraries - sys.stdlib_module_names
        if not name.startswith("__") and "cython" not in name  # what Cython makes for _yaml
    }
    assert installed - CHECK_LIBRARIES == set()
    assert list(_within(modules, (*CHECK_NEEDS_NOT, *PDF))) == []


def test_a_date_that_an_earlier_check_put_into_words_needs_no_library(tmp_path: Path) -> None:
    write_project(tmp_path, TIMELINE, deck="bank: talks\nanki: {deck: Talks}\n")
    assert "babel" in imported("check", folder=tmp_path)
    [topic] = tmp_path.glob("question_bank/*/[!b]*.yaml")
    topic.write_text(topic.read_text().replace("order of the talks", "order of all talks"))
    modules = imported("check", folder=tmp_path)
    assert "quizgen.readers.question_types.dates" in modules
    assert list(_within(modules, ("babel",))) == []


def test_a_deck_without_sheets_is_built_without_anything_of_pdf(root: Path) -> None:
    modules = imported("build", "--force", folder=root)
    assert list(_within(modules, ("reportlab", "fontTools", "ziamath", *PDF))) == []


def test_worksheets_are_built_without_what_makes_other_sheets(tmp_path: Path) -> None:
    write_project(tmp_path)
    modules = imported("build", folder=tmp_path)
    assert "quizgen.writers.pdf.documents.worksheet" in modules
    assert list(_within(modules, SHEETS_NEED_NOT)) == []
