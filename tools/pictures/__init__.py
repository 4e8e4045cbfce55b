"""The pictures of the documentation, drawn from what quizgen really makes: ``make pictures``.

The sheets are pages of dist/, the cards come out of Anki's own code, and the browser, the
terminal and the statistics show what the commands say. Fonts of worksheets are quizgen's;
cards and pages take those of the machine, so that another machine may draw them otherwise.
"""

from tools.pictures import anki, paper, screens
from tools.pictures.base import Picture

PICTURES: tuple[Picture, ...] = (
    Picture("card", anki.choice, colours=64),
    Picture("cards", anki.types, colours=64),
    Picture("diagnostic", screens.diagnostic, colours=32),
    Picture("editions", paper.editions, colours=16),
    Picture("flashcards", paper.flashcards, colours=16),
    Picture("glossary", paper.glossary, colours=16),
    Picture("head", paper.head, colours=32),
    Picture("key", paper.key, colours=16),
    Picture("passage", paper.passage, colours=16),
    Picture("preview", screens.preview, colours=128),
    Picture("stats", screens.stats, colours=32),
    Picture("teacher", paper.teacher, colours=16),
    Picture("tutorial", paper.tutorial, colours=16),
    Picture("word-bank", paper.word_bank, colours=16),
    Picture("worksheet", paper.worksheet, colours=16),
)
"""Each becomes docs/images/NAME.png. Colours as few as hide nothing, judged by eye."""
