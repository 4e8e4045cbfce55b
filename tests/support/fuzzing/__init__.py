"""Projects that are nearly right, and as many of them as there is time for."""

from support.fuzzing.damage import PIECES, misspelt
from support.fuzzing.projects import Files, damaged_projects, odd_projects, untidy_projects, written
from support.fuzzing.rounds import fuzzed

__all__ = [
    "PIECES",
    "Files",
    "damaged_projects",
    "fuzzed",
    "misspelt",
    "odd_projects",
    "untidy_projects",
    "written",
]
