"""Reading questions as people type them: Aiken, and numbered lists in Word, mail and notes."""

from quizgen.readers.typed_lists.read import TypedListReader

__all__ = ["TypedListReader"]
