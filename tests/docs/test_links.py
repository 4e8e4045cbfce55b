"""Links and names of files lead somewhere, and none leads out of the project."""

from __future__ import annotations

import re

import pytest
from support.documentation import (
    PAGES,
    page,
)
from support.paths import ROOT


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
