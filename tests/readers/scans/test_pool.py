"""Pages are read side by side; one that ends or holds up its process stops none of the others."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

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
        case "computes":
            while True:
                pass
        case "fails":
            raise RuntimeError("no")
    return UnreadablePage(source.label, source.page + 1, "fine")


def whys(
    names: list[str], jobs: int, seconds: float = 600.0, work: int = 300
) -> list[tuple[str, str]]:
    """What comes of a page of each of `names`; the limits are so high that no page meets them."""
    sources = [PageSource(Path(name), n) for n, name in enumerate(names)]
    read = read_pages(sources, {}, jobs, read=pretend, max_seconds=seconds, max_work=work)
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
    """On a busy machine the others take some seconds to start, so there are longer tries."""
    for seconds in (2.0, 8.0, 30.0, 120.0):
        told = dict(whys(["hangs", "a", "b"], 2, seconds=seconds))
        assert "takes longer" in told["hangs"]
        if told["a"] == told["b"] == "fine":
            return
    pytest.fail("no other page was read")


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of what a process computes")
def test_a_page_that_computes_too_long_is_given_up() -> None:
    told = dict(whys(["a", "computes", "b"], 1, work=1))
    assert "takes longer than 1 s" in told["computes"]
    assert told["a"] == told["b"] == "fine"


def test_after_three_pages_that_are_given_up_no_more_of_the_file_is_looked_at() -> None:
    told = whys(["dies"] * 12 + ["a"], 2)
    ended = [why for name, why in told if "ended the process" in why]
    skipped = [why for name, why in told if "not looked at" in why]
    assert 3 <= len(ended) <= 4, "two processes at once may both have begun"
    assert len(ended) + len(skipped) == 12
    assert told[-1] == ("a", "fine")
