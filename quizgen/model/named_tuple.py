"""Named tuples that cost half to define: `collections.namedtuple`, written as a class statement.

`typing.NamedTuple` also compiles the type of each field, which nobody looks at: 82 µs a class of
four fields, and 41 µs without that (measured with Python 3.11). A check defines sixty such classes.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    def NamedTuple() -> None:  # noqa: N802
        """Stand as the base of a named tuple, as `typing.NamedTuple` does, with no other base."""
        raise TypeError("inherit from NamedTuple, and annotate the fields")

    NamedTuple.__mro_entries__ = lambda bases: (_BASE,)


_REFUSED = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults"}
_REFUSED |= {"_make", "_replace", "_asdict"}

of_fields: Any = tuple.__new__
"""Make a named tuple of a class and a tuple of all its fields, in a third of the time.

For the loops that go through all notes of a bank; nobody checks how many fields there are.
"""


class _Maker(type):
    """The class of `_BASE`: a class statement with this base makes a named tuple."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        """Return the named tuple `name` with the fields that `namespace` annotates."""
        if len(bases) > 1:
            raise TypeError(f"{name}: a NamedTuple has no other bases")
        if refused := _REFUSED & namespace.keys():
            raise AttributeError(f"{name}: cannot be a name of a NamedTuple: {sorted(refused)}")
        names = list(namespace.get("__annotations__", ()))
        defaults = {field: namespace.pop(field) for field in names if field in namespace}
        if names[len(names) - len(defaults) :] != list(defaults):
            raise TypeError(f"{name}: a field without a default follows one with a default")
        kind: Any = namedtuple(name, names, defaults=defaults.values())  # type: ignore[misc]
        for member, value in namespace.items():
            setattr(kind, member, value)
        return kind


_BASE = type.__new__(_Maker, "NamedTuple", (), {})

__all__ = ["NamedTuple", "of_fields"]
