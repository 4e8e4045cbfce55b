"""The little of Protocol Buffers that Anki's packages need: varints, and lengths with bytes.

https://protobuf.dev/programming-guides/encoding
"""

from __future__ import annotations

from collections.abc import Iterator

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


class ProtobufError(ValueError):
    """The reason why bytes are no protobuf message."""


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield number and value of each field of `message`, in order.

    A varint is an int; a value of any other kind, also a number of fixed width, is bytes.

    Raises:
        ProtobufError: `message` is no protobuf message.
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
    """Return the varint at `position` of `message`, and the position after it.

    A varint has 7 bits a byte, the lowest first, and at most 10 bytes; the highest bit of a byte
    says that another follows.
    """
    value = 0
    for shift in range(0, 70, 7):
        if position >= len(message):
            break
        byte = message[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
    raise ProtobufError("a number is not finished")


def number(message: bytes, field: int) -> int:
    """Return the last varint of `message` with the field number `field`; 0 if there is none."""
    values = [value for key, value in fields(message) if key == field and isinstance(value, int)]
    return values[-1] if values else 0


def chunks(message: bytes, field: int) -> list[bytes]:
    """Return all values in bytes that `message` has with the field number `field`."""
    return [value for key, value in fields(message) if key == field and isinstance(value, bytes)]


def text(message: bytes, field: int) -> str:
    """Return the last text of `message` with the field number `field`; empty if there is none."""
    values = chunks(message, field)
    return values[-1].decode("utf-8", "replace") if values else ""
