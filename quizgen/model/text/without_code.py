"""Texts as far as signs in them may have been meant as markup: without code and formulas."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.text.runs import Math, Run, Style, Styled, inline_runs, plain_text


def text_without_code(runs: Sequence[Run]) -> str:
    """Return the characters of `runs` with a line break for code and for each formula.

    What looks like markup there is none.
    """
    return plain_text("\n" if _is_code(run) else run for run in inline_runs(runs))


def _is_code(run: Run) -> bool:
    return isinstance(run, Math) or (isinstance(run, Styled) and Style.CODE in run.style)
