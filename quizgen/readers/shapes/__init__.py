"""Shapes of the values of keys, such as a text, a number or a list.

A shape turns a node into a value, or reports why the node has no such value and returns None.
"""

from quizgen.readers.shapes.base import Reading, Shape, scalar, wrong_kind
from quizgen.readers.shapes.either import Either
from quizgen.readers.shapes.lists import ListOf, PairsOf
from quizgen.readers.shapes.numbers import Number, WholeNumber
from quizgen.readers.shapes.texts import BlockText, InlineText, note_oddities, report_blocks
from quizgen.readers.shapes.words import Flag, OneOf, RefusedPattern, WordShape, composed

__all__ = [
    "BlockText",
    "Either",
    "Flag",
    "InlineText",
    "ListOf",
    "Number",
    "OneOf",
    "PairsOf",
    "Reading",
    "RefusedPattern",
    "Shape",
    "WholeNumber",
    "WordShape",
    "composed",
    "note_oddities",
    "report_blocks",
    "scalar",
    "wrong_kind",
]
