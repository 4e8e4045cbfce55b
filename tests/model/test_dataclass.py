"""quizgen's dataclasses do what the standard ones do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import itertools
import pickle
from collections.abc import Callable, Iterator
from dataclasses import field
from typing import Any

import pytest

from quizgen.model.dataclass import dataclass

OPTIONS = [
    {"frozen": True, "slots": True},
    {"frozen": True},
    {"slots": True},
    {"slots": True, "eq": False},
    {"frozen": True, "slots": True, "eq": False},
    {"frozen": True, "kw_only": True},
]


@pytest.fixture(autouse=True, params=[0, 20], ids=["compiled", "not compiled"])
def _compiling(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test is run with code of the classes' own, and without."""
    monkeypatch.setattr("quizgen.model.dataclass.MAX_UNCOMPILED", request.param)


def pairs(**options: Any) -> tuple[type, type]:
    """A class of many kinds of fields, made by quizgen's decorator and by the standard one."""
    return decorated(dataclass, **options), decorated(dataclasses.dataclass, **options)


def decorated(decorator: Callable[..., Any], **options: Any) -> Any:
    class Pupil:
        """A pupil."""

        name: str
        age: int = 12
        marks: list[int] = field(default_factory=list)
        secret: str = field(default="s", repr=False)
        line: int = field(default=0, compare=False, kw_only=True)

    class Monitor(Pupil):
        """A pupil with a duty."""

        duty: str = "board"

    pupil = decorator(**options)(Pupil)
    monitor = type("Monitor", (pupil,), {k: v for k, v in vars(Monitor).items() if k[:2] != "__"})
    monitor.__annotations__ = {"duty": "str"}
    monitor.__qualname__ = Monitor.__qualname__
    monitor.__doc__ = Monitor.__doc__
    return decorator(**options)(monitor)


def _replaced(value: Any, **changes: object) -> Any:
    """What `copy.replace` returns on Python 3.13 and later."""
    replace: Any = getattr(copy, "replace", dataclasses.replace)
    return replace(value, **changes)


def outcome(act: Callable[[], Any]) -> object:
    """What `act` returns, or the class of what it raises."""
    try:
        return act()
    except Exception as error:
        return type(error)


def values(cls: Any) -> Iterator[Any]:
    yield cls(name="Ann")
    yield cls(name="Ann")
    yield cls(name="Ann", age=13, marks=[1], duty="keys")
    yield cls(name="Bo", secret="t")
    yield cls(name="Bo", secret="t", line=7)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_values_are_made_compared_and_shown_alike(options: dict[str, Any]) -> None:
    ours, theirs = (list(values(cls)) for cls in pairs(**options))
    assert [repr(one) for one in ours] == [repr(one) for one in theirs]
    for (a, b), (x, y) in zip(
        itertools.product(ours, ours), itertools.product(theirs, theirs), strict=True
    ):
        assert (a == b) is (x == y)
    assert all(one != "Ann" and one is not None for one in ours)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_calls_that_are_wrong_are_refused_alike(options: dict[str, Any]) -> None:
    ours, theirs = pairs(**options)
    for call in (
        lambda cls: cls(),
        lambda cls: cls(nmae="Ann"),
        lambda cls: cls("Ann", name="Bo"),
        lambda cls: repr(cls("Ann", 3, [], "t", "keys")),
        lambda cls: cls(*range(6)),
        lambda cls: setattr(cls(name="Ann"), "name", "Bo"),
        lambda cls: delattr(cls(name="Ann"), "age"),
        lambda cls: repr(dataclasses.replace(cls(name="Ann"), age=3)),
        lambda cls: repr(_replaced(cls(name="Ann"), age=3)),
        lambda cls: repr(_replaced(cls(name="Ann"), height=3)),
        lambda cls: str(inspect.signature(cls)),
        lambda cls: str(inspect.signature(type("Below", (cls,), {"__init__": lambda self, a: a}))),
        lambda cls: dataclasses.asdict(cls(name="Ann")),
        lambda cls: cls.__match_args__,
        lambda cls: repr(copy.deepcopy(cls(name="Ann", marks=[2]))),
        lambda cls: repr(copy.copy(cls(name="Ann"))),
        lambda cls: [one.name for one in dataclasses.fields(cls)],
        lambda cls: cls(name="Ann").marks is cls(name="Ann").marks,
        lambda cls: cls(name="Ann", marks=()).__hash__ is None,
        lambda cls: hash(cls(name="Ann")),
    ):
        assert outcome(lambda call=call: call(ours)) == outcome(lambda call=call: call(theirs))  # type: ignore[misc]


def test_a_wrong_call_is_refused_where_all_may_be_left_out() -> None:
    @dataclass(frozen=True, slots=True)
    class Size:
        """All of it may be left out."""

        width: int = 1
        height: int = 2

    assert repr(Size(3)).endswith("Size(width=3, height=2)")
    for call in (
        lambda: Size(1, 2, 3),  # type: ignore[call-arg]
        lambda: Size(1, width=2),  # type: ignore[misc]
        lambda: Size(depth=3),  # type: ignore[call-arg]
    ):
        assert outcome(call) is TypeError


def test_equal_values_have_equal_hashes() -> None:
    ours, theirs = pairs(frozen=True, slots=True)
    first, second = (ours(name="Ann", marks=(1,)) for _ in range(2))
    assert hash(first) == hash(second) == hash(theirs(name="Ann", marks=(1,)))
    assert {first, second} == {first}


@dataclass(frozen=True, slots=True)
class Kept:
    """A value of a module, which a pickle can name."""

    name: str
    marks: tuple[int, ...] = ()


def test_a_value_comes_back_out_of_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(Kept("Ann", (1, 2)))) == Kept("Ann", (1, 2))


def test_a_value_is_replaced_as_the_library_does_it() -> None:
    value: Any = Kept("Ann", (1,))
    assert value.__replace__(name="Bo") == Kept("Bo", (1,))


def test_a_method_that_a_class_has_itself_stays() -> None:
    class Named:
        """Compared by its name alone."""

        name: str
        age: int = 3

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named) and other.name == self.name

        def __repr__(self) -> str:
            return self.name

    cls: Any = dataclass(slots=True)(Named)
    assert repr(cls("Ann")) == "Ann"


def test_a_class_is_matched_by_its_fields() -> None:
    match Kept("Ann", (1,)):
        case Kept(name, (mark,)):
            assert (name, mark) == ("Ann", 1)
        case _:
            pytest.fail("not matched")


def test_what_follows_the_making_of_a_value_is_done() -> None:
    class Sum:
        """Two numbers and their sum."""

        first: int
        second: int
        total: int = 0

        def __post_init__(self) -> None:
            self.total = self.first + self.second

    cls: Any = dataclass(slots=True)(Sum)
    assert cls(1, 2).total == 3


def test_fields_that_are_not_supported_are_refused_where_the_class_is_defined() -> None:
    for one in (field(default=1, init=False), field(default=1, hash=False)):
        with pytest.raises(NotImplementedError, match="age"):
            dataclass(frozen=True)(type("Pupil", (), {"__annotations__": {"age": int}, "age": one}))


@dataclass(frozen=True, slots=True)
class Placed:
    name: str
    line: int = field(default=0, compare=False, repr=False)


def test_a_field_that_is_not_compared_stays_out_of_comparison() -> None:
    values = [Placed("a", line) for line in range(50)]
    assert len(set(values)) == 1
    assert values[1] == values[49]
    assert (values[49].line, repr(values[49])) == (49, "Placed(name='a')")
