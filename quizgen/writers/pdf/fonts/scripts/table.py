"""What is known of each script: its characters, its languages, its fonts."""

from __future__ import annotations

import functools
import re
import unicodedata

from quizgen.model.named_tuple import NamedTuple


class Script(NamedTuple):
    """A writing system, or several that fonts have together.

    `characters` is how its characters' names in Unicode begin. `serif` and `sans` are how
    the names of fitting font files begin, best first, without case and punctuation: what
    Debian, Fedora, macOS, Windows and Android call them. `package` is Debian's.
    """

    name: str
    characters: tuple[str, ...]
    serif: tuple[str, ...]
    sans: tuple[str, ...]
    package: str
    font: str


_NOTO_CJK = "fonts-noto-cjk"

HANGUL = Script(
    "Korean",
    ("HANGUL", "HALFWIDTH HANGUL", "CIRCLED HANGUL", "PARENTHESIZED HANGUL"),
    ("notoserifkr", "notoserifcjkkr", "notoserifcjk", "nanummyeongjo", "batang", "applemyungjo"),
    ("notosanskr", "notosanscjkkr", "notosanscjk", "nanumgothic", "malgun", "applesdgothicneo"),
    _NOTO_CJK,
    "Noto Serif KR",
)
JAPANESE = Script(
    "Japanese",
    ("HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA"),
    ("notoserifjp", "notoserifcjkjp", "notoserifcjk", "ipaexm", "ipam", "yumin", "hiraginomincho"),
    (
        *("notosansjp", "notosanscjkjp", "notosanscjk", "ipaexg", "ipag", "yugoth", "meiryo"),
        *("hiraginosans", "hiraginokakugothic"),
    ),
    _NOTO_CJK,
    "Noto Serif JP",
)
CHINESE = Script(
    "Chinese",
    ("CJK", "IDEOGRAPHIC", "FULLWIDTH", "BOPOMOFO", "VERTICAL", "HALFWIDTH", "KANGXI"),
    ("notoserifsc", "notoserifcjksc", "notoserifcjk", "songti", "simsun", "uming", "arplumingcn"),
    (
        *("notosanssc", "notosanscjksc", "notosanscjk", "pingfang", "hiraginosansgb", "msyh"),
        *("wqyzenhei", "wqymicrohei", "droidsansfallback"),
    ),
    _NOTO_CJK,
    "Noto Serif SC",
)
TRADITIONAL = CHINESE._replace(
    serif=("notoseriftc", "notoserifcjktc", "pmingliu", "mingliu", *CHINESE.serif),
    sans=("notosanstc", "notosanscjktc", "msjh", *CHINESE.sans),
    font="Noto Serif TC",
)

_ARABIC_FONTS = ("notonaskharabic", "amiriregular", "amiribold", "scheherazade", "geezapro")
_NOTO = "fonts-noto-core"

SCRIPTS = (
    HANGUL,
    JAPANESE,
    CHINESE,
    Script(
        "Arabic",
        ("ARABIC",),
        (*_ARABIC_FONTS, "timesnewroman", "times", "arial"),
        ("notosansarabic", *_ARABIC_FONTS, "segoeui", "tahoma", "arial"),
        _NOTO,
        "Noto Naskh Arabic",
    ),
    Script(
        "Hebrew",
        ("HEBREW",),
        ("notoserifhebrew", "frankruehl", "timesnewroman", "times", "davidlibre", "david"),
        ("notosanshebrew", "arial", "segoeui", "tahoma", "lucidagrande"),
        _NOTO,
        "Noto Serif Hebrew",
    ),
    Script(
        "Devanagari",
        ("DEVANAGARI", "VEDIC"),
        ("notoserifdevanagari", "lohitdevanagari", "nirmala", "mangal", "devanagarimt", "itfdeva"),
        ("notosansdevanagari", "lohitdevanagari", "nirmala", "mangal", "kohinoordevanagari"),
        _NOTO,
        "Noto Serif Devanagari",
    ),
)

SYMBOLS = Script("", (), ("dejavusans",), ("dejavusans",), "fonts-dejavu", "DejaVu Sans")

_HAN = {"ja": JAPANESE, "ko": HANGUL}
"""Han characters look different in each country: the bank's language tells which."""
_TRADITIONAL = ("tw", "hk", "mo", "hant")


@functools.cache
def script_of(character: str, language: str) -> Script:
    """Return the script of `character` in a text of `language` (a BCP 47 tag)."""
    name = unicodedata.name(character, "")
    for script in SCRIPTS:
        if name.startswith(script.characters):
            return _of_han(script, language) if script is CHINESE else script
    return _other(name)


def _of_han(script: Script, language: str) -> Script:
    primary, *rest = language.lower().split("-")
    if primary == "zh" and not set(_TRADITIONAL).isdisjoint(rest):
        return TRADITIONAL
    return _HAN.get(primary, script)


def _other(name: str) -> Script:
    """Return a script that is not listed, from the Unicode `name` of one of its characters.

    Noto has a font named after each script. A symbol has no script.
    """
    match = re.match(r"(.+?) (?:LETTER|SIGN|SYLLABLE|VOWEL|DIGIT)\b", name)
    if not match:
        return SYMBOLS
    title = match[1].title()
    key = "".join(title.split()).lower()
    fonts = (f"notoserif{key}", f"notosans{key}")
    return Script(title, (), fonts, fonts[::-1], _NOTO, f"Noto Sans {title}")
