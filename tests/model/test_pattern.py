"""Regular expressions that are compiled late do what compiled ones do, and have no mistakes."""

from __future__ import annotations

import copy
import importlib
import pickle
import pkgutil
import re
import threading
from collections.abc import Iterator

import pytest

import quizgen
from quizgen.model.pattern import Pattern, compiled_when_used, pattern


def modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(quizgen.__path__, "quizgen."):
        if not module.name.endswith("__main__"):
            yield module.name


def test_every_expression_of_quizgen_can_be_compiled() -> None:
    """A mistake in one would show only where it is first used."""
    count = 0
    for name in modules():
        for value in vars(importlib.import_module(name)).values():
            values = value.values() if isinstance(value, dict) else (value,)
            for late in values:
                if isinstance(late, Pattern):
                    re.compile(late.pattern, late.flags & ~re.UNICODE)
                    count += 1
    assert count > 100


@pytest.mark.parametrize("text", ["", "one 1", "22 and 333", "no figure"])
def test_it_finds_what_a_compiled_one_finds(text: str) -> None:
    late, compiled = pattern(r"(?P<figure>\d+)", re.ASCII), re.compile(r"(?P<figure>\d+)", re.ASCII)
    assert late.findall(text) == compiled.findall(text)
    assert late.sub("-", text) == compiled.sub("-", text)
    assert late.subn("-", text) == compiled.subn("-", text)
    assert late.split(text) == compiled.split(text)
    assert [m.span() for m in late.finditer(text)] == [m.span() for m in compiled.finditer(text)]
    for name in ("search", "match", "fullmatch"):
        ours, theirs = getattr(late, name)(text), getattr(compiled, name)(text)
        assert (ours and ours.groupdict()) == (theirs and theirs.groupdict())
    assert (late.pattern, late.flags) == (compiled.pattern, compiled.flags)
    assert (late.groups, late.groupindex) == (compiled.groups, compiled.groupindex)


def test_a_mistake_shows_when_it_is_used() -> None:
    late = pattern("(")
    with pytest.raises(re.error):
        late.search("")


def test_it_shows_its_expression() -> None:
    assert repr(pattern("a+")) == "pattern('a+', 0)"


def test_a_library_compiles_when_it_uses_a_pattern() -> None:
    with compiled_when_used():
        late = re.compile(r"\d+", re.ASCII)
        again = re.compile(re.compile("a"))
    assert isinstance(late, Pattern)
    assert isinstance(late, re.Pattern), "as libraries ask"
    assert "search" not in vars(late), "it is not compiled yet"
    assert re.sub(late, "-", "a 12 b") == "a - b"
    assert re.search(late, "x 7").group() == "7"
    assert again.findall("banana") == ["a"] * 3
    assert type(re.compile("a")) is re.Pattern, "as before, behind the block"


def test_a_mistake_shows_where_a_library_first_uses_its_pattern() -> None:
    with compiled_when_used():
        late = re.compile("(")
    with pytest.raises(re.error):
        late.search("a")


def test_threads_leave_nothing_behind() -> None:
    """Of two blocks that overlap, the one that began first ends first."""
    compile = re.compile
    first, second = compiled_when_used(), compiled_when_used()
    began, ended = threading.Event(), threading.Event()

    def overlap() -> None:
        with second:
            began.set()
            ended.wait(60)

    other = threading.Thread(target=overlap)
    with first:
        other.start()
        assert began.wait(60)
    ended.set()
    other.join()
    assert re.compile is compile


def test_another_thread_has_its_patterns_compiled() -> None:
    kinds: list[type] = []
    with compiled_when_used():
        other = threading.Thread(target=lambda: kinds.append(type(re.compile("a+b"))))
        other.start()
        other.join()
    assert kinds == [re.Pattern]


def test_a_block_in_a_block_ends_alone() -> None:
    with compiled_when_used():
        with compiled_when_used():
            pass
        assert repr(re.compile("a+c")).startswith("pattern(")
    assert repr(re.compile("a+c")).startswith("re.compile(")


@pytest.mark.parametrize("flags", [0, re.ASCII | re.MULTILINE])
def test_it_is_copied_and_pickled_as_a_compiled_one(flags: int) -> None:
    late = pattern("^a+", flags)
    compiled = re.compile("^a+", flags)
    assert pickle.loads(pickle.dumps(late)) == copy.copy(late) == copy.deepcopy(late) == compiled
