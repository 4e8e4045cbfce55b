"""The HTML that fronts and backs are put together from."""

from __future__ import annotations

from importlib.resources import files

from quizgen.writers.shared.typed_answers import JUDGE

_ASSETS = files("quizgen.writers.anki")
_FLIP = _ASSETS.joinpath("flip.js").read_text(encoding="utf-8")
_SCRIPT = _ASSETS.joinpath("script.js").read_text(encoding="utf-8")


def front(body: str, *, script: bool = False, hint: bool = True) -> str:
    """Return the HTML of a front template.

    A retired note shows none, so that Anki offers to delete its cards.
    With `hint`, the author's hint is below the body, where there is one.
    """
    body += _HINT if hint else ""
    return (
        f"{{{{^Retired}}}}{_side('front', body, _FLIP + _SCRIPT if script else '')}{{{{/Retired}}}}"
    )


def _side(side: str, body: str, script: str) -> str:
    run = f"\n<script>\n{script}</script>" if script else ""
    root = f'<div class="quizgen {side}" data-card="{{{{Id}}}}" lang="{{{{Language}}}}">'
    return f"{root}\n{body}\n</div>{run}"


def back(body: str, *, script: bool = False, judge: bool = False, speech: bool = True) -> str:
    """Return the HTML of a back template: `body`, then explanation, source and id.

    With `judge`, its script can judge what was typed. With `speech`, the answer is spoken, where
    that is wanted.
    """
    explanation = block("explanation", "{{Explanation}}", given="Explanation")
    source = block("source", "{{Source}}", given="Source")
    run = (JUDGE if judge else "") + (_SCRIPT if script else "")
    foot = explanation + source + (ANSWER_SPEECH if speech else "") + _ID_LINE
    return _side("back", body + foot, run)


def block(name: str, content: str, *, given: str | None = None) -> str:
    """Return a `div` of class `name`; with `given`, only where that field has content."""
    block = f'<div class="{name}" dir="auto">{content}</div>'
    return f"{{{{#{given}}}}}{block}{{{{/{given}}}}}\n" if given else block


STEM = block("stem", "{{Question}}")
RULE = '<hr id="answer">'
ANSWER_SPEECH = block("speech", "{{Speech of the answer}}", given="Speech of the answer")

_ID_LINE = '<div class="id" dir="ltr">{{Id}}</div>'
"""A pupil who reports a mistake can quote this id."""

_HINT_KEY = _ASSETS.joinpath("hint.js").read_text(encoding="utf-8")
_HINT = (
    "{{#Hint and speech}}\n{{Hint and speech}}\n"
    f"<script>\n{_HINT_KEY}</script>{{{{/Hint and speech}}}}"
)
