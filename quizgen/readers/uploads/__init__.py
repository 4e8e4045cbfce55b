"""Reading files that teachers write to upload them to Blackboard and Brightspace."""

from quizgen.readers.uploads.blackboard import BlackboardReader
from quizgen.readers.uploads.brightspace import BrightspaceReader

__all__ = ["BlackboardReader", "BrightspaceReader"]
