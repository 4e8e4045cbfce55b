"""Pictures and sounds of another program's file, under addresses that are told apart."""

from __future__ import annotations


class GatheredFiles:
    """Files of questions. Two of one name are one only where their bytes agree."""

    def __init__(self) -> None:
        self.media: dict[str, bytes] = {}
        self._addresses: dict[tuple[str, bytes], str] = {}
        self._counts: dict[str, int] = {}

    def add(self, name: str, content: bytes) -> str:
        """Keep the file `name`, and return the address that texts are to give it."""
        if (name, content) in self._addresses:
            return self._addresses[name, content]
        number = self._counts.get(name, 0) + 1
        address = name if number == 1 else f"{number}/{name}"
        while self.media.setdefault(address, content) != content:
            number += 1
            address = f"{number}/{name}"
        self._counts[name] = number
        self._addresses[name, content] = address
        return address
