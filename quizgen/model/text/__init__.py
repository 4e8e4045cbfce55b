"""Author text: CommonMark, parsed once into runs that every writer escapes itself."""

from quizgen.model.text.compare import exact_key, same_key
from quizgen.model.text.gap_parts import Gap, GapBlock, filled, gaps_of
from quizgen.model.text.gaps import parse_gaps
from quizgen.model.text.markdown import parse_text
from quizgen.model.text.runs import (
    BLOCKS,
    Block,
    Break,
    CodeBlock,
    Image,
    InlineRun,
    ListBlock,
    Math,
    Quotation,
    Refused,
    Run,
    Sound,
    Style,
    Styled,
    Table,
    Text,
    inline_runs,
    is_blank,
    plain_text,
    run_sequences,
)

__all__ = [
    "BLOCKS",
    "Block",
    "Break",
    "CodeBlock",
    "Gap",
    "GapBlock",
    "Image",
    "InlineRun",
    "ListBlock",
    "Math",
    "Quotation",
    "Refused",
    "Run",
    "Sound",
    "Style",
    "Styled",
    "Table",
    "Text",
    "exact_key",
    "filled",
    "gaps_of",
    "inline_runs",
    "is_blank",
    "parse_gaps",
    "parse_text",
    "plain_text",
    "run_sequences",
    "same_key",
]
