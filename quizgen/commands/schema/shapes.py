"""What a key's shape is as a JSON Schema.

Editors read YAML by its own rules: ``15`` is a number and ``true`` a truth value there. For
quizgen both are what was typed, so a text may be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from quizgen.readers.deck_file import TypeName
from quizgen.readers.fonts import FontPath
from quizgen.readers.keys import Key, KeyTable
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.question_types.cloze import TextWithGaps
from quizgen.readers.question_types.dates import IsoDate
from quizgen.readers.question_types.multiple_choice import OptionShape
from quizgen.readers.question_types.parts import PartsOf
from quizgen.readers.roster import RosterPath
from quizgen.readers.shapes import (
    Either,
    Flag,
    InlineText,
    ListOf,
    Number,
    OneOf,
    PairsOf,
    Shape,
    WholeNumber,
    WordShape,
)
from quizgen.readers.topic_file import RawEntry
from quizgen.writers.exporting.deck_part import FormatName

JsonSchema: TypeAlias = dict[str, Any]

QUESTION = "#/definitions/question"

_TEXT: JsonSchema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A single value that is not empty; an empty one is null in an editor."""


def table_schema(table: KeyTable) -> JsonSchema:
    """Return the schema of a mapping with the keys of `table` and no others."""
    return {
        "type": "object",
        "properties": {key.name: key_schema(key) for key in table.keys},
        "required": [key.name for key in table.keys if key.required],
        "additionalProperties": False,
    }


def key_schema(key: Key[Any]) -> JsonSchema:
    """Return the schema of the value of `key`, with the sentence that an editor shows."""
    return {"description": key.doc, **shape_schema(key.shape)}


def shape_schema(shape: Shape[Any]) -> JsonSchema:
    """Return the schema of the values that `shape` reads; of any for a shape unknown here."""
    return _single(shape) or _several(shape) or {}


_DATE = r"^\s*[-−–]?[0-9]{1,4}(-[0-9]{2}){0,2}\s*([A-Za-z][A-Za-z. -]*)?$"
"""A date as authors write it; what stands behind the year names the time before our era."""


def _single(shape: Shape[Any]) -> JsonSchema | None:
    """Return the schema of a `shape` that reads one value; None for another shape."""
    match shape:
        case InlineText() | FontPath() | RosterPath():
            return _TEXT
        case TextWithGaps():
            return {"type": "string", "pattern": r"\{\{c[1-9][0-9]*::"}
        case IsoDate():
            return {"type": ["string", "integer"], "pattern": _DATE}
        case WordShape():
            return _word(shape)
        case TypeName():
            return {"enum": [question_type.name for question_type in QUESTION_TYPES]}
        case FormatName():
            return {"enum": list(shape.names)}
        case Flag():
            return {"anyOf": [{"type": "boolean"}, _in_any_case(shape.words)]}
        case OneOf():
            return {"anyOf": [{"enum": shape.words}, _in_any_case(shape.words)]}
        case Either():
            return {"anyOf": [shape_schema(shape.word), shape_schema(shape.other)]}
        case WholeNumber(minimum=minimum, maximum=maximum):
            limits = {"minimum": minimum, "maximum": maximum}
            return {"type": ["integer", "string"], "pattern": r"^\s*[0-9]{1,9}\s*$", **limits}
        case Number(signed=signed, pattern=pattern):
            schema = {"type": ["number", "string"], "pattern": rf"^\s*{pattern}\s*$"}
            return schema if signed else {**schema, "minimum": 0}
    return None


def _several(shape: Shape[Any]) -> JsonSchema | None:
    """Return the schema of a `shape` that reads a list or a mapping; None for another."""
    match shape:
        case ListOf(shape=part, min_count=min_count, or_one=or_one, max_count=max_count):
            several = {"type": "array", "items": shape_schema(part), "minItems": min_count}
            if max_count is not None:
                several["maxItems"] = max_count
            return {"anyOf": [shape_schema(part), several]} if or_one else several
        case PairsOf(first=first, second=second, min_count=min_count, max_count=max_count):
            return _pairs(
                shape_schema(first)["pattern"], shape_schema(second), min_count, max_count
            )
        case PartsOf(lines=lines, table=table):
            schema = shape_schema(lines)
            line_list = schema["anyOf"][1]
            line_list["items"] = {"anyOf": [line_list["items"], table_schema(table)]}
            return schema
        case OptionShape(table=table):
            return {"anyOf": [_TEXT, table_schema(table)]}
        case RawEntry():
            return {"$ref": QUESTION}
        case object(written_as=written):
            return shape_schema(written)
        case object(table=KeyTable() as table):
            return table_schema(table)
    return None


def _word(shape: WordShape) -> JsonSchema:
    kinds = {"number": ("1", "0.9"), "boolean": ("true",)}
    allowed = [
        kind for kind, examples in kinds.items() if any(map(shape.pattern.fullmatch, examples))
    ]
    signed = "number" not in allowed or shape.pattern.fullmatch("-1")
    return {
        "type": ["string", *allowed],
        "pattern": _whole(shape.pattern.pattern),
        "patternErrorMessage": shape.help,
        **({} if signed else {"minimum": 0}),
    }


def _whole(pattern: str) -> str:
    r"""Return `pattern` for a whole value, in the notation of ECMA 262.

    There ``\w`` is ASCII, unlike Python's, and a quotation mark is not escaped.
    """
    parts, in_set = [], False
    for match in re.finditer(r"\\?.", pattern):
        part = match[0]
        in_set = part == "[" or (in_set and part != "]")
        if part == r"\w":
            part = r"\p{L}\p{N}_" if in_set else r"[\p{L}\p{N}_]"
        parts.append('"' if part == r"\"" else part)
    return f"^(?:{''.join(parts)})$"


def _in_any_case(words: Iterable[str]) -> JsonSchema:
    """Return the schema of one of `words`, in capitals or not."""
    spelled = ["".join(f"[{c.upper()}{c}]" for c in word.lower()) for word in words]
    return {"type": "string", "pattern": f"^({'|'.join(spelled)})$"}


def _pairs(pattern: str, second: JsonSchema, min_count: int, max_count: int) -> JsonSchema:
    """Return the schema of ``first: second`` lines, or of a list of mappings with one each."""
    lines = {
        "type": "object",
        "propertyNames": {"pattern": pattern},
        "additionalProperties": second,
    }
    single = {**lines, "minProperties": 1, "maxProperties": 1}
    return {
        "anyOf": [
            {**lines, "minProperties": min_count, "maxProperties": max_count},
            {"type": "array", "items": single, "minItems": min_count, "maxItems": max_count},
        ]
    }
