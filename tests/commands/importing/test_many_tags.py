"""Tags beyond those that a question may have are told."""

from __future__ import annotations

from pathlib import Path

from support.brought import bring


def test_tags_beyond_the_limit_are_told(tmp_path: Path) -> None:
    tags = "".join(f"[tag:t{n}] " for n in range(102))
    got = bring(tmp_path, "x.gift", f"// {tags}\n::a::Which animal barks? {{=a dog}}\n")
    (item,) = got.items
    assert len(item.tags) == 100
    assert got.losses == {"CUT": ["the tags t100 t101"]}
