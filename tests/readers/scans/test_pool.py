"""Pages are read side by side; one that ends or holds up its process stops none of the others."""

from __future__ import annotations

import os
import time
from pathlib import Path

from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.readers.scans.location import Layouts
from quizgen.readers.scans.pages import PageSource
from quizgen.readers.scans.pool import read_pages


def pretend(source: PageSource, layouts: Layouts) -> UnreadablePage:
    """Do what the name of the file says."""
    match source.path.name:
        case "dies":
            os._exit(9)
        case "hangs":
            time.sleep(600)
        case "fails":
            raise RuntimeError("no")
    return UnreadablePage(source.label, source.page + 1, "fine")


def whys(names: list[str], jobs: int, seconds: float = 60.0) -> list[tuple[str, str]]:
    sources = [PageSource(Path(name), n) for n, name in enumerate(names)]
    read = read_pages(sources, {}, jobs, read=pretend, max_seconds=seconds)
    results = []
    for source, page in read:
        assert isinstance(page, UnreadablePage)
        assert page.number == source.page + 1
        results.append((source.path.name, page.why))
    return results


def test_pages_come_in_their_order() -> None:
    names = [f"p{n}" for n in range(40)]
    assert whys(names, 3) == [(name, "fine") for name in names]


def test_a_page_that_ends_its_process_is_named_and_the_others_are_read() -> None:
    told = dict(whys(["a", "dies", "b", "fails", "c"], 2))
    assert "ended the process" in told["dies"]
    assert "RuntimeError" in told["fails"]
    assert {told[name] for name in "abc"} == {"fine"}


def test_a_page_that_takes_too_long_is_given_up() -> None:
    told = dict(whys(["hangs", "a", "b"], 2, seconds=3.0))
    assert "takes longer" in told["hangs"]
    assert told["a"] == told["b"] == "fine"
