"""Hostile texts as real Anki draws them, in a real browser: nothing runs, nothing is asked for.

``QUIZGEN_HOSTILE=all`` tries the whole corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support.browser import drawn
from support.corpus import some
from support.corpus.exported_html import html_in
from support.corpus.text_projects import without_what_is_refused, write_text_project
from support.corpus.texts import TEXTS
from support.packages import legacy_database, zipped
from support.preview import running

from quizgen import build
from quizgen.commands.importing import import_file

AT_A_TIME = 12
CHOSEN = list(some(list(TEXTS.values()), 24))
BATCHES = [CHOSEN[start : start + AT_A_TIME] for start in range(0, len(CHOSEN), AT_A_TIME)]
SAFE_LINK = re.compile(r"https?://[^/\\@]+([/?#].*)?|mailto:.*", re.IGNORECASE)


class Watched:
    """A page where a card can do whatever Anki lets it; `done` is what was done."""

    def __init__(self, browser: Browser) -> None:
        self.done: list[str] = []
        self.page: Page = browser.new_context().new_page()
        self.page.route("**/*", lambda route: route.abort())
        self.page.route(
            "http://cards.test/",
            lambda route: route.fulfill(body="<div id=qa></div>", content_type="text/html"),
        )
        self.page.goto("http://cards.test/")
        self.page.on("dialog", lambda dialog: dialog.dismiss())
        self.page.on("request", lambda request: self.done.append(f"asked for {request.url}"))
        self.page.on("pageerror", lambda error: self.done.append(f"failed: {error}"))
        self.page.on("framenavigated", lambda frame: self.done.append(f"went to {frame.url}"))

    def show(self, sides: list[str]) -> None:
        """Show each side as Anki does, hover, focus and press all there is to press."""
        found = self.page.evaluate(
            """async (sides) => {
                const found = [];
                for (const html of sides) {
                    qa.innerHTML = html;
                    for (const old of qa.querySelectorAll('script')) {
                        const made = document.createElement('script');
                        made.textContent = old.textContent;
                        old.replaceWith(made);
                    }
                    for (const one of qa.querySelectorAll('*')) {
                        for (const attribute of one.attributes) {
                            if (attribute.name.startsWith('on')) { found.push(attribute.name); }
                        }
                        one.dispatchEvent(new MouseEvent('mouseover'));
                        one.focus?.();
                        const href = one.getAttribute('href');
                        if (href !== null) { found.push('to ' + href); }
                        if (one.localName !== 'a') { one.click?.(); }
                    }
                    await new Promise((done) => setTimeout(done, 0));
                    if (window.ran) { found.push('ran: ' + html); window.ran = 0; }
                }
                return found;
            }""",
            sides,
        )
        self.done += [f for f in found if not (f[:3] == "to " and SAFE_LINK.fullmatch(f[3:]))]


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    opened = Watched(browser)
    yield opened
    opened.page.context.close()


def test_a_script_and_a_request_would_be_seen(watched: Watched) -> None:
    """A test in which nothing can happen shows nothing."""
    for side in (
        "<img src=http://evil.test/leak onerror=top.ran=1>",
        "<a href=javascript:x>x</a>",
        "<script>top.ran = 1</script>",
        "<b onmouseover=top.ran=1>x</b>",
    ):
        watched.show([side])
    told = " ".join(watched.done)
    for part in ("asked for http://evil.test/leak", "onerror", "javascript:", "ran: <script>"):
        assert part in told
    assert "ran: <b" in told


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_nothing_runs_on_a_card_in_anki(tmp_path: Path, watched: Watched, number: int) -> None:
    root = write_text_project(tmp_path / "p", BATCHES[number], math=number % 2 == 1, parts=["anki"])
    assert without_what_is_refused(root) > AT_A_TIME
    sides = []
    for place, path in enumerate(build(root, built=1_700_000_000).files):
        if path.suffix == ".apkg":
            (tmp_path / str(place)).mkdir()
            cards = drawn(path, tmp_path / str(place))
            sides += [side for card in cards for side in (card.front, card.back)]
    assert len(sides) > 4 * AT_A_TIME
    watched.show([_without_pictures(side) for side in sides])
    assert watched.done == []


def _without_pictures(side: str) -> str:
    """Pictures of the bank itself would be asked for; any other address stays."""
    return re.sub(r'src="[\w-]+\.(?:png|svg)"', "", side)


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_nothing_runs_in_what_other_programs_show(
    tmp_path: Path, watched: Watched, number: int
) -> None:
    """The texts of exports that are HTML, as Moodle and readers of QTI show them."""
    root = write_text_project(tmp_path / "p", BATCHES[number], parts=["exports", "practice"])
    assert without_what_is_refused(root) > AT_A_TIME
    texts: dict[str, set[str]] = {".xml": set(), ".zip": set()}
    for path in build(root, built=1_700_000_000).files:
        if path.suffix in texts:
            texts[path.suffix] |= set(html_in(path))
    assert all(len(of_kind) > 4 * AT_A_TIME for of_kind in texts.values())
    watched.show([_without_files(text) for text in sorted(set().union(*texts.values()))])
    assert watched.done == []


def _without_files(html: str) -> str:
    """Pictures that the export holds itself would be asked for; any other address stays."""
    base = r"@@PLUGINFILE@@|%24IMS-CC-FILEBASE%24|\$IMS-CC-FILEBASE\$|\.\."
    own = rf'src="(?:{base})?/?[\w/-]+\.(?:png|svg)"'
    return re.sub(own, "", html)


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_nothing_runs_in_the_preview(tmp_path: Path, browser: Browser, number: int) -> None:
    root = write_text_project(tmp_path / "p", BATCHES[number][:6])
    without_what_is_refused(root)
    for deck in (root / "decks").glob("d*.yaml"):
        deck.unlink()
    page = browser.new_context().new_page()
    with running(root) as url:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url)
        page.locator("article iframe").first.wait_for()
        page.wait_for_timeout(500)
        assert page.evaluate("window.ran") is None
        assert {address for address in asked if not address.startswith(url)} <= {"about:srcdoc"}
        assert page.evaluate("document.querySelectorAll('article').length") > 6
    page.context.close()


def test_nothing_runs_on_what_was_imported(tmp_path: Path, watched: Watched) -> None:
    for name in ("decks", "question_bank"):
        (tmp_path / "p" / name).mkdir(parents=True)
    rows = "".join(
        f"insert into notes values ({n}, 'g{n}', 5, 1, '', '{_sql(text)}' || char(31) || 'b');"
        f"insert into cards values ({n}, {n}, 1, 0, 0);"
        for n, text in enumerate(CHOSEN, 2000)
        if not re.search(r"!\[a\]\(.*\s", text)  # told as a picture that was meant
    )
    (tmp_path / "p.apkg").write_bytes(zipped({"collection.anki2": legacy_database(rows)}))
    result = import_file(tmp_path / "p.apkg", tmp_path / "p")
    assert result.imported is not None
    assert result.imported.questions > len(CHOSEN) // 2
    assert result.errors == []
    (package,) = [f for f in build(tmp_path / "p", built=1).files if f.suffix == ".apkg"]
    watched.show([side for card in drawn(package, tmp_path) for side in (card.front, card.back)])
    assert watched.done == []


def _sql(text: str) -> str:
    return text.replace("'", "''").replace("\x00", "").replace("\x1f", " ")
