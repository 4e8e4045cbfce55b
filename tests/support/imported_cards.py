"""Compare the cards of a package in real Anki with those of the bank that it becomes."""

from __future__ import annotations

from pathlib import Path

from quizgen.commands.importing import ImportedBank, ImportLoss
from quizgen.commands.importing.losses import LossReason
from quizgen.model.loss import Loss
from support.foreign_decks import RenderedCard, rendered, words
from support.importing import LATER, built, imported

NO_QUESTION = {ImportLoss.NO_CARD, ImportLoss.NO_GAP, ImportLoss.IMAGE_OCCLUSION}


def assert_words_stay(package: Path, folder: Path) -> ImportedBank:
    """Import `package` into `folder`: each word stays on its side, or is told of its question."""
    found = imported(package, folder / "p")
    after = rendered(built(folder / "p", LATER), folder / "after")
    questions = questions_by_guid(folder / "p")
    for card in rendered(package, folder / "before"):
        subject = questions.get(card.guid)
        losses = [
            (reason, loss)
            for reason, of_reason in found.losses.items()
            for loss in of_reason
            if subject is None or loss.item.value == subject
        ]
        same = [other for other in after if other.guid == card.guid]
        assert not unexplained(card, after, losses), (card, same, losses)
    return found


def unexplained(
    before: RenderedCard, after: list[RenderedCard], losses: list[tuple[LossReason, Loss]]
) -> frozenset[str]:
    """The words of `before` that changed sides, and of which `losses` say nothing."""
    told = {word for _, loss in losses for word in words(loss.what)}
    same = [card for card in after if card.guid == before.guid and card.ordinal == before.ordinal]
    if not same:
        is_told = any(reason in NO_QUESTION | {ImportLoss.EXTRA_CARD} for reason, _ in losses)
        return frozenset() if is_told else frozenset({"the whole card"})
    (card,) = same
    gone = before.front - card.front
    spoilt = (card.front & before.back) - before.front
    lost = before.back - before.front - card.back
    return (gone | spoilt | lost) - told


def questions_by_guid(root: Path) -> dict[str, str]:
    """The ids of the questions of the one bank of `root`, by the guids of their notes."""
    ids = {}
    for path in root.glob("question_bank/*/*.yaml"):
        for entry in path.read_text().split("\n- id: ")[1:]:
            name, _, rest = entry.partition("\n")
            ids[rest.rpartition("guid: ")[2].strip()] = name.strip('"')
    return ids
