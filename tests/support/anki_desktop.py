"""The unmodified Anki desktop on a screen of its own, driven by keys as a learner presses them."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from support.clients import ENVIRONMENTS, missing

VERSION = "26.9.3"
"""Of aqt: the one of the package anki that the tests import."""

PROGRAMS = ("Xvfb", "xdotool", "openbox", "import")
MAX_SECONDS_TO_CHANGE = 30
"""Until a key has changed the screen of a machine that does much else."""

_SEED = """
import sys
from pathlib import Path
import anki.lang
anki.lang.set_lang('en')
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from aqt.profiles import ProfileManager, VideoDriver
base, package = Path(sys.argv[1]), sys.argv[2]
base.mkdir(parents=True)
profiles = ProfileManager(base)
profiles.setupMeta()
profiles.meta.update(defaultLang='en_US', firstRun=False, updates=False, check_for_updates=False,
                     suppressUpdate=True, last_run_version=0)
profiles.create('User 1')
profiles.openProfile('User 1')
profiles.profile['autoSync'] = False
profiles.set_video_driver(VideoDriver.Software)
profiles.save()
(base / 'User 1').mkdir(exist_ok=True)
collection = Collection(str(base / 'User 1' / 'collection.anki2'))
collection.import_anki_package(ImportAnkiPackageRequest(
    package_path=package, options=ImportAnkiPackageOptions()))
card = collection.get_card(collection.find_cards('')[0])
collection.decks.select(card.did)
collection.close()
"""


@functools.cache
def aqt_python() -> Path:
    """The interpreter of an environment with aqt, or skip where there is none.

    ``QUIZGEN_AQT_PYTHON`` names one. Where nothing may be skipped, one is made, once.
    """
    absent = [program for program in PROGRAMS if shutil.which(program) is None]
    if absent:
        missing(f"not on this machine: {', '.join(absent)}")
    if named := os.environ.get("QUIZGEN_AQT_PYTHON"):
        return Path(named)
    folder = ENVIRONMENTS / f"aqt-{VERSION}"
    python = folder / "bin" / "python"
    if not python.exists():
        if not os.environ.get("QUIZGEN_NO_SKIP"):
            missing("QUIZGEN_AQT_PYTHON names no Python that has aqt")
        pip = [str(python), "-m", "pip", "install", "--quiet", f"aqt[qt6]=={VERSION}"]
        for command in ([sys.executable, "-m", "venv", str(folder)], pip):
            subprocess.run(command, check=True, timeout=900)
    return python


class AnkiDesktop:
    """A running Anki in its reviewer."""

    def __init__(self, display: str, folder: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": display}
        self.folder = folder
        self.window = ""

    def do(self, *command: str) -> str:
        """Run xdotool, and give what it prints."""
        found = subprocess.run(
            ["xdotool", *command], env=self.environment, capture_output=True, text=True, timeout=30
        )
        return found.stdout.strip()

    def press(self, key: str) -> None:
        """Press `key`, as xdotool names it; wait until the screen changes, and stands still.

        A key that changes nothing is given up on after a while.
        """
        before = self.picture("before.png").read_bytes()
        self.do("windowactivate", "--sync", self.window, "key", key)
        end = time.monotonic() + MAX_SECONDS_TO_CHANGE
        while self.picture("after.png").read_bytes() == before and time.monotonic() < end:
            time.sleep(0.1)
        self.settle()

    def picture(self, name: str) -> Path:
        """A screenshot of the window, as the PNG file `name`."""
        path = self.folder / name
        command = ["import", "-window", self.window, str(path)]
        subprocess.run(command, env=self.environment, check=True, timeout=30)
        return path

    def settle(self) -> None:
        """Wait until two screenshots, half a second apart, are alike."""
        before = b""
        for _ in range(30):
            time.sleep(0.5)
            now = self.picture("settling.png").read_bytes()
            if now == before:
                return
            before = now

    def find_window(self) -> None:
        """Wait for Anki's main window, and open the reviewer."""
        search = ("search", "--onlyvisible", "--name", "User 1 - Anki")
        self.window = _waited(lambda: self.do(*search).split("\n")[-1])
        self.do("windowsize", "--sync", self.window, "900", "760")
        self.settle()
        self.press("s")
        self.press("s")


def _waited(ask: Callable[[], str], seconds: float = 240) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.3)
    raise TimeoutError("Anki's window did not come")


@contextlib.contextmanager
def anki_desktop(package: Path, folder: Path) -> Iterator[AnkiDesktop]:
    """Anki with a new profile that holds `package`, in the reviewer, on its first card."""
    python = aqt_python()
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    seed = [str(python), "-c", _SEED, str(folder / "base"), str(package)]
    subprocess.run(seed, env=offscreen, check=True, capture_output=True, timeout=120)
    reading, writing = os.pipe()
    size = ["-screen", "0", "1000x860x24", "-nolisten", "tcp"]
    running = [
        subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), *size],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
    ]
    try:
        os.close(writing)
        with os.fdopen(reading) as told:
            anki = AnkiDesktop(f":{told.readline().strip()}", folder)
        anki.environment |= {
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QTWEBENGINE_DISABLE_SANDBOX": "1",
            "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu",
        }
        program = python.with_name("anki")
        commands = (["openbox"], [str(program), "-b", str(folder / "base"), "-p", "User 1"])
        for command in commands:
            quiet = subprocess.DEVNULL
            running.append(
                subprocess.Popen(command, env=anki.environment, stdout=quiet, stderr=quiet)
            )
            time.sleep(0.5)
        anki.find_window()
        yield anki
    finally:
        for process in reversed(running):
            process.terminate()
        for process in running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
