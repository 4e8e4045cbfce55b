"""Colours for a terminal, or none."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of text on a terminal; without `on`, text is left as it is.

    They are of the eight colours that every terminal has (ECMA-48, SGR 30 to 37), so that they
    follow the reader's theme. Colour only repeats the words: it carries no meaning of its own.
    """

    on: bool

    def strong(self, text: str) -> str:
        """Return `text` in bold."""
        return self._set("1", text)

    def faint(self, text: str) -> str:
        """Return `text` in the colour of frames (cyan), which recedes."""
        return self._set("36", text)

    def severity(self, severity: Severity, text: str) -> str:
        """Return `text` in bold, red for an error and yellow for a warning."""
        return self._set("1;31" if severity is Severity.ERROR else "1;33", text)

    def _set(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


PLAIN = Paint(on=False)
