"""The server: who may ask, what it answers, and how it starts and ends."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import CHOICE, DECK, write_project
from support.pixels import PNG
from support.preview import running

from quizgen.preview.live import LivePreview
from quizgen.preview.server import app
from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project

PICTURE = "- {id: a, type: flashcard, front: '![a map](map.png)', back: b, reference: r}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    return write_project(folder, PICTURE, media={"map.png": PNG})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def url(root: Path) -> Iterator[str]:
    with running(root) as address:
        yield address


class Answer:
    def __init__(self, url: str, **headers: str) -> None:
        request = urllib.request.Request(url, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                self.status, self.headers = response.status, response.headers
                self.body: bytes = response.read()
        except urllib.error.HTTPError as error:
            self.status, self.headers, self.body = error.code, error.headers, error.read()


def messages(url: str) -> Generator[Any]:
    """What the page is told, from now on."""
    request = urllib.request.Request(url, headers={"Accept": "text/event-stream"})
    with urllib.request.urlopen(request, timeout=60) as response:
        for line in response:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


def first_message(url: str) -> Any:
    return next(messages(url))


def test_the_page_has_all_in_it_and_may_load_nothing_from_elsewhere(url: str) -> None:
    answer = Answer(url)
    html = answer.body.decode()
    assert re.findall(r"<(?:script|link|img|iframe)[^>]*\s(?:src|href)=\"(?!data:)", html) == []
    policy = dict(
        directive.split(" ", 1)
        for directive in answer.headers["content-security-policy"].split("; ")
    )
    origin = url.rstrip("/")
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == f"{origin} data:"
    assert policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
@pytest.mark.parametrize("path", ["", "media/x.png", "sheets/0.pdf"])
def test_a_name_that_was_bent_to_point_here_gets_nothing(url: str, host: str, path: str) -> None:
    answer = Answer(url + path, Host=host)
    assert answer.status == 400
    assert b"talks" not in answer.body


def test_localhost_is_this_computer_too(url: str) -> None:
    port = url.rstrip("/").rpartition(":")[2]
    assert Answer(url, Host=f"localhost:{port}").status == 200


def test_it_listens_on_this_computer_alone(url: str) -> None:
    port = int(url.rstrip("/").rpartition(":")[2])
    with socket.socket() as probe, pytest.raises(OSError, match="refused"):
        probe.connect(("127.0.0.2", port))


def test_the_stream_tells_what_the_page_shows(url: str) -> None:
    told = first_message(url)
    ((digest, entry),) = told["entries"].items()
    assert ([deck["entries"] for deck in told["decks"]], entry["id"]) == ([[digest]], "a")
    ((front, _),) = [(card["front"]["html"], card["back"]) for card in told["cards"].values()]
    (name,) = re.findall(r'src="([^"]+)"', front)
    picture = Answer(f"{url}media/{name}")
    assert (picture.body, picture.headers["content-type"]) == (PNG, "image/png")


def test_pages_and_pdfs_of_the_worksheets(url: str) -> None:
    told = first_message(url)
    while not told["sheets"]:
        told = first_message(url)
    assert [sheet["name"] for sheet in told["sheets"]] == ["sheet", "sheet-key"]
    digest = told["sheets"][0]["digest"]
    assert Answer(f"{url}sheets/{digest}.pdf").body.startswith(b"%PDF-")
    page = Answer(f"{url}sheets/{digest}/1.png")
    assert (page.body[:4], page.headers["content-type"]) == (b"\x89PNG", "image/png")
    assert Answer(f"{url}sheets/{digest}/2.png").status == 404
    assert Answer(f"{url}sheets/0/1.png").status == 404


@pytest.mark.parametrize("kind", ["svg", "html", "js"])
def test_nothing_that_could_run_scripts_is_handed_out_as_such(root: Path, kind: str) -> None:
    """Readers let no such file in; but the page's own address is no place to rely on them."""
    first = take_snapshot(Project(root))
    live = LivePreview(Project(root), [], replace(first, media={f"x.{kind}": b"<svg/>"}))
    sent: list[Any] = []

    async def ask() -> None:
        async def nothing() -> dict[str, str]:
            return {"type": "http.request"}

        async def hear(message: Any) -> None:
            sent.append(message)

        path = f"/media/x.{kind}"
        scope = {"type": "http", "method": "GET", "path": path, "query_string": b""}
        await app(live)({**scope, "headers": [(b"host", b"localhost")]}, nothing, hear)

    with ThreadPoolExecutor(1) as elsewhere:  # a browser of other tests may run a loop in this one
        elsewhere.submit(asyncio.run, ask()).result()
    assert sent[0]["status"] == 200
    assert dict(sent[0]["headers"])[b"content-type"] == b"application/octet-stream"


@pytest.mark.parametrize("path", ["media/..%2f..%2fdecks%2ftalks.yaml", "decks/talks.yaml", "x"])
def test_files_of_the_project_are_not_handed_out(url: str, path: str) -> None:
    assert Answer(url + path).status == 404


def test_two_previews_run_side_by_side(root: Path, url: str) -> None:
    with running(root) as other:
        assert other != url
        assert Answer(other).status == Answer(url).status == 200


def preview(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizgen", "preview", "--no-open", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_port_that_is_taken(root: Path, url: str) -> None:
    port = url.rstrip("/").rpartition(":")[2]
    done = preview(root, "--port", port)
    assert done.returncode == 2
    assert f"port {port} is taken" in done.stderr
    assert "leave --port out" in done.stderr


def test_a_port_of_ones_choice(root: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with running(root, "--port", str(port)) as address:
        assert address == f"http://127.0.0.1:{port}/"


def test_a_deck_that_is_not_there(root: Path) -> None:
    done = preview(root, "nowhere")
    assert done.returncode == 2
    assert "there is no deck file 'nowhere'" in done.stderr


def test_one_deck_of_several(tmp_path: Path) -> None:
    write_project(tmp_path)
    (tmp_path / "decks" / "other.yaml").write_text(DECK.replace("Talks}", "Other}"))
    with running(tmp_path, "other") as address:
        assert [deck["title"] for deck in first_message(address)["decks"]] == ["Other"]


def test_the_settings_of_the_project_are_heeded_and_followed(tmp_path: Path) -> None:
    write_project(tmp_path, "- {id: a, type: flashcard, front: Veto, back: b}")
    settings = tmp_path / "quizgen.toml"
    settings.write_text('[lint]\nignore = ["no-source"]\n')
    with running(tmp_path) as address, contextlib.closing(messages(address)) as told:
        assert next(told)["findings"] == []
        settings.unlink()
        followed = next(message["findings"] for message in told if message["findings"])
        assert [found["name"] for found in followed] == ["no-source"]


def test_sheets_of_the_view_before_are_still_there(tmp_path: Path) -> None:
    """A page that has not heard of a save asks for pictures of the sheets that it shows."""
    write_project(tmp_path)
    with running(tmp_path) as url, contextlib.closing(messages(url)) as told:
        before = next(one for one in told if one["sheets"])["sheets"][0]["digest"]
        write_project(tmp_path, CHOICE.replace("In which city", "In which town"))
        after = next(one for one in told if one["sheets"][0]["digest"] != before)
        assert Answer(f"{url}sheets/{after['sheets'][0]['digest']}/1.png").status == 200
        assert Answer(f"{url}sheets/{before}/1.png").status == 200


def test_an_open_page_does_not_keep_it_from_ending(root: Path) -> None:
    with running(root) as address:
        request = urllib.request.Request(address, headers={"Accept": "text/event-stream"})
        response = urllib.request.urlopen(request, timeout=60)
        response.readline()
    response.close()


def test_without_the_packages_it_says_how_to_get_them(root: Path) -> None:
    code = (
        "import sys\n"
        "sys.modules['starlette'] = None\n"
        "from quizgen.cli import main\n"
        "main(['preview', '--no-open'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert 'pip install "quizgen[preview]"' in done.stderr
