"""Cards, as Anki makes them out of the package in dist/."""

from __future__ import annotations

import functools
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page
from support.browser import Drawn, Reviewer, drawn

from tools.pictures.base import ROOT, Studio, edged, from_png, one_below_another, side_by_side

PACKAGE = ROOT / "dist" / "seoul-talks" / "seoul-talks.apkg"
WIDTH = 400
"""Pixels of CSS: a phone's."""
SHARP = 1.5
"""Pixels for one of CSS."""

ALWAYS_THE_SAME = """
let seed = 7;
Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
"""
"""Options in the same order each time: Lehmer's generator with Park and Miller's numbers."""


def choice(studio: Studio) -> Image.Image:
    """Draw a question in light colours, and its answer in dark ones."""
    front, _ = sides(studio, "host-country")
    _, back = sides(studio, "host-country", night=True)
    return side_by_side(same_height([front, back]))


def types(studio: Studio) -> Image.Image:
    """Draw cards of three types: above with a learner's answer, below with the key."""
    cards = [
        sides(studio, "two-aims", taps=("A brake on", "A joint satellite")),
        sides(studio, "symbol-of-1718"),
        sides(studio, "chain-of-fears", taps=("is paid", "hands over", "grow", "less stable")),
    ]
    rows = [side_by_side(same_height(list(row))) for row in zip(*cards, strict=True)]
    return one_below_another(rows)


def sides(
    studio: Studio, item: str, *, taps: tuple[str, ...] = (), night: bool = False
) -> tuple[Image.Image, Image.Image]:
    """Return front and back of the first card of `item`, after taps on lines of the front."""
    card = cards(studio.folder)[item]
    context = studio.browser.new_context(
        viewport={"width": WIDTH, "height": WIDTH}, device_scale_factor=SHARP
    )
    reviewer = Reviewer(context, one_page=True)
    reviewer.page.add_style_tag(content="body { margin: 0 }")
    reviewer.page.evaluate(ALWAYS_THE_SAME)
    if night:
        reviewer.page.evaluate("document.body.classList.add('nightMode')")
    reviewer.show(card.front)
    for text in taps:
        reviewer.page.locator("li", has_text=text).click()
    front = photograph(reviewer.page)
    reviewer.show(card.back)
    back = photograph(reviewer.page)
    context.close()
    return front, back


def photograph(page: Page) -> Image.Image:
    """Return a picture of the card on `page`, as high as its content."""
    page.mouse.move(0, 0)
    height = page.evaluate("Math.floor(document.body.getBoundingClientRect().height)")
    page.set_viewport_size({"width": WIDTH, "height": height})
    return from_png(page.screenshot(animations="disabled"))


@functools.cache
def cards(folder: Path) -> dict[str, Drawn]:
    """Return the first card of each note of the sample deck, by item id."""
    cards: dict[str, Drawn] = {}
    for card in drawn(PACKAGE, folder):
        cards.setdefault(card.key.partition("/")[2], card)
    return cards


def same_height(images: list[Image.Image]) -> list[Image.Image]:
    """Return `images` as high as the highest, filled with the colours of their corners."""
    height = max(image.height for image in images)
    filled = []
    for image in images:
        whole = Image.new("RGB", (image.width, height), image.getpixel((0, 0)))
        whole.paste(image, (0, 0))
        filled.append(edged(whole))
    return filled
