"""A library comes without what it does not need; all else goes on as before."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from quizgen.project.lean_imports import standing_in, without


@pytest.fixture(autouse=True)
def _not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)


@pytest.fixture
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("_one_thread")
def test_a_module_is_missing_inside_the_block_and_there_behind_it() -> None:
    with without("colorsys"), pytest.raises(ImportError):
        import colorsys
    import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 0) == (0, 0, 0)


@pytest.mark.usefixtures("_one_thread")
def test_a_module_has_a_stand_in_inside_the_block_alone() -> None:
    with standing_in("colorsys", ONE=1):
        from colorsys import ONE  # type: ignore[attr-defined]
    import colorsys

    assert ONE == 1
    assert not hasattr(colorsys, "ONE")


@pytest.mark.usefixtures("_one_thread")
def test_a_module_that_is_in_use_stays() -> None:
    import colorsys

    with without("colorsys"), standing_in("colorsys", ONE=1):
        import colorsys as again
    assert again is colorsys


@pytest.mark.usefixtures("_one_thread")
def test_what_fails_inside_leaves_nothing_behind() -> None:
    with pytest.raises(ZeroDivisionError), standing_in("colorsys"):
        assert 1 / 0
    assert "colorsys" not in sys.modules


def test_other_threads_import_what_they_need() -> None:
    def imported() -> object:
        import colorsys

        return colorsys.rgb_to_hsv

    with ThreadPoolExecutor(1) as threads:
        threads.submit(int).result()  # the thread is there
        with without("colorsys"):
            assert threads.submit(imported).result()
        del sys.modules["colorsys"]
        with standing_in("colorsys", ONE=1):
            assert threads.submit(imported).result()


PROGRAM = """
import sys
from quizgen.writers.anki import package
from quizgen.writers.pdf.layout.qr_code import qr_code
qr_code('a', 0, 20, None)
print(sorted({"asyncio", "ssl", "uharfbuzz", "cached_property"} & sys.modules.keys()))
import asyncio, cached_property, uharfbuzz, genanki
print(asyncio.run(asyncio.sleep(0, "fine")), uharfbuzz.__name__, cached_property.__name__)
"""


def test_genanki_and_reportlab_come_without_their_heaviest_modules() -> None:
    run = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "fine uharfbuzz cached_property"]
