"""Sound files: whether one is what its name says."""

from __future__ import annotations

_BEGINNINGS = {
    ".m4a": ((4, b"ftyp"),),
    ".ogg": ((0, b"OggS"),),
    ".oga": ((0, b"OggS"),),
    ".opus": ((0, b"OggS"),),
    ".wav": ((0, b"RIFF"), (8, b"WAVE")),
    ".flac": ((0, b"fLaC"),),
}
"""What stands where in files of each kind (ISO 14496-12, RFC 3533, RFC 9639, Microsoft's RIFF)."""


def is_sound(content: bytes, suffix: str) -> bool:
    """Return whether `content` begins as sound files with this `suffix` do."""
    if suffix == ".mp3":
        # An ID3 tag, or a frame of MPEG audio: eleven bits set, and a layer (ISO 11172-3).
        return content[:3] == b"ID3" or (
            len(content) > 1
            and content[0] == 0xFF
            and content[1] & 0xE0 == 0xE0
            and content[1] & 0x06 != 0
        )
    beginnings = _BEGINNINGS[suffix]
    return all(content[at : at + len(signature)] == signature for at, signature in beginnings)
