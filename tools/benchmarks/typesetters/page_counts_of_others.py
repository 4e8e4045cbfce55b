"""How many pages other typesetters take for the questions of `tools.benchmarks.page_counts`.

LaTeX's exam class in its usual letters, Computer Modern, with choices below each other, and typst
in quizgen's letters and distances. Both at 11 pt, on A4 with margins of 20 mm; no question is
divided. Each is None where it is not installed: Debian's `texlive-latex-extra` has the class.
"""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pdfplumber

from quizgen.model.assessment import Worksheet
from quizgen.model.item import Choice

_LATEX = r"""\documentclass[11pt,a4paper,addpoints]{exam}
\usepackage[margin=20mm]{geometry}
\usepackage{multicol}
\usepackage[T1]{fontenc}
\pagestyle{foot}\footer{}{}{Page \thepage\ of \numpages}
\begin{document}
{\Large\textbf{The League of Ports}}\par\medskip
\makebox[\textwidth]{Name:\enspace\hrulefill\enspace Class:\enspace\hrulefill}\medskip
"""
_QUESTION = r"""\begin{minipage}{\linewidth}\question[1] %s
\begin{choices}
%s
\end{choices}\end{minipage}\par\medskip
"""

_TYPST = """#set page(paper: "a4", margin: 20mm, columns: COLUMNS)
#set columns(gutter: 10mm)
#set text(font: "Source Serif Pro", size: 11pt, lang: "en")
#set par(leading: 6.7pt)
#set enum(numbering: "1.A.", body-indent: 7pt, spacing: 9.7pt)
#set block(spacing: 26.7pt, breakable: false)
#place(top, scope: "parent", float: true)[= The League of Ports
Name #box(width: 1fr, line(length: 100%)) Class #box(width: 1fr, line(length: 100%))]
"""


def texts(worksheet: Worksheet) -> list[tuple[str, list[str]]]:
    """Return the stem and the options of each question of `worksheet`."""
    return [
        (
            question.item.stem.plain,
            [option.text.plain for option in question.item.interaction.options],
        )
        for question in worksheet.questions
        if isinstance(question.item.interaction, Choice)
    ]


def exam_class_pages(worksheet: Worksheet, columns: int) -> int | None:
    """Return the pages of `worksheet` by LaTeX's exam class in so many `columns`."""
    if shutil.which("pdflatex") is None:
        return None
    items = [
        _QUESTION % (stem, "\n".join(f"\\choice {option}" for option in options))
        for stem, options in texts(worksheet)
    ]
    body = "\\begin{questions}\n" + "\n".join(items) + "\\end{questions}\n"
    if columns > 1:
        body = f"\\begin{{multicols}}{{{columns}}}\n{body}\\end{{multicols}}\n"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sheet.tex").write_text(f"{_LATEX}{body}\\end{{document}}\n", "utf-8")
        command = ["pdflatex", "-interaction=batchmode", "-no-shell-escape", "sheet.tex"]
        for _ in range(2):  # the second time, the number of pages is known
            subprocess.run(command, cwd=folder, capture_output=True, check=False)
        log = Path(folder, "sheet.log").read_text("utf-8", "replace")
    count = re.search(r"Output written on sheet\.pdf \((\d+) pages?", log)
    return int(count[1]) if count else None


def typst_pages(worksheet: Worksheet, columns: int) -> int | None:
    """Return the pages of `worksheet` by typst in so many `columns`."""
    if importlib.util.find_spec("typst") is None:
        return None
    from tools.benchmarks.typesetters.by_typst import typeset

    items = [
        f"#block[\n{number}. {stem}\n{_options(options)}]\n"
        for number, (stem, options) in enumerate(texts(worksheet), 1)
    ]
    source = _TYPST.replace("COLUMNS", str(columns)) + "".join(items)
    with pdfplumber.open(io.BytesIO(typeset(source.encode()))) as pdf:
        return len(pdf.pages)


def _options(options: Sequence[str]) -> str:
    return "".join(f"  + {option}\n" for option in options)
