"""Packages around a page, for learning platforms: SCORM 1.2, and IMS Common Cartridge 1.1."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from quizgen.model.bank import Bank, Media
from quizgen.project.seal import SEAL_SIZE, sealed_archive
from quizgen.writers.practice.page import page_html
from quizgen.writers.practice.quiz import Packaging, Quiz
from quizgen.writers.shared.zip_file import zip_bytes


def package(
    quiz: Quiz,
    bank: Bank,
    media: Mapping[str, Media],
    identities: Mapping[str, str],
    packaging: Packaging,
) -> bytes:
    """Return the archive with the page of `quiz`; the other parameters are as for `page_html`."""
    is_scorm = packaging is Packaging.SCORM
    page = page_html(quiz, bank, media, identities, is_scorm and quiz.has_key)
    manifest = _SCORM if is_scorm else _CARTRIDGE
    identifier = f"quizgen-{quiz.worksheet.digest}{quiz.worksheet.form}"
    written = manifest.format(
        identifier=identifier,
        title=escape(quiz.worksheet.title.plain, quote=False).replace('"', "&quot;"),
        file=f"{quiz.stem}.html",
        language=escape(bank.language, quote=False),
    )
    files = {"imsmanifest.xml": written.encode(), f"{quiz.stem}.html": page}
    return sealed_archive(zip_bytes(files, comment=bytes(SEAL_SIZE)))


_SCORM = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{identifier}" version="1.0"
 xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="o1"><organization identifier="o1"><title>{title}</title>
<item identifier="i1" identifierref="r1" isvisible="true"><title>{title}</title></item>
</organization></organizations>
<resources><resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="{file}">
<file href="{file}"/></resource></resources>
</manifest>
"""
_CARTRIDGE = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{identifier}"
 xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
 xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
<lom:lom><lom:general><lom:title><lom:string language="{language}">{title}</lom:string></lom:title>
</lom:general></lom:lom></metadata>
<organizations><organization identifier="o1" structure="rooted-hierarchy"><item identifier="root">
<item identifier="i1" identifierref="r1"><title>{title}</title></item></item>
</organization></organizations>
<resources><resource identifier="r1" type="webcontent" href="{file}">
<file href="{file}"/></resource></resources>
</manifest>
"""
