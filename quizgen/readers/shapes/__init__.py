"""What the value of a key can look like: a text, a number, a list of something.

A shape turns a node into a value, or reports why it cannot and gives None.
"""

from quizgen.readers.shapes.base import Reading, Shape, scalar, wrong_kind
from quizgen.readers.shapes.lists import ListOf, PairsOf
from quizgen.readers.shapes.numbers import Number, WholeNumber
from quizgen.readers.shapes.texts import InlineText, note_oddities
from quizgen.readers.shapes.words import Flag, OneOf, RefusedPattern, WordShape, composed

__all__ = [
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
    "scalar",
    "wrong_kind",
]
