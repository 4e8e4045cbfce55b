"""How quizgen knows a page or a package that it wrote and that no one has changed since.

Such a file ends with a seal: a digest of all that comes before it. In a page it is a comment, in
an archive the comment of the archive.
"""

from __future__ import annotations

import hashlib
import re

_NAME = b"quizgen:"
SEAL_SIZE = len(_NAME) + 32
_SEAL = re.compile(rb"quizgen:([0-9a-f]{32})(?:-->\n)?\Z")


def sealed_page(content: bytes) -> bytes:
    """Return the HTML `content` with its seal at the end."""
    head = content + b"<!--"
    return head + _seal(head) + b"-->\n"


def sealed_archive(content: bytes) -> bytes:
    """Return the zip archive `content`, whose comment has `SEAL_SIZE` bytes, with its seal."""
    head = content[:-SEAL_SIZE]
    return head + _seal(head)


def is_sealed(content: bytes) -> bool:
    """Tell whether `content` is, byte for byte, a file that was sealed."""
    seal = _SEAL.search(content[-SEAL_SIZE - 4 :])
    if seal is None:
        return False
    start = len(content) - len(seal[0])
    return _seal(content[:start]) == seal[0][:SEAL_SIZE]


def _seal(content: bytes) -> bytes:
    return _NAME + hashlib.sha256(content).hexdigest()[:32].encode()
