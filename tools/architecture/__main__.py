"""Write docs/images/architecture.svg."""

from __future__ import annotations

from tools.architecture.plan import PLAN, drawing

PLAN.write_text(drawing(), encoding="utf-8")
