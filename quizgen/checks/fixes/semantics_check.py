"""Whether an edited text has the values that its fixes name, and otherwise those it had before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from quizgen.checks.fixes.edits import BYTE_ORDER_MARK, fix_of
from quizgen.model.diagnostics import Diagnostic, Report, Severity
from quizgen.model.source import Position, Source
from quizgen.readers.gc_pause import gc_paused
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode, parse_yaml

_Changes: TypeAlias = Mapping[Position, Sequence[Callable[[str], str]]]
_Additions: TypeAlias = Mapping[Position, Mapping[str, str]]


def as_source_text(raw: str) -> str:
    r"""Return `raw` as a `Source` has it: no byte-order mark, lines ended by ``\n``."""
    return re.sub(r"\r\n?", "\n", raw.removeprefix(BYTE_ORDER_MARK))


class SemanticsCheck:
    """The values of a file, read once, for comparison with those of its edited texts."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._tree, self._errors = _read(source)

    def passes(self, raw: str, diagnostics: Iterable[Diagnostic]) -> bool:
        """Return whether the edited `raw` has the old values but for what `diagnostics` change."""
        changes: dict[Position, list[Callable[[str], str]]] = {}
        additions: dict[Position, dict[str, str]] = {}
        for diagnostic in diagnostics:
            for added in fix_of(diagnostic).additions:
                place = added.mapping.start
                additions.setdefault(place, {})[added.key] = added.value
            for change in fix_of(diagnostic).changes:
                changes.setdefault(change.span.start, []).append(change.becomes)
        tree, errors = _read(Source(self._source.path, as_source_text(raw)))
        if self._tree is None or tree is None or errors != self._errors:
            return False
        return _same(self._tree, tree, changes, additions)


def _read(source: Source) -> tuple[Node | None, list[str]]:
    """Return the tree of `source`, and the names of its errors."""
    report = Report()
    with gc_paused():
        tree = parse_yaml(source, report)
    return tree, [d.name for d in report.diagnostics if d.severity is Severity.ERROR]


def _same(old: Node, new: Node, changes: _Changes, additions: _Additions) -> bool:
    """Return whether `new` is `old` with what `changes` and `additions` say for each place."""
    match old, new:
        case ScalarNode(), ScalarNode():
            value = old.value
            for becomes in changes.get(old.start, ()):
                value = becomes(value)
            return value == new.value
        case SequenceNode(), SequenceNode():
            return len(old.items) == len(new.items) and all(
                _same(a, b, changes, additions) for a, b in zip(old.items, new.items, strict=True)
            )
        case MappingNode(), MappingNode():
            added = additions.get(old.start, {})
            written = {key: _scalar_value(new.get(key)) for key in added}
            pairs = [(key, value) for key, value in new.pairs() if key.value not in added]
            return (
                written == added
                and len(old.entries) == len(pairs)
                and all(
                    _same(a, b, changes, additions) and _same(c, d, changes, additions)
                    for (a, c), (b, d) in zip(old.pairs(), pairs, strict=True)
                )
            )
    return False


def _scalar_value(node: Node | None) -> str | None:
    return node.value if isinstance(node, ScalarNode) else None
