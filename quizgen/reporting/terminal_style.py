"""Colours and bold text on a terminal."""

from __future__ import annotations

from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class TerminalStyle:
    """Adds the codes for colours to texts if `on`, and else leaves the texts unchanged.

    The colours are the eight of every terminal (ECMA-48, SGR 30 to 37), so that they follow
    the reader's own theme. They never say anything that the words do not say.
    """

    on: bool

    def bold(self, text: str) -> str:
        """Return `text` in bold."""
        return self._set("1", text)

    def cyan(self, text: str) -> str:
        """Return `text` in cyan, for what is around the source line."""
        return self._set("36", text)

    def severity(self, severity: Severity, text: str) -> str:
        """Return `text` in bold red for an error, in bold yellow for a warning."""
        return self._set("1;31" if severity is Severity.ERROR else "1;33", text)

    def _set(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


PLAIN = TerminalStyle(on=False)
