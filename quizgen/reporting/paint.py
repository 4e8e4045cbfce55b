"""Colours for a terminal, or none."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Paint:
    """Sets text in colour when `on`, and otherwise leaves it as it is.

    The colours are the eight of every terminal (ECMA-48, SGR 30 to 37), so that they follow
    the reader's own theme. Colour only repeats what the words say.
    """

    on: bool

    def strong(self, text: str) -> str:
        return self._set("1", text)

    def faint(self, text: str) -> str:
        return self._set("36", text)

    def severity(self, severity: Severity, text: str) -> str:
        return self._set("1;31" if severity is Severity.ERROR else "1;33", text)

    def _set(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


PLAIN = Paint(on=False)
