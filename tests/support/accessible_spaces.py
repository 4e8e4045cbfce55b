"""PDF forms with every space to type in, for software that looks for barriers in them."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.model.assessment import Printing
from quizgen.model.text import Text
from support.pdf_samples import assessment, choice, essay, files, gaps, item, match, section
from support.script_fonts import NOTO, STEMS, fonts


def spaces_on_screen(language: str) -> dict[str, bytes]:
    """Every space to type in, and fields in a text of another script."""
    stem = STEMS.get(language, "Well?")
    boxes = [
        replace(item(f"s{kind.value}", stem, essay("x")), space=AnswerSpace(kind, height=height))
        for kind in SpaceKind
        for height in (8.0, 30.0)
    ]
    boxes.append(replace(item("high", stem, essay("x")), space=AnswerSpace(height=400.0)))
    phrase = "a phrase of so many words that no line of any sheet can hold it, written by hand"
    boxes.append(item("long", Text(()), gaps(f"{stem} {{{{c1::{phrase}}}}} {{{{c2::it}}}}.")))
    boxes.append(item("m", stem, match({stem: "1", "abc": stem}, "x")))
    boxes.append(item("c", stem, choice([stem, "b"], "abc")))
    printing = Printing(columns=2, fillable=True)
    made = assessment(section(*boxes), title=stem, language=language, printing=printing)
    return files(made, machine_fonts=fonts(*NOTO))
