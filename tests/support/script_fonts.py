"""Fonts of this machine, and sentences that need more than quizgen's own fonts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.project.system_fonts import system_font_files

NOTO = ("NotoSerif", "NotoSans", "NotoNaskh")

STEMS = {
    "ko": "2023년 12월 9일 세 나라의 보좌관은 “어느 도시에서” 만났습니까?",
    "ja": "「三か国」の補佐官が会談したのは、どの都市ですか。ソウル・コーヒー",
    "zh-CN": "三国国家安全顾问在哪座城市会面？他们讨论了“朝鲜核问题”，还有供应链。",
    "zh-TW": "三國國家安全顧問在哪座城市會面？",
    "ar": "في أي مدينة التقى المستشارون الثلاثة؟ ناقشوا القرار والعقوبات على الإرهاب.",
    "he": "באיזו עיר נפגשו שלושת היועצים? הם דנו בסנקציות על צפון קוריאה.",
    "hi": "तीनों राष्ट्रीय सुरक्षा सलाहकार किस शहर में मिले? क्षत्रिय, ज्ञान, श्रृंखला।",
}
"""A sentence or two in the language, of characters that need more than quizgen's own fonts."""


def fonts(*names: str) -> Callable[[], list[Path]]:
    """The machine's font files whose names begin like one of `names`; all if none."""
    found = [path for path in system_font_files() if not names or path.name.startswith(names)]
    if not found:
        pytest.skip(f"no font {' or '.join(names)}; .ci/run installs those that are needed")
    return lambda: found
