"""``manifest.json`` beside a deck's outputs: the digests of these and of their sources.

It holds no time and no path outside the project, so it is the same on every machine, and a
difference in it says what has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.version import __version__
from quizgen.project.layout import MANIFEST

__all__ = ["MANIFEST", "Manifest", "digest", "format_manifest", "parse_manifest"]


class Manifest(NamedTuple):
    """The sources and outputs of one deck file, with SHA-256 digests in hexadecimal.

    `sources` are named by their paths from the project's folder, `outputs` by their names in
    the output folder. `fingerprints` has a digest of the inputs of each output, the key
    ``made_of`` of the file: it stays the same however the sources are rearranged. `quizgen`
    is a version. `left` are the names of files that earlier builds made there, and that the deck
    file has no use for any more.
    """

    sources: Mapping[str, str]
    outputs: Mapping[str, str]
    fingerprints: Mapping[str, str]
    quizgen: str = __version__
    left: tuple[str, ...] = ()


def digest(content: bytes) -> str:
    """Return the SHA-256 of `content`, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def format_manifest(manifest: Manifest) -> bytes:
    """Return `manifest` as a JSON file, a line for each file, sorted."""
    fields = {
        "made_of": manifest.fingerprints,
        "outputs": manifest.outputs,
        "quizgen": manifest.quizgen,
        "sources": manifest.sources,
        **({"left": manifest.left} if manifest.left else {}),
    }
    text = json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def parse_manifest(content: bytes) -> Manifest | None:
    """Return the manifest that `format_manifest` wrote; None where it has been damaged."""
    try:
        fields = json.loads(content)
        sources, outputs = dict(fields["sources"]), dict(fields["outputs"])
        fingerprints = dict(fields.get("made_of", {}))  # none in those of older versions
        left = fields.get("left")
        names = tuple(filter(_is_text, left if isinstance(left, list) else ()))
        outputs = {name: value for name, value in outputs.items() if _is_text(name)}
        return Manifest(sources, outputs, fingerprints, str(fields["quizgen"]), names)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _is_text(value: object) -> bool:
    return isinstance(value, str)
