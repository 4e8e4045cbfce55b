"""Which TeX a formula may hold."""

from __future__ import annotations

import pytest

from quizgen.model.text.tex import tex_fault


@pytest.mark.parametrize(
    "tex",
    [
        r"x^2_1\alpha\,\mathbb{R}\not= 5\,000\text{ mm}",
        r"\frac{1}{2}\\[3em]\genfrac{(}{)}{0pt}{}{n}{k}",
        r"\begin{pmatrix*}[r]1&2\\3\end{pmatrix*}\begin{array}{c|c}a&b\end{array}",
        r"\kern1em\hspace{3cm}\sqrt[3]{x}\operatorname*{argmax}_x\left\{x\right\}",
        r"\color{red}a\textcolor{#ff0000}{b}\ce{H2O}\pu{3 kg}",
        r"\arctg x + \BbbR",  # what paper can set and MathJax cannot
    ],
)
def test_what_sets_signs_is_allowed(tex: str) -> None:
    assert tex_fault(tex) is None


@pytest.mark.parametrize(
    ("tex", "named"),
    [
        (r"a\href{javascript:x}{c}", r"\href"),
        (r"\mmlToken{mi}[href='x']{c}", r"\mmlToken"),
        (r"\require{html}\class{a}{b}", r"\require"),
        (r"\text{\style{position:fixed}{c}}", r"\style"),
        (r"\cssId{a}{b}", r"\cssId"),
        (r"\data{a}{b}", r"\data"),
        (r"\unicode[a]{65}", r"\unicode"),
        (r"\def\x{y}", r"\def"),
        (r"\let\x\y", r"\let"),
        (r"\newcommand{\x}{y}", r"\newcommand"),
        (r"\DeclareMathOperator{\sin}{y}", r"\DeclareMathOperator"),
        (r"\toggle{a}{b}\endtoggle", r"\toggle"),
        (r"\enclose{box}[style='x']{c}", r"\enclose"),
        (r"\bbox[border:1px]{c}", r"\bbox"),
        (r"\cancel [mathbackground=red]{c}", r"\cancel"),
        (r"\begin{empheq}[x]{c}\end{empheq}", r"\begin"),
        (r"\begin\x{a}", r"\begin"),
        (r"\color{url(http://x)}a", r"\color"),
        (r"\color[RGB]{1,2,3}a", r"\color"),
        (r"\kern-99em x", r"\kern"),
        (r"a\\[500em]b", r"\\"),
        (r"\hspace*{9999pt}", r"\hspace"),
        (r"\genfrac{(}{)}{99pt}{}{a}{b}", r"\genfrac"),
        (r"\rule{99em}{99em}", r"\rule"),
        (r"\ce{\\href{a}{b}}", r"\\"),
        (r"\label{a}\ref{a}", r"\label"),
        (r"a\) b", r"\)"),
        ("a\\", "\\"),
        ("\\frca{1}{2}", r"\frca"),
    ],
)
def test_everything_else_is_named(tex: str, named: str) -> None:
    fault = tex_fault(tex)
    assert fault is not None
    assert fault.text == named
