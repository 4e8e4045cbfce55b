"""Chromium, Firefox and WebKitGTK, as Debian packs them, driven without any further software.

Playwright's own builds of these browsers cannot be had everywhere. Firefox listens for Marionette,
the others bring a WebDriver. All open a page, look into it by a script of their own, even where
the page may run none, and click, tap and type as the hardware would.
"""

from __future__ import annotations

import glob
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from support.clients import missing

T = TypeVar("T")
PATIENCE = 120.0
"""Seconds until a browser has to be there, on a machine that does much else."""


WIDTH, HEIGHT = 800, 6000
"""Pixels of a window. It is as tall as the page: WebKitGTK's driver aims beside what it clicks on
where a page is scrolled, and Firefox's at places that are out of sight by then."""


class Engine(Protocol):
    """A browser with one page."""

    ways: tuple[str, ...]
    """In which it can be used; WebKitGTK's driver clicks where it is to touch."""

    def open(self, address: str) -> None: ...

    def run(self, script: str, *values: Any) -> Any: ...

    def click(self, element: Any) -> None: ...

    def act(self, *sources: Any) -> None: ...


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port


def patiently(attempt: Callable[[], T]) -> T:
    """The result of `attempt`, as soon as it raises no OSError any more."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return attempt()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@contextmanager
def process(*command: str, **environment: str) -> Iterator[None]:
    started = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        started.terminate()
        started.wait()


class Marionette:
    """Firefox's protocol for tests: JSON behind its length."""

    ways: tuple[str, ...] = ("mouse", "touch", "keys")

    def __init__(self, port: int) -> None:
        self.socket = patiently(lambda: socket.create_connection(("127.0.0.1", port)))
        self.file = self.socket.makefile("rb")
        self.count = 0
        self._read()
        self._send("WebDriver:NewSession")
        self._send("WebDriver:SetWindowRect", x=0, y=0, width=WIDTH, height=HEIGHT)

    def open(self, address: str) -> None:
        self._send("WebDriver:Navigate", url=address)

    def run(self, script: str, *values: Any) -> Any:
        return self._send("WebDriver:ExecuteScript", script=script, args=list(values))["value"]

    def click(self, element: Any) -> None:
        self._send("WebDriver:ElementClick", id=next(iter(element.values())))

    def act(self, *sources: Any) -> None:
        self._send("WebDriver:PerformActions", actions=sources)

    def _send(self, name: str, **values: Any) -> Any:
        self.count += 1
        message = json.dumps([0, self.count, name, values]).encode()
        self.socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def _read(self) -> Any:
        length = b""
        while (digit := self.file.read(1)) != b":":
            length += digit
        return json.loads(self.file.read(int(length)))


class WebDriver:
    """The W3C's protocol, of which this is the smallest part.

    `capabilities` say which browser is to be started, and how.
    """

    def __init__(self, port: int, ways: tuple[str, ...], **capabilities: Any) -> None:
        self.ways = ways
        self.address = f"http://127.0.0.1:{port}/session"
        body = {"capabilities": {"alwaysMatch": capabilities}}
        session = patiently(lambda: self._post("", body))
        self.address += f"/{session['sessionId']}"
        self._post("/window/rect", {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT})

    def open(self, address: str) -> None:
        self._post("/url", {"url": address})

    def run(self, script: str, *values: Any) -> Any:
        return self._post("/execute/sync", {"script": script, "args": list(values)})

    def click(self, element: Any) -> None:
        self._post(f"/element/{next(iter(element.values()))}/click", {})

    def act(self, *sources: Any) -> None:
        self._post("/actions", {"actions": sources})

    def close(self) -> None:
        urllib.request.urlopen(urllib.request.Request(self.address, method="DELETE")).close()

    def _post(self, path: str, body: Any) -> Any:
        request = urllib.request.Request(
            self.address + path,
            data=json.dumps(body).encode(),
            headers={"content-type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            error.add_note(error.read().decode())
            raise


@contextmanager
def chromium(folder: Path, *, script: bool = True) -> Iterator[Engine]:
    """Chromium with a new profile in `folder`; without `script`, pages run none."""
    driver_program, program = shutil.which("chromedriver"), shutil.which("chromium")
    if driver_program is None or program is None:
        missing("no Chromium with its driver here: apt-get install chromium chromium-driver")
    port = free_port()
    arguments = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"]
    arguments.append(f"--user-data-dir={folder}")
    settings = {} if script else {"profile.managed_default_content_settings.javascript": 2}
    options = {"binary": program, "args": arguments, "prefs": settings}
    with process(str(driver_program), f"--port={port}", HOME=str(folder)):
        driver = WebDriver(port, ("mouse", "touch", "keys"), **{"goog:chromeOptions": options})
        yield driver
        driver.close()


@contextmanager
def firefox(folder: Path, *, script: bool = True) -> Iterator[Engine]:
    """Firefox with a new profile in `folder`; without `script`, pages run none."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        missing("no Firefox on this machine: apt-get install firefox-esr")
    port = free_port()
    settings = {"marionette.port": port, "javascript.enabled": script}
    lines = [f'user_pref("{key}", {json.dumps(value)});\n' for key, value in settings.items()]
    (folder / "user.js").write_text("".join(lines))
    options = ["--headless", "--marionette", "--no-remote", "--profile", str(folder)]
    size = {"MOZ_HEADLESS_WIDTH": str(WIDTH), "MOZ_HEADLESS_HEIGHT": str(HEIGHT)}
    with process(program, *options, HOME=str(folder), **size):
        driver = Marionette(port)
        yield driver
        driver.socket.close()


@contextmanager
def webkit(folder: Path, *, script: bool = True) -> Iterator[Engine]:
    """WebKitGTK's small browser, at home in `folder`, on a screen of its own.

    Without `script`, pages run none.
    """
    drivers = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = sorted(glob.glob("/usr/lib/*/webkit2gtk-4*/MiniBrowser"))
    if not all(drivers) or not browsers:
        missing("no WebKitGTK on this machine: apt-get install webkit2gtk-driver xvfb")
    driver_program, screen_program = map(str, drivers)
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        [screen_program, "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            display = f":{answer.readline().strip()}"
        port = free_port()
        place = ["--host=127.0.0.1", f"--port={port}"]
        with process(driver_program, *place, DISPLAY=display, HOME=str(folder)):
            arguments = ["--automation", f"--enable-javascript={json.dumps(script)}"]
            options = {"binary": browsers[-1], "args": arguments}
            driver = WebDriver(port, ("mouse", "keys"), **{"webkitgtk:browserOptions": options})
            yield driver
            driver.close()
    finally:
        screen.terminate()
        screen.wait()


ENGINES = {"chromium": chromium, "firefox": firefox, "webkit": webkit}
