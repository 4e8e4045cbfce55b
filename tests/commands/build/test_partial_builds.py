"""A build renders only what a change concerns, and leaves what a whole build would leave."""

from __future__ import annotations

import copy
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.editing import EDITS, Model, model, picture, write

from quizgen.commands.build.build import BuildResult, build
from quizgen.commands.build.cache.cache import FOLDER
from quizgen.commands.build.cache.outputs import Outputs
from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.commands.build.rendering import New, Rendering
from quizgen.model.assessment import Overrides
from quizgen.model.diagnostics import Report, has_errors
from quizgen.model.source import NOWHERE
from quizgen.project.layout import Project
from quizgen.project.system_fonts import SystemFontFiles
from quizgen.writers import Artifact

SEEDS, STEPS = map(int, os.environ.get("QUIZGEN_WALK", "2x25").split("x"))
"""How long to walk. For a long walk: ``QUIZGEN_WALK=20x200``."""


def _outputs(root: Path) -> dict[str, bytes]:
    found = [*(root / "dist").rglob("*"), *(root / "decks").glob("*.ledger")]
    return {str(path.relative_to(root)): path.read_bytes() for path in found if path.is_file()}


def _told(result: BuildResult) -> list[tuple[str, str, int, str]]:
    return [(d.name, d.span.source.path.name, d.span.line, d.message) for d in result.diagnostics]


def _edit_by_hand(root: Path, chance: random.Random) -> None:
    path = chance.choice([path for path in (root / "dist").rglob("*.*") if path.is_file()])
    content = path.read_bytes()
    path.write_bytes(chance.choice([content + b"x", content[:-1], content[:-1] + b"\0", b""]))


def _delete(root: Path, chance: random.Random) -> None:
    chance.choice([path for path in (root / "dist").rglob("*.*") if path.is_file()]).unlink()


def _delete_all(root: Path, chance: random.Random) -> None:
    shutil.rmtree(root / chance.choice(["dist/talks", FOLDER]))


def _touch(root: Path, chance: random.Random) -> None:
    for path in root.rglob("*.*"):
        os.utime(path, (chance.randrange(10**9), chance.randrange(10**9)))


def _exchange(root: Path, chance: random.Random) -> None:
    """Two outputs under each other's name, as a slip of the hand leaves them."""
    one, other = chance.sample(sorted((root / "dist" / "talks").glob("*.pdf")), 2)
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)


def _print_otherwise(root: Path, chance: random.Random) -> None:
    build(root, built=1, overrides=Overrides(forms=1 + chance.randrange(2), seed="else"))


ACCIDENTS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_edit_by_hand, _delete, _delete_all, _touch, _exchange, _print_otherwise),
)
"""What happens to the files of one project, and not to those of its twin."""


@pytest.mark.parametrize("seed", range(SEEDS))
def test_it_leaves_the_bytes_of_a_whole_build_whatever_was_edited(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, made = random.Random(seed), model()
    monkeypatch.setattr("quizgen.project.system_fonts.system_font_files", lambda: made.machine)
    here, twin = tmp_path / "here", tmp_path / "twin"
    kept = 0
    for step in range(STEPS):
        before, edit = copy.deepcopy(made), chance.choice(EDITS)
        if step:
            edit(made, chance)
            if chance.random() < 0.3:
                chance.choice(ACCIDENTS)(here, chance)
        for root in (here, twin):
            write(made, root)
        result = build(here, built=step + 1)
        whole = build(twin, built=step + 1, force=True)
        assert _told(result) == _told(whole), edit
        if has_errors(result.diagnostics):
            made = before
            continue
        assert _outputs(here) == _outputs(twin), (step, edit)
        kept += len(result.up_to_date)
    assert kept > 3 * STEPS


ALL_KEYS = ["all-A-key.pdf", "all-B-key.pdf", "all-key.pdf"]
ALL_SHEETS = ["all-A.pdf", "all-B.pdf"]
PACKAGE = ["talks.apkg", "talks.ledger"]
AIMS = ["aims.apkg", "aims.ledger", "w.pdf"]
GAPS = ["gaps-key.pdf", "gaps.pdf"]
MANIFESTS = ["manifest.json", "manifest.json"]


def _explain(made: Model) -> None:
    made.topics["people"][0]["explain"] = "Because he did."


def _ask(made: Model) -> None:
    made.topics["people"][0]["question"] = "Who came?"


def _ask_gap(made: Model) -> None:
    made.topics["people"][8]["text"] = "They met in {{c1::Seoul}}."


def _give_a_title(made: Model) -> None:
    made.decks["talks"]["worksheets"][1]["title"] = "Words"


def _print_large(made: Model) -> None:
    made.decks["aims"]["worksheets"][0]["editions"] = ["standard", "large-print"]


def _draw(made: Model) -> None:
    made.media["map.png"] = picture(77)


def _remark(made: Model) -> None:
    made.remarks += 1


CONCERNED: dict[Callable[[Model], None], list[str]] = {
    _remark: MANIFESTS,
    _explain: [*ALL_KEYS, *PACKAGE, *MANIFESTS],
    _ask: [*ALL_KEYS, *ALL_SHEETS, *PACKAGE, "flashcards.pdf", *MANIFESTS],
    _ask_gap: [*ALL_KEYS, *ALL_SHEETS, *PACKAGE, *GAPS, "flashcards.pdf", *MANIFESTS],
    _give_a_title: [*GAPS, MANIFESTS[0]],
    _print_large: ["w-large-print.pdf", MANIFESTS[0]],
    _draw: [*ALL_KEYS, *ALL_SHEETS, *PACKAGE, *AIMS, "w-key.pdf", "flashcards.pdf", *MANIFESTS],
}


@pytest.mark.parametrize("edit", CONCERNED, ids=lambda edit: edit.__name__.strip("_"))
def test_only_what_an_edit_concerns_is_written(
    edit: Callable[[Model], None], tmp_path: Path
) -> None:
    made = model()
    write(made, tmp_path)
    first = build(tmp_path, built=1)
    edit(made)
    write(made, tmp_path)
    result = build(tmp_path, built=2)
    assert sorted(path.name for path in result.files) == sorted(CONCERNED[edit])
    assert {*first.files} <= {*result.files, *result.up_to_date}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    write(model(), tmp_path)
    build(tmp_path, built=1)
    return tmp_path


def _rendered(root: Path, *, force: bool = False, check: bool = False) -> list[str]:
    """The PDF files and packages that a build renders."""
    rendered: list[str] = []
    build(root, built=2, progress=rendered.append, force=force, check=check)
    return [path for path in rendered if path.endswith((".pdf", ".apkg"))]


def test_a_file_is_rendered_again_when_it_is_not_as_it_was_written(built: Path) -> None:
    assert _rendered(built) == []
    sheet, other = built / "dist" / "aims" / "w.pdf", built / "dist" / "talks" / "gaps.pdf"
    content = sheet.read_bytes()
    sheet.write_bytes(content[:-1] + b"x")
    other.unlink()
    assert _rendered(built) == [str(sheet), str(other)]
    assert sheet.read_bytes() == content


def test_everything_is_rendered_when_asked_to(built: Path) -> None:
    assert len(_rendered(built, force=True)) == len(_rendered(built, check=True)) == 12


def test_everything_is_rendered_by_another_quizgen(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.commands.build.cache.file_stamps.tool", lambda: "another")
    assert len(_rendered(built)) == 12
    assert _rendered(built) == []


def test_everything_is_rendered_when_nothing_is_remembered(built: Path) -> None:
    memory = built / FOLDER / "outputs.json"
    memory.write_text('{"tool": 1, "outputs": []}')
    assert len(_rendered(built)) == 12
    memory.write_text(memory.read_text().replace('"outputs": {', '"outputs": {"a": [1], '))
    assert len(_rendered(built)) == 12


def test_files_that_were_only_touched_are_not_rendered_again(built: Path) -> None:
    for path in (built / "dist").rglob("*.*"):
        os.utime(path, (5, 5))
    assert _rendered(built) == []


def test_what_was_written_elsewhere_is_known_there(built: Path, tmp_path: Path) -> None:
    first = build(built, built=2, out=tmp_path / "out")
    assert len(first.files) == 14
    assert len(build(built, built=3, out=tmp_path / "out").files) == 0
    assert _rendered(built) == []


def test_a_finding_is_told_also_by_a_build_that_does_not_render_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.project.system_fonts.system_font_files", list)
    made = model()
    made.topics["people"][0]["explain"] = "Linear B: 𐀀"
    write(made, tmp_path)
    first = build(tmp_path, built=1)
    assert [name for name, *_ in _told(first) if name == "missing-glyph"] == ["missing-glyph"]
    made.topics["aims"][0]["explain"] = "He did."
    made.remarks += 1
    write(made, tmp_path)
    second = build(tmp_path, built=2)
    moved = [(name, file, line + 1, said) for name, file, line, said in _told(first)]
    assert _told(second) == moved


def test_a_file_with_something_to_report_is_rendered_at_each_build(tmp_path: Path) -> None:
    write(model(), tmp_path)
    project = Project(tmp_path)
    fonts, path = SystemFontFiles(), tmp_path / "a.txt"

    def made(*, complain: bool) -> int:
        """How many findings there are."""
        report = Report()

        def render(value: int) -> bytes:
            if complain:
                report.warning("missing-glyph", NOWHERE, "look at this")
            return b"%d" % value

        outputs = Outputs(project, "tool", fonts.digest)
        rendering = Rendering(report, outputs, fonts, lambda name: None, afresh=False)
        one = rendering.make(path, Artifact.rendered("a.txt", render, 7), Fingerprinter())
        if isinstance(one, New):
            path.write_bytes(one.content)
        rendering.remember()
        return len(report.diagnostics)

    assert (made(complain=True), made(complain=True)) == (1, 1)
    assert (made(complain=False), made(complain=True)) == (0, 0)
