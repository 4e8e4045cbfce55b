"""What must hold of every practice page, whatever its texts are."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

RUNS = {"iframe", "object", "embed", "base", "form", "portal", "frame", "applet"}
ADDRESSES = {"href", "src", "srcset", "action", "formaction", "data", "poster", "background"}
SAFE_ADDRESS = re.compile(r"(https?://[^\\@]|mailto:|data:|#)", re.IGNORECASE)


def assert_page_is_inert(name: str, content: bytes) -> None:
    """Fail where the page `name` holds what is not quizgen's own script and style, or loads."""
    page = _Page()
    page.feed(content.decode("utf-8"))
    assert page.faults == [], (name, page.faults)
    for kind in ("script", "style"):
        [text] = page.texts[kind]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in page.policy, (name, kind)
    assert page.policy.startswith("default-src 'none'; "), name


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.policy = ""
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.faults: list[str] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self._open = tag
        if tag in self.texts and values.get("type") != "application/json":
            self.texts[tag].append("")
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = values["content"]
        elif "http-equiv" in values or tag in RUNS:
            self.faults.append(f"<{tag}>")
        for key, value in values.items():
            if key.startswith("on") or (key in ADDRESSES and not SAFE_ADDRESS.match(value)):
                self.faults.append(f"<{tag} {key}={value!r}>")

    def handle_data(self, data: str) -> None:
        if self.texts.get(self._open):
            self.texts[self._open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""
