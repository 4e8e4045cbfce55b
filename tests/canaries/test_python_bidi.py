"""What quizgen relies on inside python-bidi. Red: look at `pdf.fonts.scripts.bidi`."""

from __future__ import annotations

import inspect

import pytest

from quizgen.writers.pdf.fonts.scripts import bidi

pytest.importorskip("bidi", reason="python-bidi comes with quizgen[scripts]")


def test_the_steps_that_we_call_are_there() -> None:
    from bidi import algorithm

    source = inspect.getsource(bidi)
    used = {name for name in dir(algorithm) if f"algorithm.{name}" in source}
    assert used, "bidi.py calls none of python-bidi's steps any more: delete this canary"
    assert all(callable(getattr(algorithm, name)) for name in used)


def test_mirrored_characters_come_as_a_table() -> None:
    from bidi.mirror import MIRRORED

    assert MIRRORED["("] == ")"


def test_levels_are_those_of_the_standard() -> None:
    assert bidi.embedding_levels("ab אב", 0) == [0, 0, 0, 1, 1]
