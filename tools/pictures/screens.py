"""Pictures of the browser and of the terminal."""

from __future__ import annotations

import base64
import html
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import ViewportSize
from support.preview import running

from tools.pictures.base import Studio, edged, from_png, side_by_side
from tools.pictures.projects import sample_project

ONE_DAY = "Date.prototype.toDateString = () => 'Thu Jan 01 2026'"
"""Options in the preview stand in an order that depends on the day alone."""

QUIZGEN = (sys.executable, "-m", "quizgen")

COLOURS = {"31": "#ff8a80", "33": "#ffd166", "36": "#7fdbe8"}
"""Red, yellow and cyan as a dark terminal has them: 7:1 or more on its ground."""

TERMINAL = """<!doctype html>
<style>
@font-face {{ font-family: Plex; src: url(data:font/ttf;base64,{regular}); }}
@font-face {{ font-family: Plex; font-weight: bold; src: url(data:font/ttf;base64,{bold}); }}
body {{ margin: 0; background: #15191e; }}
pre {{ width: 104ch; margin: 0; padding: 16px 20px; font: 14px/1.5 Plex; color: #e6e9ed;
  white-space: pre-wrap; }}
</style>
<pre>{text}</pre>
"""


def preview(studio: Studio) -> Image.Image:
    """Draw the preview of the sample bank after a question lost its source."""
    root = sample_project(studio.folder)
    changed(root, "  evidence: sat down together in Seoul, the South Korean capital\n", "")
    with running(root) as url:
        page = studio.browser.new_page(viewport={"width": 1200, "height": 750})
        page.add_init_script(ONE_DAY)
        page.goto(url)
        page.frame_locator("iframe").nth(3).locator(".key").wait_for()
        page.wait_for_timeout(500)  # until every frame has grown to its card
        image = from_png(page.screenshot())
        page.close()
    return edged(image)


def practice(studio: Studio) -> Image.Image:
    """Draw the practice page of the sample on two phones: an answer, and a quote in the passage."""
    root = sample_project(studio.folder)
    run(root, "build")
    page = root / "dist" / "seoul-talks" / "practice.html"
    return side_by_side([_phone(studio, page, "light"), _phone(studio, page, "dark")])


def _phone(studio: Studio, path: Path, scheme: Literal["light", "dark"]) -> Image.Image:
    """Return `path` on a phone after a wrong answer; the dark one shows the quote as well."""
    size: ViewportSize = {"width": 390, "height": 760}
    context = studio.browser.new_context(
        viewport=size, color_scheme=scheme, reduced_motion="reduce", device_scale_factor=1.5
    )
    page = context.new_page()
    page.goto(path.as_uri())
    question = page.get_by_role("article").first
    question.get_by_label("Australia").check()
    question.get_by_role("button", name="Check").click()
    if scheme == "dark":
        question.get_by_role("link").first.click()
    image = from_png(page.screenshot())
    context.close()
    return edged(image)


def stats(studio: Studio) -> Image.Image:
    """Return the page of statistics that ``quizgen stats --html`` writes for the sample."""
    root = sample_project(studio.folder)
    run(root, "stats", "--html", "stats.html")
    page = studio.browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto((root / "stats.html").as_uri())
    image = from_png(page.screenshot(full_page=True))
    page.close()
    return edged(image)


def diagnostic(studio: Studio) -> Image.Image:
    """Draw the output of ``quizgen check`` for a question with two mistakes."""
    root = sample_project(studio.folder)
    changed(root, "  - Japan\n", "  - South Korea\n")
    changed(root, "evidence: sat down together in Seoul", "evidence: met in Seoul")
    output = run(root, "check")
    context = studio.browser.new_context(device_scale_factor=1.5)
    page = context.new_page()
    page.set_content(
        TERMINAL.format(regular=font("Regular"), bold=font("Bold"), text=as_html(output))
    )
    page.evaluate("document.fonts.ready")
    width, height = page.evaluate(
        "(({width, height}) => [Math.ceil(width), Math.ceil(height)])"
        "(document.querySelector('pre').getBoundingClientRect())"
    )
    page.set_viewport_size({"width": width, "height": height})
    image = from_png(page.screenshot())
    context.close()
    return image


def changed(root: Path, old: str, new: str) -> None:
    """Replace the first `old` by `new` in the first topic of the sample."""
    path = root / "question_bank" / "seoul-talks" / "participants.yaml"
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise LookupError(f"{path.name} does not say “{old}” any more")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(root: Path, *arguments: str) -> str:
    """Return the output of a command on a terminal, below the line that calls the command."""
    ran = subprocess.run(
        [*QUIZGEN, *arguments],
        cwd=root,
        env={**os.environ, "FORCE_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return f"$ quizgen {' '.join(arguments)}\n{ran.stdout}"


def as_html(text: str) -> str:
    """Return `text` with its SGR codes as HTML: bold, and the colours of `TerminalStyle`."""
    return re.sub(r"\x1b\[([\d;]+)m(.*?)\x1b\[0m", span, html.escape(text))


def span(match: re.Match[str]) -> str:
    """Return the HTML for a text of the terminal in its colours."""
    codes = match[1].split(";")
    style = "".join(f"color:{COLOURS[code]};" for code in codes if code in COLOURS)
    return f'<span style="{style}{"font-weight:bold" * ("1" in codes)}">{match[2]}</span>'


def font(style: str) -> str:
    """Return the file of quizgen's monospaced font in `style`, in base64."""
    path = files("fontpkg_ibm_plex_mono").joinpath("files", f"IBMPlexMono-{style}.ttf")
    return base64.b64encode(path.read_bytes()).decode()
