"""The little of Protocol Buffers that Anki's packages need: varints, and lengths with bytes.

https://protobuf.dev/programming-guides/encoding
"""

from __future__ import annotations

from collections.abc import Iterator

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


class ProtobufError(ValueError):
    """The bytes are no message."""


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of each field, in order. Raises WireError where the bytes make no sense.

    Fixed-width numbers come as their bytes.
    """
    position = 0
    while position < len(message):
        key, position = _varint(message, position)
        number, kind = key >> 3, key & 7
        if kind == VARINT:
            value, position = _varint(message, position)
            yield number, value
            continue
        if kind == BYTES:
            size, position = _varint(message, position)
        elif kind in (FIXED64, FIXED32):
            size = 8 if kind == FIXED64 else 4
        else:
            raise ProtobufError(f"field {number} has the unknown kind {kind}")
        if position + size > len(message):
            raise ProtobufError(f"field {number} ends beyond the message")
        yield number, message[position : position + size]
        position += size


def _varint(message: bytes, position: int) -> tuple[int, int]:
    """The number at `position`, and where the next field begins."""
    result = 0
    for shift in range(0, 70, 7):
        if position >= len(message):
            break
        byte = message[position]
        position += 1
        result |= (byte & 0x7F) << shift
        if byte < 0x80:
            return result, position
    raise ProtobufError("a number is not finished")


def number(message: bytes, wanted: int) -> int:
    """The varint with field number `wanted`, the last if there are several; 0 if there is none."""
    found = [value for key, value in fields(message) if key == wanted and isinstance(value, int)]
    return found[-1] if found else 0


def chunks(message: bytes, wanted: int) -> list[bytes]:
    """Every value with field number `wanted` that has a length."""
    return [value for key, value in fields(message) if key == wanted and isinstance(value, bytes)]


def text(message: bytes, wanted: int) -> str:
    """The text with field number `wanted`, the last if there are several; empty if none."""
    found = chunks(message, wanted)
    return found[-1].decode("utf-8", "replace") if found else ""
