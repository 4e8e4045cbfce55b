"""quizgen's named tuples do what the standard ones do."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from quizgen.model.named_tuple import NamedTuple


def ours() -> Any:
    class Place(NamedTuple):
        """Where something stands."""

        line: int
        column: int = 0
        words: tuple[str, ...] = ()

        @property
        def after(self) -> int:
            return self.line + 1

    return Place


def theirs() -> Any:
    class Place(typing.NamedTuple):
        """Where something stands."""

        line: int
        column: int = 0
        words: tuple[str, ...] = ()

        @property
        def after(self) -> int:
            return self.line + 1

    return Place


def outcome(act: Callable[[Any], Any], kind: Any) -> object:
    """What `act` returns, or the class of what it raises."""
    try:
        return act(kind)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize(
    "act",
    [
        lambda kind: repr(kind(1)),
        lambda kind: repr(kind(1, 2, ("a",))),
        lambda kind: repr(kind(line=1, words=())),
        lambda kind: repr(kind(1, words=("b",))),
        lambda kind: [kind(n, column=2) for n in range(50)],
        lambda kind: kind(),
        lambda kind: kind(1, 2, (), 4),
        lambda kind: kind(1, line=2),
        lambda kind: kind(1, colour=2),
        lambda kind: kind(1) == kind(1, 0),
        lambda kind: kind(1) == (1, 0, ()),
        lambda kind: hash(kind(1, 2)),
        lambda kind: sorted([kind(2), kind(1)]),
        lambda kind: kind(1).after,
        lambda kind: kind(1, 5).column,
        lambda kind: kind(1, 5)[1],
        lambda kind: kind._fields,
        lambda kind: kind._field_defaults,
        lambda kind: kind.__match_args__,
        lambda kind: kind.__doc__,
        lambda kind: kind.__qualname__.rpartition(".")[2],
        lambda kind: kind(1)._replace(line=3),
        lambda kind: kind(1)._replace(colour=3),
        lambda kind: kind(1)._asdict(),
        lambda kind: kind._make([1, 2, ()]),
        lambda kind: kind._make([1]),
        lambda kind: copy.deepcopy(kind(1, words=("a", "b"))),
        lambda kind: copy.copy(kind(1)),
        lambda kind: setattr(kind(1), "line", 2),
        lambda kind: setattr(kind(1), "colour", 2),
        lambda kind: issubclass(kind, tuple),
        lambda kind: list(kind.__annotations__),
    ],
)
def test_everything_comes_to_the_same(act: Callable[[Any], Any]) -> None:
    assert outcome(act, ours()) == outcome(act, theirs())


class Kept(NamedTuple):
    """A value of a module, which a pickle can name."""

    name: str
    marks: tuple[int, ...] = ()


def test_a_value_comes_back_out_of_a_pickle() -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(Kept("Ann", (1,)), protocol))
        assert (type(again), again) == (Kept, Kept("Ann", (1,)))


def test_a_value_is_matched_by_its_fields() -> None:
    match Kept("Ann", (1,)):
        case Kept(name, (mark,)):
            assert (name, mark) == ("Ann", 1)
        case _:
            pytest.fail("not matched")


@pytest.mark.parametrize("kind", [NamedTuple, typing.NamedTuple])
def test_fields_that_make_no_sense_are_refused(kind: Any) -> None:
    with pytest.raises(TypeError):

        class Late(kind):  # type: ignore[misc]
            first: int = 0
            second: str

    with pytest.raises((AttributeError, ValueError)):

        class Hidden(kind):  # type: ignore[misc]
            _first: int

    with pytest.raises(AttributeError):

        class Named(kind):  # type: ignore[misc]
            first: int

            def _replace(self) -> None: ...

    with pytest.raises(TypeError):

        class Both(kind, dict):  # type: ignore[misc, type-arg]
            first: int
