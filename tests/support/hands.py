"""Answering on a practice page as a learner does: by a mouse, by touch, or by keys alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from support.engines import Engine

MAX_SECONDS = 60
"""Until what somebody does has come to pass, on a machine that does much else."""
TAB, SHIFT, DOWN = "\ue004", "\ue008", "\ue015"
MAX_TABS = 200
"""Stops of the Tab key on the way to anything on the page, and more."""
FIND = """
const [name, kind, value] = arguments;
const question = document.querySelector(`article[data-i="${name}"]`);
const all = (css) => [...question.querySelectorAll(css)];
return {
  option: () => all("[role] > label").find((one) => one.textContent.startsWith(value)),
  field: () => all("input[type=text], textarea")[value],
  list: () => all("select")[value],
  up: () => all("li").find((one) => one.textContent.includes(value)).querySelector(".up"),
  down: () => all("li").find((one) => one.textContent.includes(value)).querySelector(".down"),
  button: () => all("button").find((one) => one.textContent === value),
  answer: () => question.querySelector(".ans > summary"),
}[kind]();
"""
WHERE = """
const [aim] = arguments, at = document.activeElement;
if (at === aim || aim.type === "radio" && at.name === aim.name) { return 0; }
return at.compareDocumentPosition(aim) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
"""
"""Whether what is to have the focus has it, stands behind what has it, or before it. Of options
of which one can be chosen, the Tab key stops at one alone."""
PARTS = """
return [...document.querySelectorAll(`article[data-i="${arguments[0]}"] .part`)]
  .map((one) => one.textContent);
"""


def wait_for(what: Callable[[], bool]) -> None:
    """Wait until something is the case; fail where it never is."""
    end = time.monotonic() + MAX_SECONDS
    while not what():
        assert time.monotonic() < end, "nothing has come of it"
        time.sleep(0.02)


class Hand:
    """Whoever sits before `engine`, and uses it in one of its `ways`."""

    def __init__(self, engine: Engine, way: str) -> None:
        self.engine = engine
        self.way = way

    def find(self, name: str, kind: str, value: Any = None) -> Any:
        """Return an element of the question `name`."""
        return self.engine.run(FIND, name, kind, value)

    def press(self, element: Any) -> None:
        """Click on `element`, tap on it, or go to it and press the space bar."""
        if self.way == "keys":
            self._reach(element)
            self._type(" ")
        elif self.way == "touch":
            self._tap(element)
        else:
            self.engine.click(element)

    def choose(self, name: str, option: str) -> None:
        label = self.find(name, "option", option)
        control = self.engine.run("return arguments[0].control", label)
        if self.way == "keys":
            self._reach(control)
            while not self._has_focus(control):
                self._type(DOWN)
            if not self._is(control, "checked"):
                self._type(" ")
        else:
            self.press(label)
        wait_for(lambda: self._is(control, "checked"))

    def fill(self, name: str, place: int, text: str) -> None:
        field = self.find(name, "field", place)
        if self.way == "keys":
            self._reach(field)
        else:
            self.press(field)
        wait_for(lambda: self._has_focus(field))
        self._type(text)
        wait_for(lambda: bool(self.engine.run("return arguments[0].value", field) == text))

    def pick(self, name: str, place: int, text: str) -> None:
        """Pick `text` from a list by its first letters.

        An open list is a window of the system, in which no driver clicks or taps.
        """
        field = self.find(name, "list", place)
        self._reach(field)
        self._type(text.partition(" ")[0])
        picked = "return arguments[0].selectedOptions[0].text"
        wait_for(lambda: bool(self.engine.run(picked, field) == text))

    def sort(self, name: str, *parts: str) -> None:
        """Move each of `parts` up to its place; an order that stands is moved and moved back."""
        if self.engine.run(PARTS, name) == list(parts):
            self.press(self.find(name, "down", parts[0]))
            wait_for(lambda: bool(self.engine.run(PARTS, name) != list(parts)))
        for place, part in enumerate(parts):
            while (at := self.engine.run(PARTS, name).index(part)) > place:
                self.press(self.find(name, "up", part))
                wait_for(partial(self._has_risen, name, part, at))

    def open_answer(self, name: str) -> None:
        summary = self.find(name, "answer")
        self.press(summary)
        wait_for(lambda: bool(self.engine.run("return arguments[0].parentNode.open", summary)))

    def _has_risen(self, name: str, part: str, before: int) -> bool:
        return bool(self.engine.run(PARTS, name).index(part) < before)

    def _is(self, element: Any, state: str) -> bool:
        return bool(self.engine.run("return arguments[0][arguments[1]]", element, state))

    def _has_focus(self, element: Any) -> bool:
        return bool(self.engine.run("return document.activeElement === arguments[0]", element))

    def _reach(self, element: Any) -> None:
        """Go to `element` by the Tab key; a step that comes late is taken back."""
        for _ in range(MAX_TABS):
            step = self.engine.run(WHERE, element)
            if step == 0:
                return
            self._type(TAB, *([SHIFT] if step < 0 else []))
        raise AssertionError("the Tab key does not lead there")

    def _type(self, keys: str, *held: str) -> None:
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        down = [{"type": "keyDown", "value": key} for key in held]
        up = [{"type": "keyUp", "value": key} for key in held]
        self.engine.act({"type": "key", "id": "keys", "actions": [*down, *strokes, *up]})

    def _tap(self, element: Any) -> None:
        move = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element}
        touch = [{"type": f"pointer{kind}", "button": 0} for kind in ("Down", "Up")]
        finger = {"pointerType": "touch"}
        self.engine.act(
            {"type": "pointer", "id": "finger", "parameters": finger, "actions": [move, *touch]}
        )
