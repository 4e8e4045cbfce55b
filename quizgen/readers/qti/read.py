"""QTI files and packages to their questions."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from quizgen.model.diagnostics import Report
from quizgen.model.item import Difficulty
from quizgen.model.source import at_line
from quizgen.readers.apkg.archive import Archive
from quizgen.readers.apkg.errors import PackageError
from quizgen.readers.foreign import (
    ForeignCase,
    ForeignFile,
    ForeignGaps,
    ForeignLoss,
    ForeignQuestion,
    html_of,
)
from quizgen.readers.foreign.choices import BadAnswerError, Losses
from quizgen.readers.foreign.texts import QUESTION_NOT_IMPORTED, without_tags
from quizgen.readers.foreign.xml import XmlElement, root_tag
from quizgen.readers.qti.item2 import Item2, normalized
from quizgen.readers.qti.item12 import ItemBody12, body_of, is_text_only, stem_of
from quizgen.readers.qti.markup import QtiMarkup
from quizgen.readers.qti.package import (
    ROOTS,
    QtiDocument,
    QtiPack,
    has_questions,
    read_alone,
    read_pack,
)
from quizgen.readers.qti.sections import ItemPlace, places

MAX_QUESTIONS = 20_000
_LEVELS = tuple(level.value for level in Difficulty)
_BY_A_MACHINE = re.compile(
    r"[a-zA-Z_]{0,6}-?(?:[0-9a-f]{12,}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{20,})|\d+|(?:QUE|OBJ|QUES)_\d+\w*"
)
"""Names that programs give to items, which say nothing in a bank."""


class QtiReader:
    """Reads QTI: a file by its root element, a package by its names."""

    name = "QTI (.zip, .imscc, .xml)"

    def is_mine(self, content: bytes, path: Path) -> bool:
        """Return whether the file is QTI, or a package that may hold it."""
        if not content.startswith(b"PK"):
            return root_tag(content) in ROOTS
        try:
            archive = Archive(content)
        except PackageError:
            return b"imsmanifest.xml" in content[-200_000:]
        names = archive.names
        others = ("word/", "xl/", "ppt/", "content.xml", "collection.anki", "META-INF/")
        if any(posixpath.basename(name) == "imsmanifest.xml" for name in names):
            return True
        return not any(name.startswith(others) for name in names) and has_questions(archive)

    def read(
        self, content: bytes, path: Path, report: Report, columns: Mapping[str, str]
    ) -> ForeignFile | None:
        """Return the questions of the file, as `ForeignReader` says."""
        read = read_pack if content.startswith(b"PK") else read_alone
        pack = read(content, path, report)
        return None if pack is None else _QtiFile(pack, report).questions()


class _QtiFile:
    """The documents of a file on their way to questions."""

    def __init__(self, pack: QtiPack, report: Report) -> None:
        self.pack = pack
        self.report = report
        self.losses: Losses = []
        self.languages: list[str] = []
        self.count = 0
        self.beyond = 0

    def questions(self) -> ForeignFile:
        questions = [one for d in self.pack.documents for one in self._of_document(d)]
        self.losses += self.pack.losses
        if self.beyond:
            what = f"{self.beyond:,} questions behind the first {MAX_QUESTIONS:,}"
            self.losses.append((ForeignLoss.CUT, what))
        named = {language for language in self.languages if language}
        language = named.pop() if len(named) == 1 and all(self.languages) else ""
        return ForeignFile(tuple(questions), tuple(self.losses), self.pack.files.media, language)

    def _of_document(self, document: QtiDocument) -> Iterator[ForeignQuestion]:
        if document.root.tag == "questestinterop":
            yield from self._of_qti_1(document)
        elif self.count < MAX_QUESTIONS:
            self.count += 1
            yield from self._of_qti_2(document)
        else:
            self.beyond += 1

    def _markup(self, document: QtiDocument) -> QtiMarkup:
        return QtiMarkup(lambda reference: self.pack.address(document, reference))

    def _of_qti_1(self, document: QtiDocument) -> Iterator[ForeignQuestion]:
        listed = list(places(document.root, is_one_of_several=len(self.pack.documents) > 1))
        for place in listed:
            if place.losses:
                self.losses += place.losses
            node = place.node
            if node is None:
                continue
            if self.count >= MAX_QUESTIONS:
                self.beyond += node.tag == "item"
                continue
            ident = node.attributes.get("ident", "")
            if node.tag == "bankentry_item":
                self._of_bank(document, node)
            elif is_text_only(node):
                if ident not in self.stimuli:
                    text = without_tags(stem_of(node, self._markup(document)))
                    self.losses.append((ForeignLoss.DESCRIPTION, text[:200]))
            else:
                self.count += 1
                yield from self._item(document, place, node, self.cases.get(ident, place.stimulus))

    @cached_property
    def cases(self) -> dict[str, str]:
        """Return for items of banks the item with the text that they are about."""
        entries = [e for d in self.pack.documents for e in d.root.find("bankentry_item")]
        return {
            entry.attributes["item_ref"]: entry.attributes["parent_stimulus_item_ident"]
            for entry in entries
            if {"item_ref", "parent_stimulus_item_ident"} <= entry.attributes.keys()
        }

    @cached_property
    def stimuli(self) -> frozenset[str]:
        return frozenset(self.cases.values())

    @cached_property
    def items(self) -> dict[str, tuple[QtiDocument, XmlElement]]:
        return {
            item.attributes.get("ident", ""): (document, item)
            for document in self.pack.documents
            for item in document.root.find("item")
        }

    def _of_bank(self, document: QtiDocument, entry: XmlElement) -> None:
        """Tell of an `entry` that stands for a question of a bank, where the bank is not there."""
        ident = entry.attributes.get("item_ref", "")
        if entry.attributes.get("entry_type", "Item").lower() != "item":
            bank = entry.attributes.get("sourcebank_ref", ident)
            self.losses.append((ForeignLoss.SELECTION, f"bank {bank}"))
        elif ident not in self.items:
            why = "it stands in a question bank that is not in this file; export that as well"
            self._refuse(document, entry, f"question {ident}", why)

    def _item(
        self, document: QtiDocument, place: ItemPlace, node: XmlElement, stimulus: str
    ) -> Iterator[ForeignQuestion]:
        markup = self._markup(document)
        try:
            body = body_of(node, markup)
        except BadAnswerError as error:
            text = without_tags(stem_of(node, self._markup(document)))
            self._refuse(document, node, text or node.attributes.get("title", ""), str(error))
            return
        self.languages.append(node.attributes.get("lang", ""))
        level = body.meta.get("qmd_levelofdifficulty", "").lower()
        yield ForeignQuestion(
            stem=_stem(body, node),
            task=body.task,
            place=at_line(document.source, node.line),
            where=_where(document, node),
            id=_name(node.attributes.get("ident", "")),
            topic=place.topic or body.meta.get("qmd_topic", ""),
            difficulty=level if level in _LEVELS else "",
            tags=tuple(body.meta.get("qmd_keywords", "").split()),
            explain=body.explain,
            hint=body.hint,
            points=body.points,
            case=self._case(stimulus or body.meta.get("parent_stimulus_item_ident", "")),
            losses=(*body.losses, *markup.losses),
        )

    def _case(self, ident: str) -> ForeignCase | None:
        entry = self.items.get(ident) if ident else None
        if entry is None:
            return None
        document, node = entry
        return ForeignCase(_name(ident) or ident, stem_of(node, self._markup(document)))

    def _of_qti_2(self, document: QtiDocument) -> Iterator[ForeignQuestion]:
        markup = self._markup(document)
        node = normalized(document.root)
        item = Item2(node, markup)
        try:
            item.read()
        except BadAnswerError as error:
            text = without_tags(item.stem) or node.attributes.get("title", "")
            self._refuse(document, node, text, str(error))
            return
        self.languages.append(node.attributes.get("lang", ""))
        yield ForeignQuestion(
            stem=item.stem,
            task=item.task,
            place=at_line(document.source, node.line),
            where=_where(document, node),
            id=_name(_with_bank(node)),
            topic=document.title,
            explain=tuple(item.explain),
            hint=item.hint,
            difficulty=document.about.difficulty,
            tags=document.about.tags,
            points=item.points,
            losses=(*item.losses, *markup.losses),
        )

    def _refuse(self, document: QtiDocument, node: XmlElement, text: str, why: str) -> None:
        self.report.warning(
            QUESTION_NOT_IMPORTED,
            at_line(document.source, node.line),
            f"{_where(document, node)}: “{' '.join(text.split())[:50]}” was left out: {why}",
            "correct it where it comes from and import it again; the questions that came stay",
        )


def _stem(body: ItemBody12, node: XmlElement) -> str:
    if body.stem or isinstance(body.task, ForeignGaps):
        return body.stem
    return html_of(node.attributes.get("title", ""))


def _where(document: QtiDocument, node: XmlElement) -> str:
    line = f"line {node.line}"
    return f"{document.name}, {line}" if document.name else line


def _with_bank(node: XmlElement) -> str:
    """Return the identifier of `node`, or its title ``BANK/id`` where it is made of that.

    No identifier has a slash, which stands behind the bank in exports of several.
    """
    ident, title = (node.attributes.get(name, "") for name in ("identifier", "title"))
    is_made_of = "/" in title and ident.lstrip("_") == title.replace("/", "-")
    return title if is_made_of else ident


def _name(ident: str) -> str:
    """Return `ident`, unless a program seems to have made it up."""
    is_long = len(ident.rpartition("/")[2]) > 50
    return "" if _BY_A_MACHINE.fullmatch(ident) or is_long else ident
