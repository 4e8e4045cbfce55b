"""What formats declare of interactions that they leave out."""

from __future__ import annotations

LEFT_OUT = "left out, and told so"
WHY = "the question is left out, and told so"
_PROOFS = ("Proof.explain",)
_FIELDS = {
    "Reveal": ("Reveal.back", "Reveal.reversed"),
    "TextEntry": ("TextEntry.answer", "TextEntry.accepted", "TextEntry.exact_case"),
    "GapFill": ("GapFill.parts", "Gap.number", "Gap.answer", "Gap.hint", "Gap.style"),
    "Numeric": tuple(
        f"Numeric.{name}" for name in ("value", "written", "tolerance", "unit", "decimal_sign")
    ),
    "Match": (
        *(f"Match.{name}" for name in ("premises", "responses", "key", "proofs", "hints")),
        *_PROOFS,
    ),
    "Order": ("Order.events", "Event.text", "Event.date", "Event.proof", "Event.hint", *_PROOFS),
    "ExtendedText": (
        *("ExtendedText.answer", "ExtendedText.rubric", "ExtendedText.lines"),
        *("Criterion.text", "Criterion.points"),
    ),
}
"""The fields of each interaction and of its parts, as `ExportFormat.unused` names them."""


def left_out(*interactions: str) -> dict[str, str]:
    """Return what becomes of `interactions`, by their names, for `ExportFormat.fidelity`."""
    return dict.fromkeys(interactions, LEFT_OUT)


def unused_fields(*interactions: str) -> dict[str, str]:
    """Return the reasons for the fields of `interactions`, for `ExportFormat.unused`."""
    return dict.fromkeys([name for one in interactions for name in _FIELDS[one]], WHY)
