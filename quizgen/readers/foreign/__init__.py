"""What readers of other programs' files give: questions as plain values, with their places."""

from quizgen.readers.foreign.model import (
    ForeignCard,
    ForeignChoice,
    ForeignEssay,
    ForeignFile,
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
    ForeignMatch,
    ForeignNumber,
    ForeignOption,
    ForeignQuestion,
    ForeignReader,
    ForeignShort,
    ForeignTask,
    html_of,
)

__all__ = [
    "ForeignCard",
    "ForeignChoice",
    "ForeignEssay",
    "ForeignFile",
    "ForeignGap",
    "ForeignGaps",
    "ForeignLoss",
    "ForeignMatch",
    "ForeignNumber",
    "ForeignOption",
    "ForeignQuestion",
    "ForeignReader",
    "ForeignShort",
    "ForeignTask",
    "html_of",
]
