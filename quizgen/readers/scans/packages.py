"""The packages that reading scans needs, which not everyone installs."""

from __future__ import annotations

import importlib.util

PACKAGES = ("cv2", "numpy", "pypdfium2", "zxingcpp")
"""What the modules of this room import; see the extra ``grade`` of ``pyproject.toml``."""


def check_packages() -> None:
    """Raise ModuleNotFoundError, as an import would, where one of `PACKAGES` is not installed.

    None is imported: a process that has OpenCV cannot be copied any more.
    """
    for name in PACKAGES:
        if importlib.util.find_spec(name) is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
