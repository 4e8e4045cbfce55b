"""The pictures of the documentation, drawn from what quizgen really makes: ``make pictures``.

The sheets are pages of dist/, the cards come out of Anki's own code, and the browser, the
terminal and the statistics show what the commands say. Fonts of worksheets are quizgen's;
cards and pages take those of the machine, so that another machine may draw them otherwise.
"""

from tools.pictures import anki, paper, screens
from tools.pictures.base import DocumentPicture

PICTURES: tuple[DocumentPicture, ...] = (
    DocumentPicture("card", anki.choice, colours=64),
    DocumentPicture("cards", anki.types, colours=64),
    DocumentPicture("diagnostic", screens.diagnostic, colours=32),
    DocumentPicture("editions", paper.editions, colours=16),
    DocumentPicture("flashcards", paper.flashcards, colours=16),
    DocumentPicture("glossary", paper.glossary, colours=16),
    DocumentPicture("head", paper.head, colours=32),
    DocumentPicture("key", paper.key, colours=16),
    DocumentPicture("passage", paper.passage, colours=16),
    DocumentPicture("practice", screens.practice, colours=64),
    DocumentPicture("preview", screens.preview, colours=128),
    DocumentPicture("stats", screens.stats, colours=32),
    DocumentPicture("teacher", paper.teacher, colours=16),
    DocumentPicture("tutorial", paper.tutorial, colours=16),
    DocumentPicture("word-bank", paper.word_bank, colours=16),
    DocumentPicture("worksheet", paper.worksheet, colours=16),
)
"""Each becomes docs/images/NAME.png. Colours as few as hide nothing, judged by eye."""
