"""Worksheets whose digest is worked out once it is used: a check prints no sheet that has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat

from quizgen.assemble.digest import digest
from quizgen.model.assessment import Worksheet
from quizgen.model.bank import Media
from quizgen.model.dataclass import dataclass, field_names
from quizgen.model.read_when_used import ReadRest, partly_read, set_rest


@dataclass(slots=True)
class _LaterDigest:
    """The digest of all `forms` of a worksheet; `media` are the pictures of their bank."""

    forms: Sequence[Worksheet]
    media: Mapping[str, Media]

    def __call__(self, form: Worksheet) -> None:
        """Set the digest of `form`, and that of all others, which is the same."""
        set_rest(Worksheet, {"digest": repeat(digest(self.forms, self.media))}, self.forms)


def with_digest(forms: Sequence[Worksheet], media: Mapping[str, Media]) -> list[Worksheet]:
    """Return all `forms` of a worksheet, each with their digest."""
    names = [name for name in field_names(Worksheet) if name != "digest"]
    fields = {name: [getattr(form, name) for form in forms] for name in names}
    later = _LaterDigest(forms, media)
    rest: ReadRest = later
    later.forms = partly_read(Worksheet, fields, repeat(rest, len(forms)))
    return list(later.forms)
