"""A value of which not all has been read is like any other to whoever uses it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from quizgen.model.dataclass import dataclass
from quizgen.model.read_when_used import ReadWhenUsed, partly_read, set_rest, unread


@dataclass(frozen=True, slots=True)
class Book(ReadWhenUsed):
    title: str
    pages: tuple[str, ...]
    price: int = 0

    @property
    def length(self) -> int:
        return len(self.pages)


WHOLE = Book("Salt", ("one", "two"), 5)


@pytest.fixture
def readings() -> list[Book]:
    """The books that were read."""
    return []


@pytest.fixture
def book(readings: list[Book]) -> Book:
    def read(book: Book) -> None:
        readings.append(book)
        set_rest(Book, {"pages": [WHOLE.pages], "price": [WHOLE.price]}, [book])

    (book,) = partly_read(Book, {"title": [WHOLE.title]}, [read])
    return book


USES: tuple[Callable[[Book], Any], ...] = (
    lambda book: book.pages,
    lambda book: book.price,
    lambda book: book.length,
    lambda book: book,
    lambda book: hash(book),
    lambda book: repr(book),
    lambda book: replace(book, title="Salt and sea"),
    lambda book: copy.copy(book),
    lambda book: getattr(book, "author", "nobody"),
)


@pytest.mark.parametrize("use", USES)
def test_it_is_read_with_its_first_use(
    use: Callable[[Book], Any], book: Book, readings: list[Book]
) -> None:
    assert unread(book) is not None
    for _ in range(2):
        assert use(book) == use(WHOLE)
        assert len(readings) == 1
    assert unread(book) is None


def test_what_is_there_is_read_from_nowhere(book: Book, readings: list[Book]) -> None:
    assert book.title == WHOLE.title
    assert isinstance(book, Book)
    assert not readings


def test_a_field_that_it_does_not_have_is_missing(book: Book) -> None:
    for one in (book, WHOLE):
        with pytest.raises(AttributeError, match="author"):
            one.author  # type: ignore[attr-defined]  # noqa: B018


def test_who_uses_it_while_another_reads_it_sees_the_same() -> None:
    """As two threads may; the second one comes here while the first has set no field yet."""
    uses: list[Book] = []

    def pages(book: Book) -> Iterator[tuple[str, ...]]:
        if not uses:
            uses.append(book)
            assert (book.price, book.pages) == (WHOLE.price, WHOLE.pages)
        yield WHOLE.pages

    def read(book: Book) -> None:
        set_rest(Book, {"pages": pages(book), "price": [WHOLE.price]}, [book])

    (book,) = partly_read(Book, {"title": [WHOLE.title]}, [read])
    assert (book.pages, uses) == (WHOLE.pages, [WHOLE])
