"""What other sites, and too many pages, get from the preview: nothing."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import time
from collections.abc import Iterator

import pytest
from support import write_project
from support.pixels import PNG
from support.preview import running

from quizgen.preview.guard import MAX_STREAMS

PICTURE = "- {id: a, type: flashcard, front: '![a map](map.png)', back: b, reference: r}"
STREAM = {"Accept": "text/event-stream"}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    media = {"map.png": PNG, "other.png": PNG + b"x"}
    root = write_project(tmp_path_factory.mktemp("p"), PICTURE, media=media)  # type: ignore[arg-type]
    with running(root) as url:
        yield int(url.rstrip("/").rpartition(":")[2])


class Asked:
    """The answer to one request. A stream is read up to its first message."""

    def __init__(self, port: int, path: str, method: str = "GET", **headers: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        self.connection.putrequest(method, path, skip_host="Host" in sent)
        for name, value in sent.items():
            self.connection.putheader(name, value)
        self.connection.endheaders()
        response = self.connection.getresponse()
        self.status, self.headers = response.status, response.headers
        streamed = response.getheader("content-type", "").startswith("text/event-stream")
        self.body = response.readline() if streamed else response.read()
        if not streamed:
            self.connection.close()


@pytest.fixture(scope="module")
def routes(port: int) -> list[str]:
    """A path of each route, all of which answer to the preview's own page."""
    while True:
        asked = Asked(port, "/", **STREAM)
        told = json.loads(asked.body.removeprefix(b"data: "))
        asked.connection.close()
        if told["sheets"]:
            break
        time.sleep(0.1)
    card = next(iter(told["cards"].values()))
    (picture,) = re.findall(r'src="([^"]+)"', card["front"]["html"])
    digest = told["sheets"][0]["digest"]
    return ["/", f"/media/{picture}", f"/sheets/{digest}.pdf", f"/sheets/{digest}/1.png"]


def test_the_preview_itself_is_answered(port: int, routes: list[str]) -> None:
    for path in routes:
        for own in (
            {},
            {"Sec_Fetch_Site": "same-origin"},
            {"Origin": f"http://127.0.0.1:{port}"},
            {"Host": f"localhost:{port}", "Origin": f"http://localhost:{port}"},
            {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"},
        ):
            assert Asked(port, path, **own).status == 200, (path, own)
    in_a_card = {"Origin": "null", "Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "image"}
    assert [Asked(port, path, **in_a_card).status for path in routes] == [403, 200, 403, 403]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:80"},
        {"Host": ""},
        {"Host": "localhost@evil.example"},
        {"Host": "[::1]:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://localhost"},
    ],
    ids=str,
)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_other_sites_get_nothing(
    port: int, routes: list[str], headers: dict[str, str], method: str
) -> None:
    for path in routes:
        asked = Asked(port, path, method, **headers)
        assert asked.status in {400, 403}
        assert len(asked.body) < 100
    assert Asked(port, "/", method, **headers, **STREAM).status in {400, 403}


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_get_no_data_by_a_script(port: int, routes: list[str], site: str) -> None:
    for path in (routes[0], *routes[2:]):
        assert Asked(port, path, Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors").status == 403
    assert Asked(port, "/", Sec_Fetch_Site=site, **STREAM).status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "X"])
def test_nothing_can_be_changed(port: int, routes: list[str], method: str) -> None:
    for path in (*routes, "/not-there"):
        assert Asked(port, path, method).status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/media/other.png",
        "/media/map.png",
        "/media/../bank.yaml",
        "/media/..%2fbank.yaml",
        "/media/%2e%2e/passage.md",
        "/question_bank/talks/bank.yaml",
        "/sheets/0.pdf",
        "/sheets/..%2f..%2fx.pdf",
        f"/sheets/0/{'9' * 5000}.png",
        "/sheets/0/-1.png",
        "//etc/passwd",
    ],
)
def test_only_pictures_of_cards_and_set_pages_are_there(port: int, path: str) -> None:
    assert Asked(port, path).status == 404


def test_a_page_number_beyond_all_numbers(port: int, routes: list[str]) -> None:
    sheet = routes[3].removesuffix("/1.png")
    assert [
        Asked(port, f"{sheet}/{n}.png").status for n in ("9" * 5000, "%D9%A3", "0", "999999")
    ] == [404] * 4


def test_every_answer_is_safe_to_show(port: int, routes: list[str]) -> None:
    answers = [Asked(port, path) for path in (*routes, "/not-there", "/media/x")]
    answers += [Asked(port, "/", "POST"), Asked(port, "/", Host="evil.example")]
    answers += [Asked(port, "/", **STREAM)]
    for asked in answers:
        policy = asked.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "frame-ancestors 'none'" in policy
        assert asked.headers["x-content-type-options"] == "nosniff"
        assert asked.headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in asked.headers
        asked.connection.close()


def test_streams_are_bounded_and_come_back(port: int) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(MAX_STREAMS + 5):
            asked = Asked(port, "/", **STREAM)
            stack.callback(asked.connection.close)
            if asked.status == 503:
                break
        assert asked.status == 503
        assert Asked(port, "/").status == 200, "the page itself can still be opened"
    deadline = time.monotonic() + 60
    while (asked := Asked(port, "/", **STREAM)).status == 503 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert asked.status == 200
    asked.connection.close()
