"""An arc diagram: the rooms one below the other, an arc from each to every room that it imports.

The order of the rooms is that of the contract in pyproject.toml, so every arc leads downwards.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "docs/images/architecture.svg"

_ROW, _TOP, _SPINE, _WIDTH = 54, 34, 590, 860
"""Pixels: from a room to the next, above the first, the line that the arcs start from, all."""

_WIDTHS = ((40, 5), (10, 3), (1, 1.2))
"""Imports from one room to another, and how wide their arc is then. Few steps: a plan that changes
with every import would be drawn anew by every change."""

_STYLE = """
  svg { color: #1f2328; font-family: system-ui, sans-serif; }
  .page { fill: #ffffff; }
  @media (prefers-color-scheme: dark) {
    svg { color: #d6dbe1; }
    .page { fill: #10151c; }
  }
  text { fill: currentColor; }
  .room { font-weight: 600; font-size: 17px; }
  .what { font-size: 12px; opacity: .75; }
  path { fill: none; stroke: currentColor; opacity: .45; }
  circle { fill: currentColor; }
"""


def layers() -> list[list[str]]:
    """Return the rooms from the top down; rooms of one list do not know each other."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(
        contract
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract.get("containers") == ["quizgen"]
    )
    return [layer.split(" | ") for layer in contract["layers"]]


def rooms() -> list[str]:
    """Return all rooms from the top down."""
    return [room for layer in layers() for room in layer]


def imports() -> Counter[tuple[str, str]]:
    """Return how many modules of one room import modules of another, by the two rooms."""
    graph = grimp.build_graph("quizgen")
    counts: Counter[tuple[str, str]] = Counter()
    for module in graph.modules:
        for other in graph.find_modules_directly_imported_by(module):
            one, two = (name.split(".")[1:2] for name in (module, other))
            if one and two and one != two:
                counts[one[0], two[0]] += 1
    return Counter({pair: n for pair, n in counts.items() if set(pair) <= set(rooms())})


def purpose(room: str) -> str:
    """Return the first sentence that a room's ``__init__.py`` says of it."""
    text = (ROOT / "quizgen" / room / "__init__.py").read_text(encoding="utf-8")
    return text.split('"""')[1].split("\n")[0].strip().replace("`", "")


def drawing() -> str:
    """Return the plan as SVG; the same graph always gives the same text."""
    order = rooms()
    y = {room: _TOP + _ROW * place for place, room in enumerate(order)}
    height = _TOP + _ROW * len(order)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        'aria-labelledby="title">',
        f'<title id="title">{escape(description())}</title>',
        f"<style>{_STYLE}</style>",
        # A page may be dark where the system is light, so the plan brings its own background.
        f'<rect class="page" width="{_WIDTH}" height="{height}" rx="8"/>',
    ]
    for (one, two), count in sorted(imports().items(), key=lambda item: (y[item[0][0]], item)):
        bulge = _SPINE + 26 + 26 * (order.index(two) - order.index(one))
        stroke = next(width for least, width in _WIDTHS if count >= least)
        parts.append(
            f'<path d="M{_SPINE},{y[one]} C{bulge},{y[one]} {bulge},{y[two]} {_SPINE},{y[two]}" '
            f'stroke-width="{stroke}"><title>{one} imports {two}</title></path>'
        )
    for room in order:
        parts.append(f'<circle cx="{_SPINE}" cy="{y[room]}" r="5"/>')
        parts.append(f'<text class="room" x="16" y="{y[room]}">{room}/</text>')
        parts.append(f'<text class="what" x="16" y="{y[room] + 17}">{escape(purpose(room))}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def description() -> str:
    """Return the plan in a sentence, for those who cannot see it."""
    names = [" and ".join(layer) for layer in layers()]
    return f"The rooms of quizgen; each imports only rooms below it: {', '.join(names)}."
