"""Cards as Anki renders them, shown in a real browser as Anki shows them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Browser, BrowserContext, Page

from quizgen import build
from support import write_project

CHROMIUM = os.environ.get("QUIZGEN_CHROMIUM") or shutil.which("chromium")


class Drawn(NamedTuple):
    """A card as Anki draws it: the note's first field, and what either side shows."""

    key: str
    front: str
    back: str


def drawn(package: Path, folder: Path) -> list[Drawn]:
    """The cards of `package` after an import into a new collection in `folder`."""
    collection = Collection(str(folder / "c.anki2"))
    options = ImportAnkiPackageOptions()
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(package), options=options)
    )
    cards = [collection.get_card(card_id) for card_id in collection.find_cards("")]
    found = [Drawn(c.note().fields[0], _front(c.question()), _back(c.answer())) for c in cards]
    collection.close()
    return found


# Anki's page puts an input where the template has its marker.


def _front(html: str) -> str:
    return html.replace("[[type:Answer]]", '<input id="typeans">')


def _back(html: str) -> str:
    return html.replace("[[type:Answer]]", '<code id="typeans"></code>')


class Cards:
    """The sides of each card as Anki renders them, by item id."""

    def __init__(
        self, root: Path, questions: str, bank: str = "", passage: str | None = None
    ) -> None:
        more = {} if passage is None else {"passage": passage}
        project = write_project(root / "p", questions, bank=bank, **more)
        result = build(project, built=1_700_000_000)
        (package,) = [path for path in result.files if path.suffix == ".apkg"]
        self.sides: dict[str, tuple[str, str]] = {
            card.key.removeprefix("talks/"): (card.front, card.back)
            for card in drawn(package, root)
        }

    def of_part(self, item: str, text: str) -> tuple[str, str]:
        """The sides of the card that asks the part `text` of `item`: a premise, an event."""
        shown = f">{text}</div>"
        (sides,) = [
            sides
            for name, sides in self.sides.items()
            if name.startswith(f"{item}/") and shown in sides[0]
        ]
        return sides


class Reviewer:
    """Shows sides as Anki does: on one page (computers), or on a new one each (phones)."""

    def __init__(
        self, browser: Browser | BrowserContext, *, one_page: bool, storage: bool = True
    ) -> None:
        self.page: Page = browser.new_page()
        self.one_page = one_page
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        if not storage:
            self.page.add_init_script(
                "Object.defineProperty(window, 'sessionStorage',"
                " { get() { throw new DOMException('refused', 'SecurityError'); } })"
            )
        self.page.route(
            "http://cards.test/*",
            lambda route: route.fulfill(
                body="<div id=qa class=card></div>", content_type="text/html"
            ),
        )
        self.page.goto("http://cards.test/")

    def show(self, html: str) -> None:
        if not self.one_page:
            self.page.reload()
        # Scripts set through innerHTML do not run; Anki makes them anew, and so does this.
        self.page.evaluate(
            """html => {
                const qa = document.getElementById('qa');
                qa.innerHTML = html;
                for (const old of qa.querySelectorAll('script')) {
                    const script = document.createElement('script');
                    script.textContent = old.textContent;
                    old.replaceWith(script);
                }
            }""",
            html,
        )

    def texts(self, selector: str = "li") -> list[str]:
        """What is seen of each element, without the words that are only heard."""
        return [text for text, _ in self._seen(selector)]

    def classes(self, text: str) -> set[str]:
        """The classes of the one row that shows `text`."""
        (names,) = [names for seen, names in self._seen("li") if text in seen]
        return set(names.split())

    def _seen(self, selector: str) -> list[tuple[str, str]]:
        found: Any = self.page.evaluate(
            """selector => Array.from(document.querySelectorAll(selector), element => {
                const said = element.querySelector('.said');
                if (said) { said.style.display = 'none'; }
                const seen = [element.innerText.trim(), element.className];
                if (said) { said.style.display = ''; }
                return seen;
            })""",
            selector,
        )
        return [(text, names) for text, names in found]
