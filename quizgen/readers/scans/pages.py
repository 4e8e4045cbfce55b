"""Files of scans and the pages in them, each of which becomes a grey image."""

from __future__ import annotations

import contextlib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.project.file_names import readable_name
from quizgen.project.images import quietly
from quizgen.project.regular_files import refusal
from quizgen.readers.scans.errors import PageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp")
"""The names of the pictures that are read, besides PDF files."""
_OTHER_PICTURES = (".heic", ".heif", ".avif", ".gif", ".jp2", ".jxl", ".dng")
_RESULTS = "readings.json"
"""The file by which a folder of results is known."""
_OF_SYSTEMS = ("thumbs.db", "desktop.ini")
"""Files that Windows writes into folders."""
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "MPO")
MAX_SIDE = 2600
"""The longer side of an image that is looked at, in pixels: A4 at 220 dots an inch. More takes more
time, and reads no better (measured on the sheets of the synthetic scanner)."""
MAX_FILE_SIZE = 2_000_000_000
"""Bytes: a class of 500 in colour at 600 dots an inch."""
MAX_PAGES = 5000
"""Pages of one file."""
MAX_PIXELS = 120_000_000
"""A photograph of a telephone has 12 to 108 million pixels, A3 at 600 dots an inch 70."""
_SPREAD = 0.002
"""The part of pixels that are neither black nor white in an image that counts as bilevel."""


class PageSource(NamedTuple):
    """A page: the file, the index of the page in it, from 0, and what the file is called.

    `digest` is that of the file's content.
    """

    path: Path
    page: int
    name: str = ""
    digest: str = ""

    @property
    def label(self) -> str:
        """What the file is called to people: its name, or more of its path if others have it."""
        return readable_name(self.name or self.path.name)


class PageImage(NamedTuple):
    """The grey values of a page. `is_bilevel`: the scanner has made everything black or white."""

    grey: NDArray[np.uint8]
    is_bilevel: bool


def page_sources(path: Path) -> Iterator[PageSource]:
    """Yield the pages of the file at `path`.

    Raises:
        PageError: The file cannot be opened, or has more pages than a file may have.
    """
    if not path.is_file():
        raise PageError(refusal(path, anywhere=True) or "there is no such file")
    if path.stat().st_size > MAX_FILE_SIZE:
        raise PageError(f"it has more than {MAX_FILE_SIZE // 10**9} GB")
    if path.suffix.lower() == ".pdf":
        with _opened(path) as document:
            count = len(document)
    elif path.suffix.lower() in PICTURES:
        count = _count_frames(path)
    elif path.suffix.lower() in _OTHER_PICTURES:
        raise PageError("it is a picture of a kind that is not read: save it as JPEG or PNG")
    else:
        raise PageError("it is neither a PDF file nor a picture: PDF, PNG, JPEG, TIFF, WebP, BMP")
    if count > MAX_PAGES:
        raise PageError(f"it has more than {MAX_PAGES} pages: part it")
    yield from (PageSource(path, index) for index in range(count))


def load(source: PageSource) -> PageImage:
    """Return the image of a page, its longer side at most `MAX_SIDE` pixels.

    Raises:
        PageError: It is damaged, or too large.
    """
    return _load_pdf(source) if source.path.suffix.lower() == ".pdf" else _load_picture(source)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise PageError(f"it is no PDF file that can be opened ({_short(error)})") from error
    try:
        yield document
    finally:
        document.close()


def _load_pdf(source: PageSource) -> PageImage:
    import pypdfium2

    with _opened(source.path) as document:
        try:
            page = document[source.page]
            longer = max(page.get_size())
            if not 10 < longer < 100_000:
                raise PageError("the page has an impossible size")
            depths = list(_image_depths(page))
            bitmap = page.render(scale=MAX_SIDE / longer, grayscale=True)
            grey = bitmap.to_numpy().copy()
        except pypdfium2.PdfiumError as error:
            raise PageError(f"the page is damaged ({_short(error)})") from error
    grey = grey.reshape(grey.shape[:2])
    return PageImage(grey, bool(depths) and max(depths) == 1)


def _image_depths(page: Any) -> Iterator[int]:
    """Yield the bits a pixel of the pictures on `page` that fill a large part of it."""
    import pypdfium2
    from pypdfium2 import raw

    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        try:
            metadata = image.get_metadata()
        except pypdfium2.PdfiumError:
            continue
        if metadata.width * metadata.height > 100_000:
            yield metadata.bits_per_pixel


def _count_frames(path: Path) -> int:
    from PIL import Image

    try:
        with quietly(), Image.open(path, formats=_FORMATS) as image:
            return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    except Exception as error:  # whatever a damaged file makes of a library
        raise PageError("the picture is damaged") from error


def _load_picture(source: PageSource) -> PageImage:
    import numpy as np
    from PIL import Image, ImageOps

    try:
        with quietly(), _picture(source.path) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PageError(f"the picture has more than {MAX_PIXELS // 10**6} million pixels")
            if image.format == "TIFF":
                image.seek(source.page)
            is_bilevel = image.mode == "1"
            if image.format == "JPEG":
                image.draft("L", (MAX_SIDE, MAX_SIDE))
            upright = ImageOps.exif_transpose(image).convert("L")
            upright.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.BOX)
            grey = np.asarray(upright).copy()
    except PageError:
        raise
    except Exception as error:  # whatever a damaged file makes of a library
        raise PageError("the picture is damaged") from error
    return PageImage(grey, is_bilevel or _is_bilevel(grey))


@contextlib.contextmanager
def _picture(path: Path) -> Iterator[Any]:
    """Open the picture at `path`; a TIFF file stays open for its further pages."""
    from PIL import Image

    if path.suffix.lower() not in (".tif", ".tiff"):
        with Image.open(path, formats=_FORMATS) as image:
            yield image
        return
    try:
        yield _LAST_TIFF.opened(path)
    except BaseException:
        _LAST_TIFF.close()
        raise


class _OpenTiff:
    """The TIFF file that was read last: it stays open, so that no page is looked for anew."""

    def __init__(self) -> None:
        self._image: Any = None
        self._key: object = None

    def opened(self, path: Path) -> Any:
        """Return the picture in the file at `path`, opened anew where the file is another one."""
        from PIL import Image

        status = path.stat()
        key = path, status.st_mtime_ns, status.st_size
        if key != self._key:
            self.close()
            self._image, self._key = Image.open(path, formats=_FORMATS), key
        return self._image

    def close(self) -> None:
        """Close the file, if one is open."""
        image, self._image, self._key = self._image, None, None
        if image is not None:
            image.close()


_LAST_TIFF = _OpenTiff()


def _is_bilevel(grey: NDArray[np.uint8]) -> bool:
    """Tell whether nearly all pixels are black or white."""
    import numpy as np

    histogram = np.bincount(grey.ravel(), minlength=256)
    return float(histogram[8:248].sum()) < _SPREAD * grey.size


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:80] if str(error) else type(error).__name__


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield `paths`, with the PDF files and pictures of a folder and of those in it in its place.

    Pictures of kinds that cannot be read are among them: each may be a pupil's. Folders of results
    are left out.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        yield from (one for one in folder_files(path) if is_scan(one))


def folder_files(folder: Path) -> Iterator[Path]:
    """Yield all files in `folder` and in those in it, but for hidden ones and results."""
    inner = sorted(one for one in folder.iterdir() if not one.name.startswith("."))
    yield from (one for one in inner if not one.is_dir() and one.name.lower() not in _OF_SYSTEMS)
    for one in inner:
        if one.is_dir() and not one.is_symlink() and not (one / _RESULTS).exists():
            yield from folder_files(one)


def is_scan(path: Path) -> bool:
    """Tell whether the file at `path` is a PDF file or a picture, by its name."""
    return path.suffix.lower() in (*PICTURES, *_OTHER_PICTURES, ".pdf")


def content_digest(path: Path) -> str:
    """Return the SHA-256 of the content of the file at `path`; nothing where there is none."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_FILE_SIZE:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def all_page_sources(
    paths: Iterable[Path],
) -> Iterator[PageSource | tuple[Path, str]]:
    """Yield the pages of all `paths`, and for a file that cannot be opened its path and why."""
    files = list(files_in(paths))
    counts = Counter(path.name for path in files)
    for path in files:
        name = "" if counts[path.name] == 1 else path.as_posix()
        try:
            digest = content_digest(path)
            yield from (one._replace(name=name, digest=digest) for one in page_sources(path))
        except PageError as error:
            yield path, str(error)
        except OSError as error:
            yield path, error.strerror or str(error)
