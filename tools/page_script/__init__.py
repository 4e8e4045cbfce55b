"""The scripts of practice pages, made small: the sources joined, and shortened by terser."""

from __future__ import annotations

import subprocess
from pathlib import Path

from support.clients import npm_packages
from support.paths import ROOT

PACKAGES = ROOT / "tests" / "clients" / "practice.json"
SOURCES = ROOT / "quizgen" / "writers" / "practice" / "script"
BUILT = ROOT / "quizgen" / "writers" / "practice" / "assets"
JUDGE = ROOT / "quizgen" / "writers" / "shared" / "judge.js"
"""The judge of typed answers, which cards have as well."""

WITH_KEY = (
    *("words", "parts", "grading", "ordering", "marking", "boxes", "rounds", "copying"),
    *("sharing", "passage", "clock", "answering", "start_with_key"),
)
WITHOUT_KEY = (
    *("words", "parts", "ordering", "copying", "passage", "clock", "code"),
    "start_without_key",
)
SCRIPTS = {
    "with-key.min.js": WITH_KEY,
    "without-key.min.js": WITHOUT_KEY,
    "on-platform.min.js": (*WITH_KEY, "scorm", "start_scorm"),
}
"""The sources of each script, in order."""


def built_scripts() -> dict[Path, str]:
    """Return the content of each built script by its path; npm gets terser once."""
    terser = npm_packages(PACKAGES) / "terser" / "bin" / "terser"
    return {BUILT / name: _small(_joined(names), terser) for name, names in SCRIPTS.items()}


def _joined(names: tuple[str, ...]) -> str:
    judge = [JUDGE.read_text(encoding="utf-8")] if "grading" in names else []
    sources = [(SOURCES / f"{name}.js").read_text(encoding="utf-8") for name in names]
    return f'(function () {{"use strict";\n{"".join([*judge, *sources])}}})();\n'


def _small(source: str, terser: Path) -> str:
    command = ["node", str(terser), "--compress", "passes=2", "--mangle", "--ecma", "2018"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    return done.stdout.strip()
