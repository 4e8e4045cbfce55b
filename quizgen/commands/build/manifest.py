"""What the files in a deck's output folder were made of: ``manifest.json`` beside them.

It holds no time and no path outside the project, so it is the same on every machine, and a
difference in it says what moved.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from quizgen.model.version import __version__

MANIFEST = "manifest.json"


class Manifest(NamedTuple):
    """`sources` are files by their paths from the project's folder, `outputs` by their names
    in the output folder. Both have SHA-256 digests in hexadecimal. `quizgen` is a version.

    `made_of` has for each output a digest of all that it says: the same digest, the same
    questions, however the sources were rearranged.
    """

    sources: Mapping[str, str]
    outputs: Mapping[str, str]
    made_of: Mapping[str, str]
    quizgen: str = __version__


def digest(content: bytes) -> str:
    """The SHA-256 of `content`, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def format_manifest(manifest: Manifest) -> bytes:
    """The file's content: JSON, a line for each file, sorted."""
    text = json.dumps(manifest._asdict(), ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def parse_manifest(content: bytes) -> Manifest | None:
    """What `format_manifest` wrote; None where it has been damaged."""
    try:
        fields = json.loads(content)
        sources, outputs = dict(fields["sources"]), dict(fields["outputs"])
        made_of = dict(fields.get("made_of", {}))  # none in those of older versions
        return Manifest(sources, outputs, made_of, str(fields["quizgen"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
