"""Pictures and sounds of another program's file, under addresses that are told apart."""

from __future__ import annotations


class GatheredFiles:
    """Files of questions. Two of one name are one only where their bytes agree."""

    def __init__(self) -> None:
        self.media: dict[str, bytes] = {}

    def add(self, name: str, content: bytes) -> str:
        """Keep the file `name`, and return the address that texts are to give it."""
        number, address = 1, name
        while self.media.setdefault(address, content) != content:
            number += 1
            address = f"{number}/{name}"
        return address
