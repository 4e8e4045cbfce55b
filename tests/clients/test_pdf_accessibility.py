"""veraPDF and outloud, accessibility checkers that no one here wrote, find nothing in any PDF."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import TypeAlias

import outloud
import pikepdf
import pytest
from support.accessible_pdfs import CASES, LINKED, SIDE_BY_SIDE
from support.paths import ROOT
from support.pdf_samples import assessment, built
from support.verapdf import violations

DIST = ROOT / "dist"

Violations: TypeAlias = dict[Path, list[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of files for each case, for what is handed out, and for what is wrong."""
    made = tmp_path_factory.mktemp("accessible")
    for name, make in CASES.items():
        (made / name).mkdir()
        for file, content in make().items():
            (made / name / file).write_bytes(content)
    shutil.copytree(DIST, made / "dist")
    (made / "wrong").mkdir()
    sheet, _ = built(assessment(LINKED))
    for name, spoil in SPOILT.items():
        with pikepdf.open(io.BytesIO(sheet)) as pdf:
            spoil(pdf)
            pdf.save(made / "wrong" / f"{name}.pdf")
    return made


@pytest.fixture(scope="module")
def broken(folder: Path) -> Violations:
    """What veraPDF says of every file: it is asked once, because Java is slow to start."""
    return violations(folder)


def heard(path: Path) -> list[str]:
    """What outloud says of a file."""
    return [f"{one.rule} {one.message}: {one.evidence}" for one in outloud.check(path).findings]


@pytest.mark.parametrize("name", CASES)
def test_verapdf_finds_nothing(name: str, folder: Path, broken: Violations) -> None:
    paths = sorted((folder / name).glob("*.pdf"))
    assert paths
    assert {path.name: broken[path] for path in paths if broken[path]} == {}


@pytest.mark.parametrize("name", CASES)
def test_outloud_finds_nothing(name: str, folder: Path) -> None:
    """On a side with two pages it takes both feet, and both repeated heads, for a line of prose.

    A list that goes on on the second page is drawn there after what is beside it on the first,
    and read before that.
    """
    expected = ("TAG-002", "ORD-001") if name in SIDE_BY_SIDE else ()
    said = {
        path.name: [finding for finding in heard(path) if not finding.startswith(expected)]
        for path in sorted((folder / name).glob("*.pdf"))
    }
    assert {file: findings for file, findings in said.items() if findings} == {}


@pytest.mark.parametrize("path", sorted(DIST.rglob("*.pdf")), ids=lambda path: path.name)
def test_neither_finds_anything_in_what_is_handed_out(
    path: Path, folder: Path, broken: Violations
) -> None:
    assert heard(path) == []
    assert broken[folder / "dist" / path.relative_to(DIST)] == []


def unmarked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def silent_link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Annots"][0]["/Contents"]


def links_out_of_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


SPOILT = {one.__name__: one for one in (unmarked, untagged, silent_link, links_out_of_order)}


@pytest.mark.parametrize("name", SPOILT)
def test_both_find_what_is_wrong(name: str, folder: Path, broken: Violations) -> None:
    path = folder / "wrong" / f"{name}.pdf"
    assert heard(path) != []
    assert broken[path] != []
