"""A build renders no file that is as it was written, from what it was written from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.building import reported
from support.edited_project import model, write

from quizgen.commands.build.build import build
from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.commands.build.outputs import OutputRenderer, ToRender, Write
from quizgen.commands.cache.builds import ProjectFiles, remember
from quizgen.commands.cache.outputs import find_rendered
from quizgen.commands.cache.records import FOLDER
from quizgen.commands.cache.store import RECORD, RenderedOutput, read_cache
from quizgen.model.diagnostics import Report
from quizgen.model.source import NOWHERE
from quizgen.project.layout import Project
from quizgen.project.system_fonts import SystemFontFiles
from quizgen.writers import Artifact


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
    monkeypatch.setattr("quizgen.commands.cache.file_stamps.tool", lambda: "another")
    assert len(_rendered(built)) == 12
    assert _rendered(built) == []


def test_everything_is_rendered_when_nothing_is_remembered(built: Path) -> None:
    memory = built / FOLDER / RECORD
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
    assert [name for name, *_ in reported(first) if name == "missing-glyph"] == ["missing-glyph"]
    made.topics["aims"][0]["explain"] = "He did."
    made.remarks += 1
    write(made, tmp_path)
    second = build(tmp_path, built=2)
    moved = [(name, file, line + 1, message) for name, file, line, message in reported(first)]
    assert reported(second) == moved


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

        cache = read_cache(project, "tool")
        renderer = OutputRenderer(
            report,
            lambda path, fingerprint: find_rendered(
                cache, project, path, fingerprint, fonts.digest
            ),
            lambda name: None,
            everything=False,
        )
        artifact = Artifact.rendered("a.txt", render, 7)
        prepared = renderer.prepare(path, artifact, Fingerprinter())
        if isinstance(prepared, ToRender):
            output = renderer.render(prepared, lambda artifact: artifact.content or b"")
            if isinstance(output, Write):
                path.write_bytes(output.content)
        rendered = {
            one.path: RenderedOutput(one.digest, one.fingerprint, "") for one in renderer.reusable
        }
        remember(cache, project, None, ProjectFiles({}, "tool"), [path], rendered=rendered)
        return len(report.diagnostics)

    assert (made(complain=True), made(complain=True)) == (1, 1)
    assert (made(complain=False), made(complain=True)) == (0, 0)
