"""Our few lines of Protocol Buffers agree with Google's."""

from __future__ import annotations

import contextlib

import pytest
from anki.import_export_pb2 import ImportAnkiPackageRequest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.readers.apkg import protobuf


@given(st.text(), st.booleans())
def test_texts_and_numbers(path: str, flag: bool) -> None:
    request = ImportAnkiPackageRequest(package_path=path)
    request.options.merge_notetypes = flag
    message = request.SerializeToString()
    assert protobuf.text(message, 1) == path
    (options,) = protobuf.chunks(message, 2) or [b""]
    assert protobuf.number(options, 1) == int(flag)


def test_the_largest_number() -> None:
    message = b"\x08" + b"\xff" * 9 + b"\x01"
    assert protobuf.number(message, 1) == 2**64 - 1


@pytest.mark.parametrize(
    "message", [b"\x08", b"\x0a\x05abc", b"\x0b", b"\x09abc", b"\x08" + b"\xff" * 11]
)
def test_what_is_no_message(message: bytes) -> None:
    with pytest.raises(protobuf.ProtobufError):
        list(protobuf.fields(message))


@given(st.binary())
def test_any_bytes_are_read_or_refused(message: bytes) -> None:
    with contextlib.suppress(protobuf.ProtobufError):
        assert len(list(protobuf.fields(message))) <= len(message)
