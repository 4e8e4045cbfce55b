"""Clean the HTML tags of a card template, before its fields are filled in."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNSHOWN = re.compile(r"<(?:(!--)|(script|style|svg|select|head|title|template)\b)", re.IGNORECASE)
"""The start of a comment, or of an element without text for a reader."""
_TAG = re.compile(r"""<(/?)([a-zA-Z][\w-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""")
_ATTRIBUTE = re.compile(r"""(?<![\w-])([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_HIDDEN = re.compile(r"\bhidden\b(?!\s*[=:;-])|display\s*:\s*none|visibility\s*:\s*hidden", re.I)

_KEPT = frozenset(
    (
        *("b", "strong", "i", "em", "code", "kbd", "samp", "tt", "sub", "sup", "ruby", "rb", "rt"),
        *("rp", "div", "p", "span", "br", "ul", "ol", "li", "audio", "video", "iframe", "object"),
        *("embed", "details", "summary"),
    )
)
_PARAGRAPHS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "center", "dd", "dl", "dt", "fieldset", "figcaption"),
        *("figure", "footer", "form", "header", "main", "nav", "pre", "section", "table", "tbody"),
        *("tfoot", "thead", "tr"),
    )
)
_DROPPED = frozenset({"input", "link", "meta", "wbr", "base", "source", "track", "col", "area"})
_ADDRESSES = {"img": ("src", "alt"), "a": ("href",), "div": ("dir", "lang"), "span": ("lang",)}
_LAYOUT = frozenset({"hr", "center", "section", "header", "footer", "main", "article"})
"""Tags that only divide a card; to change them loses nothing that a reader sees."""


class CleanTemplate(NamedTuple):
    """A side's template; `lost` names the tags whose effect a bank cannot hold."""

    html: str
    lost: tuple[str, ...]


def clean_tags(template: str, *, is_front: bool) -> CleanTemplate:
    """Return `template` with tags that say nothing beyond paragraphs, lists and inline styles.

    Their other attributes are dropped. On the front, what the template hides until a click stays
    hidden; the back may show it. Fields in attributes, such as an address, stay where they are.
    """
    lost: dict[str, None] = {}

    def cleaned(match: re.Match[str]) -> str:
        slash, tag = match[1], match[2].lower()
        new = _renamed(tag)
        if new != tag and tag not in _LAYOUT:
            lost[tag] = None
        if slash or not new:
            end = f"</{new}>" if new else ""
            return f"{end} " if tag in ("td", "th") else end
        kept = "".join(
            [
                f" {name.lower()}={value}"
                for name, value in _ATTRIBUTE.findall(match[3])
                if name.lower() in _ADDRESSES.get(new, ())
            ]
        )
        hides = is_front and (tag == "details" or _HIDDEN.search(match[3]))
        return f"<{new}{kept}{' hidden' if hides else ''}>"

    html = _TAG.sub(cleaned, _without_unshown(template, lost))
    return CleanTemplate(html, tuple(lost))


def _without_unshown(template: str, lost: dict[str, None]) -> str:
    """Return `template` without comments, scripts and the like; add the tags of these to `lost`."""
    lower = template.lower()
    kept, position = [], 0
    ends: dict[str, int] = {}
    for start in _UNSHOWN.finditer(template):
        tag = (start[1] or start[2]).lower()
        if start.start() < position or ends.get(tag) == -1:
            continue
        end = "-->" if tag == "!--" else f"</{tag}"
        ends[tag] = lower.find(end, start.end())
        if ends[tag] == -1:
            continue
        kept.append(template[position : start.start()])
        after = ends[tag] + len(end)
        position = after if tag == "!--" else template.find(">", after) + 1 or len(template)
        if tag not in ("!--", "style"):
            lost[tag] = None
    return "".join([*kept, template[position:]])


def _renamed(tag: str) -> str:
    """Return the tag that stands for `tag`; empty if nothing does."""
    if tag in _KEPT or tag in _ADDRESSES:
        return tag
    if tag == "hr":
        return "br"
    if tag in _PARAGRAPHS:
        return "p"
    if tag in _BLOCKS:
        return "div"
    return "" if tag in _DROPPED else "span"
