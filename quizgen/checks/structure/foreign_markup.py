"""Markup that quizgen does not read, and that pupils would see as it was typed: HTML, and TeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quizgen.checks.base import DiagnosticKind, StructureCheck
from quizgen.checks.text_places import texts_with
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.pattern import pattern
from quizgen.model.source import Span
from quizgen.model.text import Math, inline_runs
from quizgen.readers.yaml import ScalarNode

_TAGS = (
    "b|strong|i|em|u|s|br|p|div|span|sub|sup|ul|ol|li|img|a|font|center|table|tr|td|th|hr|h[1-6]"
)
_NAMED = (
    "nbsp|amp|lt|gt|quot|apos|copy|reg|deg|euro|pound|cent|sect|times|divide|plusmn|micro|middot|"
    "frac(?:12|14|34)|[nm]dash|hellip|[lrb]dquo|[lr]squo|[lr]aquo|bull|[lr]arr|infin|ne|[lg]e|"
    "alpha|beta|gamma|delta|pi|omega|[aeiouy](?:acute|grave|circ|uml|tilde|ring)|ntilde|ccedil|"
    "szlig|[ao]elig|oslash|shy|thinsp|e[nm]sp|zwn?j"
)
"""The names of characters that texts from the web hold most."""

_SIGNS = ("<", "&", "$", "\\")
"""One of them stands in all markup that is looked for. Most texts have none."""
_MARKUP_SIGN = pattern(r"[<&$\\]")

_HTML = pattern(
    rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|&(?:{_NAMED}|#(?:3[489]|6[02]|x2[267]|x3[ce]));",
    re.IGNORECASE,
)
_REPLACEMENTS = {
    "b": "**bold**",
    "strong": "**bold**",
    "i": "*emphasis*",
    "em": "*emphasis*",
    "sub": "~below~",
    "sup": "^above^",
    "br": "a new line behind `|`",
    "img": "![what it shows](file.png)",
    "a": "[words](https://…)",
    "&nbsp;": "a common space",
    "&lt;": "the sign < itself",
    "&gt;": "the sign > itself",
    "&amp;": "the sign & itself",
}
"""What to write in place of a tag or a code, in Markdown."""

_TEX = pattern(
    r"\$(?=[^$\s])[^$\n]{0,300}?(?:\\[a-zA-Z]+|[\^_]\{?\w|[a-z] {0,9}=)[^$\n]{0,300}?\$"
    r"|(?<![\w$])\$(?=[^$\n]{0,60}[A-Za-z])(?![\s)])"
    r"(?:[A-Za-z](?![A-Za-z])|\d+(?:[.,]\d+)?|(?<!\s)[!']|[-+*/·×÷=<>≤≥≠≈±√∞π()|, ]){1,60}"
    r"(?<![\s(,+*/=<>-])\$(?![\w$])"
)
"""A formula: between dollars, with a command, an exponent, an index or an equation of letters; or
of letters that stand alone, figures and signs."""


_BRACKETED_TEX = pattern(
    r"\\\((?P<round>[^\n]{1,300}?)\\\)|\\\[(?P<square>[^\n]{1,300}?)\\\]|\$\$(?P<dollars>[^$\n]{1,300})\$\$"
)
"""A formula as Anki and LaTeX have it. Markdown takes the backslash of ``\\(`` away."""

_IN_TEX = pattern(r"\\[a-zA-Z]+|[\^_=]|\A\s*\w\s*\Z")
"""What tells a formula from words between brackets, such as ``\\[sic\\]``."""


def _bracketed_tex(plain: str, *, has_math: bool) -> str | None:
    """Return the first formula in `plain` between signs that are none of quizgen's, or None.

    With math, quizgen reads those between two dollars.
    """
    for match in _BRACKETED_TEX.finditer(plain):
        inner = match["round"] or match["square"] or ("" if has_math else match["dollars"])
        if inner and _IN_TEX.search(inner):
            return match[0]
    return None


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each file of `bank` and kind of markup, at its first place."""
    texts = [placed for placed in texts_with(_SIGNS, bank) if may_have_markup(placed.text.span)]
    has_math = any(isinstance(run, Math) for text, _ in texts for run in inline_runs(text.runs))
    html: dict[Path, list[tuple[Span, str]]] = {}
    tex: dict[Path, list[tuple[Span, str]]] = {}
    bracketed: dict[Path, list[tuple[Span, str]]] = {}
    for text, span in texts:
        plain = _as_typed(text.span)
        if _MARKUP_SIGN.search(plain):
            if tag := tag_in(plain):
                html.setdefault(span.source.path, []).append((span, tag))
            if formula := _bracketed_tex(plain, has_math=has_math):
                bracketed.setdefault(span.source.path, []).append((span, formula))
            elif not has_math and (match := _TEX.search(plain)):
                tex.setdefault(span.source.path, []).append((span, match[0]))
    for places in html.values():
        span, tag = places[0]
        yield html_in_text(span, tag, _more(places))
    for places in tex.values():
        span, formula = places[0]
        yield FORMULA_WITHOUT_MATH.at(
            span,
            f"pupils will see {formula[:40]} with its dollar signs{_more(places)}",
            "if it is a formula, write `math: true` in bank.yaml",
        )
    for places in bracketed.values():
        span, formula = places[0]
        yield FORMULA_WITHOUT_MATH.at(
            span,
            f"{formula[:40]} is no formula here, and pupils will see its signs{_more(places)}",
            "write it between single dollars, such as `$x^2$`"
            + ("" if has_math else ", and `math: true` in bank.yaml"),
        )


def may_have_markup(span: Span) -> bool:
    """Return whether a sign of markup may be typed at `span`; most texts have none."""
    return not isinstance(span, ScalarNode) or _MARKUP_SIGN.search(span.value) is not None


def tag_in(plain: str) -> str | None:
    """Return the first tag or code of HTML in `plain`, or None."""
    match = _HTML.search(plain)
    return match[0] if match else None


def formula_in(plain: str) -> str | None:
    """Return the first formula in TeX in `plain`, between whichever signs, or None."""
    match = _TEX.search(plain)
    return match[0] if match else _bracketed_tex(plain, has_math=False)


def html_in_text(span: Span, tag: str, more: str = "") -> Diagnostic:
    """Return the diagnostic for `tag` in the text at `span`; `more` says where else there are."""
    return HTML_IN_TEXT.at(span, f"pupils will see {tag} as it stands here{more}", _help(tag))


def formula_in_deck_file(span: Span, formula: str) -> Diagnostic:
    """Return the diagnostic for `formula` in the text of a deck file at `span`."""
    return FORMULA_WITHOUT_MATH.at(
        span,
        f"a deck file has no formulas: {formula[:40]} is shown as it stands",
        "write it without the signs of TeX, such as x^2^ or H~2~O",
    )


def without_shown(typed: str) -> str:
    """Return the Markdown `typed` without what it shows as it stands."""
    return _SHOWN.sub("", typed)


_SHOWN = pattern(r"(?P<ticks>`+)[^`].*?(?P=ticks)|\\[<&$]", re.DOTALL)
"""What Markdown shows as it stands: between backticks, or a sign behind a backslash."""


def _as_typed(span: Span) -> str:
    """Return what is typed at `span`, without what Markdown shows as it stands.

    Return "" for a block of code of a passage, and for a text of no place of its own.
    """
    if isinstance(span, ScalarNode):
        return without_shown(span.value)
    if span.source.path.suffix != ".md":
        return ""
    lines = [span.source.line(number) for number in range(span.line, span.end.line + 2)]
    is_code = lines[0].lstrip().startswith(("```", "~~~")) or lines[0].startswith("    ")
    return "" if is_code else without_shown("\n".join(lines))


def _more(places: list[tuple[Span, str]]) -> str:
    count = len(places) - 1
    return f", and the like in {count} more text{'s' * (count > 1)} of this file" if count else ""


def _help(tag: str) -> str:
    name = re.sub(r"[</>]|\s.*", "", tag).lower()
    replacement = _REPLACEMENTS.get(name)
    write = f"write {replacement} instead; " if replacement else ""
    return f"{write}texts are Markdown, not HTML; put it between backticks if it is to be seen"


FORMULA_WITHOUT_MATH = DiagnosticKind(
    name="formula-without-math",
    severity=Severity.WARNING,
    doc="""
    A text holds what looks like a formula in TeX, and the bank does not say `math: true`: so the
    dollar signs are money, and pupils see them. Or the formula stands between other signs, as in
    `\\(x^2\\)`: quizgen reads `$x^2$`. It is reported once a file.
    """,
)

HTML_IN_TEXT = StructureCheck(
    name="html-in-text",
    severity=Severity.WARNING,
    doc="""
    A text holds an HTML tag such as `<b>` or a code such as `&nbsp;`, which pupils see as it
    stands. Write Markdown: `**bold**`, `*emphasis*`, `H~2~O`, `x^2^`. A tag that is to be seen
    stands between backticks. It is reported once a file.
    """,
    find=find,
    further=(FORMULA_WITHOUT_MATH,),
)
