"""A project that the pages' examples are tried in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.documentation import (
    SAMPLE,
)

from quizgen.commands.scaffold import project_files
from tools.pictures.projects import crest


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `quizgen new` makes, and beside it the sample bank with a crest of the school."""
    root = tmp_path_factory.mktemp("project")
    for path, text in project_files("project").items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    bank = shutil.copytree(SAMPLE, root / "question_bank" / SAMPLE.name)
    (bank / "media").mkdir(exist_ok=True)
    crest().save(bank / "media" / "crest.png")
    return root
