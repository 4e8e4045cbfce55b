"""Cards as Anki renders them, shown in a real browser as Anki shows them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Browser, Page

from quizgen import build
from support import write_project

CHROMIUM = os.environ.get("QUIZGEN_CHROMIUM") or shutil.which("chromium")


class Cards:
    """The sides of each card as Anki renders them, by item id."""

    def __init__(self, root: Path, questions: str, bank: str = "") -> None:
        result = build(write_project(root / "p", questions, bank=bank), built=1_700_000_000)
        (package,) = [str(path) for path in result.files if path.suffix == ".apkg"]
        collection = Collection(str(root / "c.anki2"))
        options = ImportAnkiPackageOptions()
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=package, options=options)
        )
        self.sides: dict[str, tuple[str, str]] = {}
        for card_id in collection.find_cards(""):
            card = collection.get_card(card_id)
            name = card.note().fields[0].removeprefix("talks/")
            # Anki's page puts an input where the template has its marker.
            front = card.question().replace("[[type:Answer]]", '<input id="typeans">')
            back = card.answer().replace("[[type:Answer]]", '<code id="typeans"></code>')
            self.sides[name] = (front, back)
        collection.close()


class Reviewer:
    """Shows sides as Anki does: on one page (computers), or on a new one each (phones)."""

    def __init__(self, browser: Browser, *, one_page: bool, storage: bool = True) -> None:
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
        texts: list[str] = self.page.locator(selector).all_inner_texts()
        return texts

    def classes(self, text: str) -> set[str]:
        item: Any = self.page.locator("li", has_text=text)
        return set(item.get_attribute("class").split())
