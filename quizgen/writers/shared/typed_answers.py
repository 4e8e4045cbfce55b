"""The judge of typed answers, a script that cards and practice pages share."""

from __future__ import annotations

from importlib.resources import files

JUDGE = files("quizgen.writers.shared").joinpath("judge.js").read_text(encoding="utf-8")
"""The source of ``quizgenJudge``, a function of what was typed and of a rule."""
