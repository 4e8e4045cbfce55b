"""Reading Moodle XML, the format in which Moodle exports its question bank.

What Moodle makes of a file is in its ``question/format/xml/format.php``.
"""

from quizgen.readers.moodle_xml.read import MoodleXmlReader

__all__ = ["MoodleXmlReader"]
