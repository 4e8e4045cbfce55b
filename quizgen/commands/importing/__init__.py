"""Importing: from an Anki package, of quizgen or anyone, to a bank that can be built again."""

from quizgen.commands.importing.package import Imported, import_package
from quizgen.commands.importing.run import ImportResult, import_file
from quizgen.commands.importing.unsupported import Loss

__all__ = ["ImportResult", "Imported", "Loss", "import_file", "import_package"]
