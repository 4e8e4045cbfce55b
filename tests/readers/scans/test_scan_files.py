"""Files of scans: whatever is in them, a page is an image or has a reason."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from quizgen.readers.scans.errors import PageError
from quizgen.readers.scans.pages import MAX_SIDE, PageSource, all_page_sources, load, page_sources


def picture(kind: str, size: tuple[int, int] = (80, 100)) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", size, 200).save(buffer, kind)
    return buffer.getvalue()


def pdf() -> bytes:
    buffer = io.BytesIO()
    pages = [Image.new("L", (300, 400), 255) for _ in range(3)]
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:])
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "BMP"])
def test_a_picture_is_a_page(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"scan.{kind.lower()}"
    path.write_bytes(picture(kind))
    [source] = page_sources(path)
    assert load(source).grey.shape == (100, 80)


def test_a_tiff_and_a_pdf_have_pages(tmp_path: Path) -> None:
    frames = [Image.new("1", (80, 100), n % 2) for n in range(3)]
    frames[0].save(tmp_path / "a.tiff", save_all=True, append_images=frames[1:])
    (tmp_path / "b.pdf").write_bytes(pdf())
    sources = [one for one in all_page_sources([tmp_path]) if isinstance(one, PageSource)]
    assert [(s.label, s.page) for s in sources] == [
        (name, page) for name in ("a.tiff", "b.pdf") for page in range(3)
    ]
    assert [load(s).is_bilevel for s in sources[:3]] == [True] * 3
    assert max(load(sources[3]).grey.shape) == MAX_SIDE


def test_a_telephone_that_was_held_sideways_does_not_matter(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (200, 100), 255).save(tmp_path / "p.jpg", exif=exif)
    assert load(PageSource(tmp_path / "p.jpg", 0)).grey.shape == (200, 100)


def test_files_of_the_same_name_keep_their_folders(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "scan.png").write_bytes(picture("PNG"))
    paths = [tmp_path / "a" / "scan.png", tmp_path / "b" / "scan.png"]
    labels = {one.label for one in all_page_sources(paths) if isinstance(one, PageSource)}
    assert labels == {path.as_posix() for path in paths}


def test_the_content_tells_files_of_one_name_apart(tmp_path: Path) -> None:
    digests = []
    for folder, content in {"a": picture("PNG"), "b": picture("PNG", (9, 9))}.items():
        (tmp_path / folder).mkdir()
        for name in ("scan.png", "same.png"):
            (tmp_path / folder / name).write_bytes(content)
            [source] = all_page_sources([tmp_path / folder / name])
            assert isinstance(source, PageSource)
            digests.append(source.digest)
    assert digests[0] == digests[1] != digests[2] == digests[3]


def test_what_is_no_scan_has_a_reason(tmp_path: Path) -> None:
    for name, content in {"a.pdf": b"%PDF-1.4 nothing", "b.png": b"x", "c.txt": b""}.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in ("a.pdf", "b.png", "c.txt", "d.pdf")]
    told = [one for one in all_page_sources(paths) if not isinstance(one, PageSource)]
    assert [path.name for path, _ in told] == ["a.pdf", "b.png", "c.txt", "d.pdf"]
    assert "PDF, PNG" in told[2][1]
    assert told[3][1] == "there is no such file"


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    rest = chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + rest
    (tmp_path / "bomb.png").write_bytes(bomb)
    with pytest.raises(PageError):
        load(PageSource(tmp_path / "bomb.png", 0))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_or_has_a_reason(tmp_path: Path, data: st.DataObject) -> None:
    kinds = {"x.pdf": pdf(), "x.png": picture("PNG"), "x.jpg": picture("JPEG")}
    kinds["x.tif"] = picture("TIFF")
    name = data.draw(st.sampled_from(sorted(kinds)))
    content = bytearray(kinds[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(content) // 2, len(content)))
    path = tmp_path / name
    path.write_bytes(bytes(content[:end]))
    for source in all_page_sources([path]):
        if isinstance(source, PageSource):
            with contextlib.suppress(PageError):
                assert load(source).grey.dtype == np.uint8


def test_folders_in_a_folder_and_pictures_of_other_kinds_are_not_lost(tmp_path: Path) -> None:
    for name in ("b.png", "7b/a.png", "7b/x/c.jpg", ".hidden/d.png", "results/e.png", "f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(picture("PNG"))
    (tmp_path / "results/readings.json").write_text("{}", encoding="utf-8")
    (tmp_path / "7b/photo.HEIC").write_bytes(b"ftypheic")
    (tmp_path / "7b/again").symlink_to(tmp_path)
    found = list(all_page_sources([tmp_path]))
    assert [one.label for one in found if isinstance(one, PageSource)] == [
        "b.png",
        "a.png",
        "c.jpg",
    ]
    [(path, why)] = [one for one in found if not isinstance(one, PageSource)]
    assert path.name == "photo.HEIC"
    assert "save it as JPEG" in why
