"""The HTML that fronts and backs are put together from."""

from __future__ import annotations

from importlib.resources import files

_SCRIPT = files("quizgen.writers.anki").joinpath("script.js").read_text(encoding="utf-8")


def front(body: str, *, script: bool = False) -> str:
    """Return a front. A retired note shows none, so that Anki offers to delete its cards."""
    return f"{{{{^Retired}}}}{_side('front', body, script)}{{{{/Retired}}}}"


def _side(side: str, body: str, script: bool) -> str:
    run = f"\n<script>\n{_SCRIPT}</script>" if script else ""
    root = f'<div class="quizgen {side}" data-card="{{{{Id}}}}" lang="{{{{Language}}}}">'
    return f"{root}\n{body}\n</div>{run}"


def back(body: str, *, script: bool = False) -> str:
    """Return a back: what answers, then what every note has."""
    explanation = block("explanation", "{{Explanation}}", given="Explanation")
    return _side("back", body + explanation + block("source", "{{Source}}", given="Source"), script)


def block(name: str, content: str, *, given: str | None = None) -> str:
    """Return a block of class `name`; `given` names the field without which it is left out."""
    block = f'<div class="{name}" dir="auto">{content}</div>'
    return f"{{{{#{given}}}}}{block}{{{{/{given}}}}}\n" if given else block


STEM = block("stem", "{{Question}}")
RULE = '<hr id="answer">'
