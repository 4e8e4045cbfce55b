"""The site that `make docs` builds: its nav is the index, its links hold, it stands alone."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from support.paths import ROOT

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode, parse_yaml
from tools.site.hooks import OUTSIDE, relinked

DOCS = ROOT / "docs"
INDEX = "README.md"


def nav() -> list[tuple[str, str]]:
    """Title and page of each line of the nav, in its order."""
    path = ROOT / "tools/site/mkdocs.yml"
    root = parse_yaml(Source(path, path.read_text(encoding="utf-8")), Report())
    assert isinstance(root, MappingNode)
    return list(leaves(root.get("nav")))


def leaves(node: Node | None, title: str = "") -> list[tuple[str, str]]:
    match node:
        case ScalarNode(value=page):
            return [(title, page)]
        case SequenceNode(items=items):
            return [leaf for item in items for leaf in leaves(item)]
        case MappingNode():
            return [leaf for key, value in node.pairs() for leaf in leaves(value, key.value)]
    return []


def test_the_nav_names_each_page_once() -> None:
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    pages += [site for site in OUTSIDE.values() if site.endswith(".md")]
    assert sorted(page for _, page in nav()) == sorted(pages)


def test_the_nav_has_the_titles_and_the_order_of_the_index() -> None:
    text = (DOCS / INDEX).read_text(encoding="utf-8")
    links = re.findall(r"\[([^\]]+)\]\(([^)]+)\)", text)
    listed = [(title, relinked(target, INDEX)) for title, target in links]
    assert nav() == [("Documentation", INDEX), *listed]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    settings = ROOT / "tools/site/mkdocs.yml"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(settings)]
    command += ["--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return folder


def test_every_page_of_the_site_stands_alone(site: Path) -> None:
    """What a page loads and links to is in the site; 404.html is for a server's root."""
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    assert len(pages) == len(nav())
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r'\s(?:src|href)="([^"#]+)[^"]*"', text):
            path = posixpath.join(page.parent.as_posix(), unquote(target))
            assert Path(path).exists(), f"{page.relative_to(site)}: {target}"


def test_the_site_can_be_searched(site: Path) -> None:
    assert "Hand the deck out" in (site / "search" / "search_index.json").read_text("utf-8")
    assert 'data-md-component="search-query"' in (site / "index.html").read_text("utf-8")


def test_what_a_page_tells_the_tests_is_not_in_the_site(site: Path) -> None:
    assert "<!-- file:" not in (site / "writing-questions.html").read_text("utf-8")
