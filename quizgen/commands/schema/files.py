"""The schemas of whole files."""

from __future__ import annotations

from quizgen.commands.schema.shapes import JsonSchema, key_schema, table_schema
from quizgen.readers.bank_folder import BANK_KEYS
from quizgen.readers.deck_file import deck_keys
from quizgen.readers.item_keys import COMMON_KEYS, TYPE
from quizgen.readers.keys import KeyTable
from quizgen.readers.question_types import QUESTION_TYPES, QuestionType
from quizgen.readers.topic_file import TOPIC_KEYS
from quizgen.writers import PART_KEYS

DRAFT = "http://json-schema.org/draft-07/schema#"


def bank_schema() -> JsonSchema:
    """Return the schema of ``bank.yaml``."""
    return _file("A quizgen bank", BANK_KEYS)


def deck_schema() -> JsonSchema:
    """Return the schema of a deck file."""
    return _file("A quizgen deck file", deck_keys(PART_KEYS))


def topic_schema() -> JsonSchema:
    """Return the schema of a topic file, with the keys of each question type."""
    types = {question_type.name: _type_schema(question_type) for question_type in QUESTION_TYPES}
    schema = _file("A topic of a quizgen bank", TOPIC_KEYS)
    return {**schema, "definitions": {"question": _question_schema(), **types}}


def _file(title: str, table: KeyTable) -> JsonSchema:
    return {"$schema": DRAFT, "title": title, **table_schema(table)}


def _question_schema() -> JsonSchema:
    """Return the schema of any question, whose ``type`` decides which keys it has."""
    names = [question_type.name for question_type in QUESTION_TYPES]
    common = {key.name: key_schema(key) for key in COMMON_KEYS}
    common[TYPE.name] = {
        "description": TYPE.doc,
        "enum": names,
        "enumDescriptions": [question_type.doc for question_type in QUESTION_TYPES],
        "markdownEnumDescriptions": [question_type.doc for question_type in QUESTION_TYPES],
    }
    return {
        "type": "object",
        "properties": common,
        "required": [key.name for key in COMMON_KEYS if key.required],
        "allOf": [
            {
                "if": {"properties": {TYPE.name: {"const": name}}, "required": [TYPE.name]},
                "then": {"$ref": f"#/definitions/{name}"},
            }
            for name in names
        ],
    }


def _type_schema(question_type: QuestionType) -> JsonSchema:
    """Return the schema of `question_type`: its own keys, and any value for the common keys."""
    schema = table_schema(KeyTable(question_type.name, question_type.keys))
    schema["properties"] |= {key.name: True for key in COMMON_KEYS}
    return schema
