"""The reasons why a bank cannot hold what a package has."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import TypeAlias


class ImportLoss(enum.Enum):
    """A reason why content was not imported, as a clause about several cases."""

    NO_CARD = "notes that show nothing to ask or to answer were left out"
    NO_GAP = "cloze notes without a gap that can be filled were left out"
    TYPED_GAP_ALONE = (
        "cloze notes that show a box to type into, but not the text with the gap, were left out: "
        "put {{cloze:…}} on the front of the template, and export the deck again"
    )
    IMAGE_OCCLUSION = "image occlusion notes were left out: a bank has no such questions"
    EXTRA_CARD = "further cards of a note were left out: a question has its card, and one reversed"
    UNSHOWN_FIELD = "fields that are on no card were left out"
    HINT = "what the front hides went to the back: nothing else answers, or no click shows it"
    TYPED_GAP = "gaps that were typed are not: a cloze question is answered in mind"
    SPECIAL_FIELD = (
        "lines with tags, names of decks or note types left the cards; the bank has both"
    )
    FILTER = "fields with a filter of an add-on, or that the note type lacks, show as they are"
    HIDDEN = "text that a card hides was left out"
    DESIGN = "scripts and designs of card templates were left out: cards look as quizgen's do"
    RUBY = "readings above words stand behind them, in brackets"
    NESTED_GAP = "gaps inside a gap became plain text"
    NO_GAP_HERE = (
        "words in double braces or brackets are no gap, and stay as typed: {{c1::…}} makes one"
    )
    SHARED_GAP = "gaps that belong to several cards went to the first"
    SOUND = "sounds that are not in the package or cannot be played, and speech, were left out"
    FORMULA = "formulas became text: they will show as they are typed"
    FORMAT = "formatting that Markdown lacks was left out; its text stays"
    LINK = "links that a bank cannot hold became text"
    PICTURE_KIND = "pictures of a kind that cards or paper cannot show were left out"
    PICTURE_DAMAGED = "pictures that are damaged or much too large were left out"
    PICTURE_MISSING = "pictures that are not in the package were left out"
    ALT = "pictures have no description: their file's name stands in for it"
    UNUSED_MEDIA = "files that no question shows were left out"
    LONG = "texts that are too long for one value were left out"
    TAG = "tags were changed to fit"
    IDENTITY = "questions will be new cards to pupils: their old ones cannot be kept"
    ORDER = "questions will show their options in another order"
    LANGUAGE = (
        "the language is not clear: write it into bank.yaml, which counts as English until then"
    )
    DATES = "timelines became orderings: their dates could not be read"
    DECKS = "notes moved to another subdeck: a deck file has one level of them"
    PASSAGE = "the passage is not in a package: put it into passage.md, which holds only the quotes"
    CARDS_ALONE = (
        "questions of quizgen's were read from their cards: points, and what else no card shows, "
        "are not there"
    )
    WORKSHEETS = "worksheets are not in a package: add them to the deck file"


ReportLoss: TypeAlias = Callable[[ImportLoss, str], None]
"""Reports that something was lost, and what: a few words of it."""
