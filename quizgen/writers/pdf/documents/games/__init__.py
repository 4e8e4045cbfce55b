"""Games to cut out: their cards, and the key."""

from quizgen.writers.pdf.documents.games.pages import game_document, game_edition
from quizgen.writers.pdf.documents.games.pairs import game_key_document

__all__ = ["game_document", "game_edition", "game_key_document"]
