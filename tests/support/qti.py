"""Packages of QTI as tests need them: built, read, and answered in every wrong way."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias
from xml.etree.ElementTree import Element, fromstring

from quizgen.commands.build.build import build
from support import write_project

Answer: TypeAlias = str | list[str]
NS = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"


def package(root: Path, questions: str, format: str = "qti3", **bank: str) -> dict[str, bytes]:
    """The files of the package with `questions`, by their paths."""
    deck = f"bank: talks\nexports: {{format: {format}}}\n"
    result = build(write_project(root, questions, deck=deck, **bank), built=1)
    (file,) = [path for path in result.files if path.suffix == ".zip"]
    with zipfile.ZipFile(file) as inside:
        return {name: inside.read(name) for name in inside.namelist()}


def items(files: dict[str, bytes]) -> list[bytes]:
    """The items of a package."""
    return [content for name, content in files.items() if name.endswith(".item.xml")]


def right_answers(xml: bytes) -> dict[str, Answer]:
    """The correct response of each response variable of an item of QTI 3."""
    found: dict[str, Answer] = {}
    for declared in fromstring(xml).iter(f"{NS}qti-response-declaration"):
        values = [value.text or "" for value in declared.iter(f"{NS}qti-value")]
        if values:
            is_single = declared.get("cardinality") == "single"
            found[declared.get("identifier", "")] = values[0] if is_single else values
    return found


def wrong_answers(xml: bytes) -> Iterator[dict[str, Answer]]:
    """Every answer to an item that differs from the right one in a single thing."""
    root, right = fromstring(xml), right_answers(xml)
    for declared in root.iter(f"{NS}qti-response-declaration"):
        name = declared.get("identifier", "")
        for wrong in _wrong(declared, right[name], root):
            yield {**right, name: wrong}


def _wrong(declared: Element, right: Answer, root: Element) -> Iterator[Answer]:
    names = [one.get("identifier", "") for one in root.iter(f"{NS}qti-simple-choice")]
    match declared.get("base-type"), right:
        case "string", str():
            yield from (f"{right}x", right[:-1], "")
        case "float", str():
            yield from (str(float(right) + 1000), str(float(right) - 1000), "", "x")
        case "identifier", str():
            yield from (name for name in names if name != right)
        case "identifier", list() if declared.get("cardinality") == "multiple":
            yield from ([one for one in right if one != left_out] for left_out in right)
            yield from ([*right, more] for more in names if more not in right)
            yield []
        case "identifier", list():
            for place in range(len(right) - 1):
                one, other = right[place : place + 2]
                yield [*right[:place], other, one, *right[place + 2 :]]
        case "directedPair", list():
            responses = {
                one.get("identifier", "") for one in list(root.iter(f"{NS}qti-simple-match-set"))[1]
            }
            for place, pair in enumerate(right):
                premise, response = pair.split()
                yield [*right[:place], *right[place + 1 :]]
                for other in sorted(responses - {response}):
                    yield [*right[:place], f"{premise} {other}", *right[place + 1 :]]
        case kind:
            raise AssertionError(kind)
