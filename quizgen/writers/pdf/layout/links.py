"""Links in a text: what is printed of them, and what they are to a reader of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from quizgen.model.pattern import pattern
from quizgen.model.text import Style, Styled
from quizgen.writers.pdf.layout.language_span import TextPart
from quizgen.writers.pdf.layout.tags import LinkTag, Tag

_FOLLOWED = ("http://", "https://", "mailto:")
"""What a link may begin with. Others are printed, and lead nowhere."""

_ADDRESS = pattern(r"https?://(?:[!#-';=?-~*-:]|\([!#-';=?-~*-:]*\))+")
"""An address among words, in ASCII; a bracket that it opens, it closes."""


def with_addresses(parts: Iterable[TextPart]) -> Iterator[TextPart]:
    """Yield `parts` with every web address that stands among the words, but for code, as a link."""
    for part in parts:
        match part:
            case str() if "://" in part:
                yield from _split(part, Style(0))
            case Styled(text=text, style=style, link=None) if (
                "://" in text and not style & Style.CODE
            ):
                yield from _split(text, style)
            case _:
                yield part


def _split(text: str, style: Style) -> Iterator[TextPart]:
    start = 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?'")
        end = match.start() + len(address)
        if text[end : end + 1].isalnum():  # It goes on in letters that are not ASCII.
            continue
        if start < match.start():
            yield Styled(text[start : match.start()], style)
        yield Styled(address, style, address)
        start = end
    if start < len(text):
        yield Styled(text[start:], style)


def link_at(
    parts: Sequence[TextPart], index: int, tag: Tag | None, before: LinkTag | None
) -> LinkTag | None:
    """Return the tag, within `tag`, of the link that ``parts[index]`` belongs to.

    `before` is the tag of the link that the part before belongs to, and is returned if that is
    the same link. None for parts without a link, without a tag, or with an unsafe address.
    """
    address = link_of(parts[index])
    if address is None or tag is None or not address.lower().startswith(_FOLLOWED):
        return None
    if index and link_of(parts[index - 1]) == address:
        return before
    last = index
    while last + 1 < len(parts) and link_of(parts[last + 1]) == address:
        last += 1
    text = _words(parts[index : last + 1]) + address_after(parts, last)
    return LinkTag("Link", tag, address=_uri(address), text=text)


def address_after(parts: Sequence[TextPart], index: int) -> str:
    """Return what to print after the last run of a link: its address, unless just printed."""
    link = link_of(parts[index])
    if not link or (index + 1 < len(parts) and link_of(parts[index + 1]) == link):
        return ""
    first = index
    while first and link_of(parts[first - 1]) == link:
        first -= 1
    printed = _words(parts[first : index + 1])
    return "" if printed == link.removeprefix("mailto:") else f" ({link})"


def link_of(part: TextPart) -> str | None:
    """Return the address that `part` links to; None if it is no link."""
    return part.link if isinstance(part, Styled) else None


def _words(parts: Iterable[TextPart]) -> str:
    return "".join(part.text for part in parts if isinstance(part, Styled))


def _uri(address: str) -> str:
    """Return `address` in ASCII, as a URI action needs (ISO 32000-1, 12.6.4.7)."""
    return quote(address, safe="!#$%&'()*+,-./:;=?@[]_~", errors="replace")
