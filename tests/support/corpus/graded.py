"""Hostile files of grading: records in a folder of results, scans, and texts with codes."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Callable

from PIL import Image

from support.corpus.payloads import FAMILIES
from support.corpus.trees import CONTENTS

Change = Callable[[bytes], bytes]

KEPT = ("readings.json", "decisions.json", "codes.json", "forms.json")
DECIDED = {"pages": {"scan.pdf#1": {"rows": {"4": ["1"], "9": []}, "pupil": "3"}}}
CODES = {"codes": [["x.txt", 1, "QZ1-00000-00000"]]}


def _instead(content: bytes) -> Change:
    return lambda _: content


def _swapped(old: bytes, new: bytes) -> Change:
    return lambda record: record.replace(old, new)


def _decided(page: object, key: str = "scan.pdf#1") -> Change:
    return _instead(json.dumps({"pages": {key: page}}).encode())


def _codes(*codes: object) -> Change:
    return _instead(json.dumps({"codes": codes}).encode())


HALF, ODD_NAME = "\ud800", "\x1b[31m\n::error::<img src=x onerror=top.ran=1>\u202e../../evil"
FORMS = {"forms": [["x.pdf", "0" * 64, "00000000", "", {"name": "Ada", "q": "1"}]]}
RECORDS: dict[str, tuple[str, Change]] = {
    **{
        f"{name} as {file}": (file, _instead(content))
        for name, content in CONTENTS.items()
        for file in KEPT
    },
    **{f"{file} cut off": (file, lambda record: record[: len(record) // 2]) for file in KEPT},
    "half a character as a pupil": ("decisions.json", _decided({"pupil": HALF})),
    "half a character as a page": ("decisions.json", _decided({"pupil": "3"}, HALF)),
    "half a character as a file": (
        "readings.json",
        _swapped(b'"scan.pdf"', b'"\\ud800.pdf"'),
    ),
    "half a character as a code": ("codes.json", _codes([HALF, 1, HALF])),
    "a name that steers": ("readings.json", _swapped(b'"scan.pdf"', json.dumps(ODD_NAME).encode())),
    "a code's name that steers": ("codes.json", _codes([ODD_NAME, 1, "QZ1-00"])),
    "a pupil that steers": ("decisions.json", _decided({"pupil": ODD_NAME})),
    "a pupil that computes": ("decisions.json", _decided({"pupil": '=cmd|"/c calc"!A1'})),
    "rows beyond all rows": ("decisions.json", _decided({"rows": {"-1": ["1"], "9" * 400: ["1"]}})),
    "values beyond all values": ("decisions.json", _decided({"rows": {"4": ["x" * 9999, "-1"]}})),
    "pages beyond all pages": ("readings.json", _swapped(b'"page": 1', b'"page": ' + b"9" * 4000)),
    "a page without a number": ("readings.json", _swapped(b'"page": 1', b'"page": NaN')),
    "a page without an end": ("readings.json", _swapped(b'"page": 1', b'"page": Infinity')),
    "a line without an end": (
        "codes.json",
        _instead(b'{"codes": [["x", Infinity, "QZ1-00"], ["x", 1e999, "y"]]}'),
    ),
    "a line of thousands of digits": (
        "codes.json",
        _instead(b'{"codes": [["x", ' + b"9" * 4000 + b', "y"]]}'),
    ),
    "a line before all lines": ("codes.json", _codes(["x", -5, "QZ1-00"])),
    "codes that are none": ("codes.json", _codes([None, 1, None], [[], {}, True])),
    "half a character in a form": (
        "forms.json",
        _instead(json.dumps({"forms": [[HALF, "", "", "", {HALF: HALF}]]}).encode()),
    ),
    "a long code": ("codes.json", _codes(["x", 1, "QZ1-" + "0" * 1_000_000])),
    "many codes": ("codes.json", _codes(*(["x", n, f"QZ1-{n}"] for n in range(20_000)))),
    "keys of a prototype": (
        "decisions.json",
        _instead(b'{"pages": {"__proto__": {"pupil": "1"}, "constructor": {"rows": {"0": []}}}}'),
    ),
    "twice the same key": (
        "decisions.json",
        _instead(b'{"pages": {"scan.pdf#1": {"pupil": "1"}, "scan.pdf#1": {"drop": true}}}'),
    ),
}
"""The file in the folder of results, and what becomes of its record."""


def _pdf(*objects: bytes) -> bytes:
    written, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n" % count
        + table
        + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(written))
    )


def pdf_page(
    content: bytes = b"",
    *more: bytes,
    box: bytes = b"0 0 595 842",
    uses: bytes = b"",
    kids: bytes = b"3 0 R",
    count: int = 1,
    root: bytes = b"",
) -> bytes:
    """A PDF file with one page, which draws the packed `content` and `uses` the objects `more`."""
    packed = zlib.compress(content)
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R %s>>" % root,
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (box, uses),
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream",
        *more,
    )


def _picture(
    kind: str, mode: str = "L", size: tuple[int, int] = (620, 877), pages: int = 1
) -> bytes:
    file, image = io.BytesIO(), Image.new(mode, size, 255)
    more = {"save_all": True, "append_images": [image] * (pages - 1)} if pages > 1 else {}
    image.save(file, kind, **more)
    return file.getvalue()


def _png_that_says(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")


IMAGE = b"<</Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceGray"
SCANS: dict[str, Callable[[], bytes]] = {
    "blank.pdf": pdf_page,
    "cut.pdf": lambda: pdf_page()[:200],
    "no-size.pdf": lambda: pdf_page(box=b"0 0 0 0"),
    "less-than-no-size.pdf": lambda: pdf_page(box=b"0 0 -5 -5"),
    "huge.pdf": lambda: pdf_page(box=b"0 0 99999 99999"),
    "thin.pdf": lambda: pdf_page(box=b"0 0 11 99999"),
    "beyond-numbers.pdf": lambda: pdf_page(box=b"0 0 1e30 " + b"9" * 400),
    "its-own-page.pdf": lambda: pdf_page(kids=b"2 0 R", count=99999),
    "pages-it-has-not.pdf": lambda: pdf_page(count=400),
    "script.pdf": lambda: pdf_page(root=b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
    "launch.pdf": lambda: pdf_page(root=b"/OpenAction<</S/Launch/F(/bin/sh)>>"),
    "picture-of-gigabytes.pdf": lambda: pdf_page(
        b"595 0 0 842 0 0 cm /I Do",
        IMAGE + b"/Length 9>>stream\n123456789\nendstream",
        uses=b"/XObject<</I 5 0 R>>",
    ),
    "code-of-no-sheet.png": lambda: _picture("PNG"),
    "cut.png": lambda: _picture("PNG")[:300],
    "lies.png": lambda: CONTENTS["a PNG that lies"],
    "gigapixels.png": lambda: _png_that_says(60_000, 60_000),
    "just-too-many-pixels.png": lambda: _png_that_says(11_000, 11_000),
    "dot.png": lambda: _picture("PNG", size=(1, 1)),
    "line.png": lambda: _picture("PNG", size=(9000, 1)),
    "svg.png": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><image href="//evil.test"/></svg>',
    "postscript.png": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run\n",
    "pages.tif": lambda: _picture("TIFF", "1", (80, 80), 60),
    "endless.tif": lambda: b"II*\0\x08\0\0\0\0\0\x08\0\0\0",
    "ff.tiff": lambda: b"II*\0\x08\0\0\0" + b"\xff" * 500,
    "sizes-that-lie.webp": lambda: b"RIFF\xff\xff\xff\xffWEBPVP8 ",
    "ff.bmp": lambda: b"BM" + b"\xff" * 60,
    "bytes.jpg": lambda: bytes(range(256)) * 50,
    "program.exe": lambda: b"MZ",
    "no-ending": lambda: b"x",
    **{f"{name}.pdf": lambda content=content: content for name, content in CONTENTS.items()},  # type: ignore[misc]
    **{f"{name}.jpg": lambda content=content: content for name, content in CONTENTS.items()},  # type: ignore[misc]
    "\x1b[31mred.png": lambda: b"x",
    "::error::x.png": lambda: b"x",
    "line\nfeed.png": lambda: b"x",
    "<img src=x onerror=top.ran=1>.png": lambda: b"x",
    "\u202egnp.png": lambda: b"x",
    "=1+1.png": lambda: b"x",
    "no letter \udcff\udcfe.png": lambda: b"x",
}
"""By the names of their files."""


def _mail(head: str, body: bytes = b"") -> bytes:
    return head.replace("\n", "\r\n").encode("utf-8", "surrogateescape") + b"\r\n\r\n" + body


TEXTS: dict[str, Callable[[], bytes]] = {
    **{
        f"{name}.{ending}": lambda content=content: content  # type: ignore[misc]
        for name, content in CONTENTS.items()
        for ending in ("txt", "eml")
    },
    **{
        f"{family}.txt": lambda seeds=seeds: "\n".join(f"QZ1-{t}" for t in seeds).encode()  # type: ignore[misc]
        for family, seeds in FAMILIES.items()
    },
    "no-letter \udcff.txt": lambda: b"QZ1-00000-00000",
    "beginnings.txt": lambda: b"QZ1-" * 100_000,
    "long.csv": lambda: b"QZ1-" + b"0" * 3_000_000,
    "versions.md": lambda: b"QZ9-00000 QZ2-00000 QZL-00000 QZI-00000",
    "parts-in-parts.eml": lambda: b"".join(
        _mail(f'Content-Type: multipart/mixed; boundary="{n}"', b"--%d\r\n" % n) for n in range(300)
    ),
    "part-without-end.eml": lambda: _mail("Content-Type: multipart/mixed; boundary=x", b"--x\r\n"),
    "no-boundary.eml": lambda: _mail("Content-Type: multipart/mixed", b"QZ1-0"),
    "no-charset.eml": lambda: _mail("Content-Type: text/plain; charset=../../x", b"QZ1-0"),
    "zeros-as-charset.eml": lambda: _mail("Content-Type: text/plain; charset=\0", b"QZ1-0"),
    "broken-base64.eml": lambda: _mail("Content-Transfer-Encoding: base64", b"QZ1=====\xff"),
    "broken-uu.eml": lambda: _mail("Content-Transfer-Encoding: x-uuencode", b"begin 666 x\n\xff"),
    "long-header.eml": lambda: _mail("Content-Type: text/plain" + "; a=b" * 20_000, b"QZ1-0"),
    "coded-words.eml": lambda: _mail("Content-Type: =?x?Q?=00?=\nSubject: " + "=?a?b?" * 9000),
    "html.eml": lambda: _mail("Content-Type: text/html", b"<p>QZ1-<" * 20_000),
    "message-in-message.eml": lambda: _mail("Content-Type: message/rfc822") * 300,
}
"""By the names of their files."""
