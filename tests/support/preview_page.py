"""An open page of the preview, and banks to show in it."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Frame, FrameLocator, Page, Route

from support import write_bank
from support.paths import ROOT

SAMPLE = ROOT
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

HOSTILE = r"""
- id: evil
  type: flashcard
  front: "</template></script><script>top.document.title='out'</script> <img src=x onerror=top.x=1>"
  back: "![a map](map.png) [a link](https://example.org/away)"
  reference: r
"""
UNSOURCED = "\n- {id: unsourced, type: flashcard, front: Veto, back: I forbid, difficulty: hard}\n"
MANY = "".join(
    f"- {{id: q{n}, type: flashcard, front: Number {n}, back: b, reference: r}}\n"
    for n in range(40)
)

STILL = """() => {
  const places = [...document.querySelectorAll("article")].map((one) => one.offsetTop);
  const frames = document.querySelectorAll("iframe").length;
  const now = JSON.stringify([places, frames, scrollY]);
  const since = (window.stillFor || {}).now === now ? window.stillFor.since : performance.now();
  window.stillFor = { now, since };
  return frames > 0 && performance.now() - since > 700;
}"""


class Preview:
    """An open preview page; `asked` are the addresses that it asked for, `faults` its errors."""

    def __init__(self, page: Page, url: str, root: Path) -> None:
        self.page, self.url, self.root = page, url, root
        self.asked: list[str] = []
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._hear)
        page.route("**/*", self._pass_on)
        page.goto(url)

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.faults.append(said.text)

    def _pass_on(self, route: Route) -> None:
        self.asked.append(route.request.url)
        route.continue_()

    def card(self, name: str, side: str = "Question") -> FrameLocator:
        return self.page.frame_locator(f'iframe[title^="{side} of {name}"]')

    def choose(self, name: str) -> None:
        self.page.get_by_role("radio", name=name).check(force=True)

    def wait_until_still(self) -> None:
        """Wait until no frame near the screen loads or grows any more."""
        self.page.wait_for_function(STILL, polling=100)

    def save(self, questions: str) -> None:
        write_bank(self.root, questions)


def violations(place: Page | Frame) -> list[str]:
    """What axe-core finds in a page or a frame, without the frames in it.

    Best practices are for whole pages only: a frame needs no heading of its own.
    """
    levels = LEVELS if isinstance(place, Frame) else [*LEVELS, "best-practice"]
    options = {"runOnly": {"type": "tag", "values": levels}}
    found = Axe().run(place, options=options).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]
