"""Importing: an Anki package, ours or anyone's, to a bank that can be built again."""

from quizgen.importing.losses import Loss
from quizgen.importing.package import Imported, import_package
from quizgen.importing.run import ImportResult, import_file

__all__ = ["ImportResult", "Imported", "Loss", "import_file", "import_package"]
