"""A content package: the items, a test that asks them, pictures, and the manifest of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from urllib.parse import quote
from xml.etree.ElementTree import Element

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.item import Difficulty
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.files.media_names import media_names, shown_in
from quizgen.writers.exporting.files.xhtml import converter
from quizgen.writers.exporting.files.xml_file import add, element, xml_bytes
from quizgen.writers.exporting.item_html import by_section
from quizgen.writers.exporting.qti.item import item_element
from quizgen.writers.exporting.qti.losses import losses_of
from quizgen.writers.exporting.qti.vocabulary import Version, identifier, put, q, spelt
from quizgen.writers.shared.zip_file import zip_bytes

_MANIFESTS = {
    Version.QTI21: (
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        ("QTIv2.1 Package", "1.0.0"),
        ("imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1", "webcontent"),
    ),
    Version.QTI3: (
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        ("QTI Package", "3.0.0"),
        ("imsqti_item_xmlv3p0", "imsqti_test_xmlv3p0", "webcontent"),
    ),
}
"""Of each version: the namespace of manifests, their schema with its version, types of files."""
_LOM = "http://ltsc.ieee.org/xsd/LOM"
_DIFFICULTY = {
    Difficulty.EASY: "easy",
    Difficulty.MEDIUM: "medium",
    Difficulty.HARD: "difficult",
}
TEST = "test.xml"
_MAX_SPELT = 40
"""Bytes of a name that its file spells; longer names become a digest. By eye."""


def render(export: Export, bank: Bank, version: Version) -> Rendered:
    """Return the package of `export` in `version`, and what is lost of its questions."""
    names = media_names(bank.media)
    addresses = {name: quote(path) for name, path in names.items()}
    html = converter(addresses, {quote(p): _player(p, version) for p in names.values()})
    files: dict[str, bytes] = {}
    used: dict[str, list[str]] = {}
    for question in export.questions:
        content = xml_bytes(item_element(question, bank.language, html, version), indented=False)
        files[item_file(question)] = content
        used[item_file(question)] = list(shown_in(question.item, names))
    media = {
        path: bank.media[name].content
        for name, path in names.items()
        if any(path in paths for paths in used.values())
    }
    manifest = xml_bytes(_manifest(export, bank, version, used, list(media)))
    test = xml_bytes(_test(export, bank, version))
    content = zip_bytes({"imsmanifest.xml": manifest, TEST: test, **files, **media})
    losses = (loss for q in export.questions for loss in losses_of(q.item, bank.language, version))
    return Rendered(content, tuple(losses))


def item_file(question: Question) -> str:
    """Return the name of the file of `question` in the package: plain letters, digits, dashes."""
    name = identifier(question.item.name)
    if not name.isascii():
        content = name.encode("utf-8")
        if len(content) > _MAX_SPELT:
            content = blake2b(content, digest_size=_MAX_SPELT).digest()
        name = f"item-{content.hex()}"
    return f"{name}.item.xml"


def _player(path: str, version: Version) -> str:
    address = quote(path)
    if version is Version.QTI3:
        return f'<audio controls="controls" src="{address}"></audio>'
    ending = path.rpartition(".")[2].lower()
    kind = {"mp3": "mpeg", "m4a": "mp4", "oga": "ogg", "opus": "ogg"}.get(ending, ending)
    return f'<object type="audio/{kind}" data="{address}"></object>'


def _test(export: Export, bank: Bank, version: Version) -> Element:
    """Return the test that asks all questions, in a section for each topic."""
    root = q("assessmentTest", identifier="test", title=bank.title.plain)
    part = put(
        root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual"
    )
    for number, (topic, questions) in enumerate(by_section(export.questions, bank), 1):
        section = put(
            part, "assessmentSection", identifier=f"section{number}", title=topic, visible="true"
        )
        for question in questions:
            put(
                section,
                "assessmentItemRef",
                identifier=identifier(question.item.name),
                href=item_file(question),
            )
    return spelt(root, version)


def _manifest(
    export: Export,
    bank: Bank,
    version: Version,
    used: Mapping[str, Sequence[str]],
    media: Sequence[str],
) -> Element:
    namespace, schema, (item_type, test_type, file_type) = _MANIFESTS[version]
    root = element("manifest", xmlns=namespace, identifier="manifest")
    metadata = add(root, "metadata")
    add(metadata, "schema", schema[0])
    add(metadata, "schemaversion", schema[1])
    add(root, "organizations")
    resources = add(root, "resources")
    test = _resource(resources, "test", test_type, TEST)
    for question in export.questions:
        file, name = item_file(question), identifier(question.item.name)
        add(test, "dependency", identifierref=f"item-{name}")
        resource = _resource(resources, f"item-{name}", item_type, file)
        _describe(resource, question, bank.language)
        for path in used[file]:
            add(resource, "dependency", identifierref=f"media-{media.index(path) + 1}")
    for number, path in enumerate(media, 1):
        _resource(resources, f"media-{number}", file_type, path)
    return root


def _resource(resources: Element, name: str, type_: str, file: str) -> Element:
    resource = add(resources, "resource", identifier=name, type=type_, href=quote(file))
    add(resource, "file", href=quote(file))
    return resource


def _describe(resource: Element, question: Question, language: str) -> None:
    """Tell the tags and the difficulty of `question` (IEEE LOM)."""
    item = question.item
    if not (item.tags or item.difficulty):
        return
    lom = element("lom", xmlns=_LOM)
    if item.tags:
        general = add(lom, "general")
        for tag in item.tags:
            add(add(general, "keyword"), "string", tag.value, language=language)
    if item.difficulty:
        level = add(add(lom, "educational"), "difficulty")
        add(level, "source", "LOMv1.0")
        add(level, "value", _DIFFICULTY[item.difficulty])
    metadata = element("metadata")
    metadata.append(lom)
    resource.insert(0, metadata)
