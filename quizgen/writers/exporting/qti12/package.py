"""The package: one file with all items, pictures, and the manifest."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from quizgen.model.bank import Bank
from quizgen.model.text.html import HtmlText
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.files.xhtml import formula
from quizgen.writers.exporting.files.xml_file import add, element, xml_bytes
from quizgen.writers.exporting.plain_lines import on_a_line
from quizgen.writers.exporting.qti12.item import item_element
from quizgen.writers.exporting.qti12.losses import losses_of
from quizgen.writers.exporting.qti12.media import add_pictures, picture_paths, pictures_of
from quizgen.writers.shared.zip_file import zip_bytes

_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_QUIZ = "quiz/quiz.xml"


def render(export: Export, bank: Bank) -> Rendered:
    """Return the package of `export`, and what is lost of its questions."""
    names = picture_paths(export.questions, bank.media)
    html = HtmlText(pictures=names, formula=formula)
    topics = {topic.id: on_a_line(topic.title) for topic in bank.topics}
    root = element("questestinterop", xmlns=_QTI)
    assessment = add(root, "assessment", ident="quiz", title=on_a_line(bank.title))
    section = add(assessment, "section", ident="root_section")
    used: dict[str, bytes] = {}
    for question in export.questions:
        item = question.item
        topic = topics.get(item.topic, item.topic)
        section.append(item_element(question, bank.language, topic, html, export.ordering))
        used |= pictures_of(item, names, bank.media)
    manifest = xml_bytes(_manifest(sorted(used)))
    files = {"imsmanifest.xml": manifest, _QUIZ: xml_bytes(root)}
    content = zip_bytes({**files, **{path: used[path] for path in sorted(used)}})
    losses = (loss for q in export.questions for loss in losses_of(q.item, export.ordering))
    return Rendered(content, tuple(losses))


def _manifest(media: Sequence[str]) -> Element:
    root = element("manifest", xmlns=_PACKAGE, identifier="manifest")
    metadata = add(root, "metadata")
    add(metadata, "schema", "IMS Content")
    add(metadata, "schemaversion", "1.1.3")
    add(root, "organizations")
    resources = add(root, "resources")
    quiz = add(resources, "resource", identifier="quiz", type="imsqti_xmlv1p2", href=_QUIZ)
    add(quiz, "file", href=_QUIZ)
    add_pictures(resources, quiz, media)
    return root
