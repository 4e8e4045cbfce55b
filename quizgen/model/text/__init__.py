"""Author text: inline CommonMark, parsed once into runs that every writer escapes itself."""

from quizgen.model.text.compare import exact_key, same_key
from quizgen.model.text.gaps import Gap, parse_gaps
from quizgen.model.text.markdown import parse_text
from quizgen.model.text.runs import (
    Break,
    Image,
    Math,
    Run,
    Sound,
    Style,
    Styled,
    Text,
    is_blank,
    plain_text,
)

__all__ = [
    "Break",
    "Gap",
    "Image",
    "Math",
    "Run",
    "Sound",
    "Style",
    "Styled",
    "Text",
    "exact_key",
    "is_blank",
    "parse_gaps",
    "parse_text",
    "plain_text",
    "same_key",
]
