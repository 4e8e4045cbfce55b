"""A worksheet's digest is worked out once it is used, and is the one of all its forms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.forms import choice, matching, printed

from quizgen.assemble import later_digest
from quizgen.assemble.digest import digest


def test_the_digest_is_worked_out_once_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[None] = []

    def counted(*arguments: object) -> str:
        calls.append(None)
        return digest(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(later_digest, "digest", counted)
    sheets = printed([choice("a"), matching("b", 3)], forms=3).worksheets
    assert len(sheets) == 3
    assert calls == []
    expected = digest(sheets, {})
    assert [sheet.digest for sheet in sheets] == [expected] * 3
    assert calls == [None]
    assert replace(sheets[0], title=sheets[0].title) == sheets[0]
