"""Firefox's viewer of PDF files, in which a pupil fills in a form and saves it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

from support.engines import firefox

_SECONDS = 120

_FILL = """
const [values, done] = [arguments[0], arguments[arguments.length - 1]];
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function page(number) {
  const app = window.PDFViewerApplication;
  app.page = number;
  for (let turn = 0; turn < 300; turn += 1) {
    const layer = document.querySelector(
      `.page[data-page-number="${number}"] .annotationLayer`);
    if (layer && layer.querySelector("section")) return layer;
    await wait(100);
  }
  return null;
}

function fill(element, value, seen) {
  const say = (name) => element.dispatchEvent(new Event(name, { bubbles: true }));
  if (element.type === "radio") {
    seen[element.name] = (seen[element.name] || 0) + 1;
    if (String(seen[element.name]) === value) element.click();
  } else if (element.type === "checkbox") {
    if (!element.checked) element.click();
  } else {
    element.focus();
    element.value = value;
    for (const name of ["input", "change", "blur"]) say(name);
  }
}

(async () => {
  for (let turn = 0; turn < 300 && !window.PDFViewerApplication?.pdfDocument; turn += 1) {
    await wait(100);
  }
  const app = window.PDFViewerApplication;
  const [names, seen] = [[], {}];
  for (let number = 1; number <= app.pagesCount; number += 1) {
    const layer = await page(number);
    for (const element of layer ? layer.querySelectorAll("input, textarea, select") : []) {
      names.push(element.name);
      if (element.name in values) fill(element, values[element.name], seen);
    }
  }
  const bytes = await app.pdfDocument.saveDocument();
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return [names, btoa(text)];
})().then(done, (error) => done([String(error), ""]));
"""


def filled_in_firefox(
    path: Path, values: Mapping[str, str], folder: Path
) -> tuple[set[str], bytes]:
    """Fill `values`, by the full names of fields, into the form at `path`, and save it.

    Gives the names of all fields that Firefox shows, and the content of the file. `folder` is for
    Firefox's own files.
    """
    with firefox(folder) as browser:
        browser.open(path.as_uri())
        names, content = browser._send(  # type: ignore[attr-defined]
            "WebDriver:ExecuteAsyncScript",
            script=_FILL,
            args=[dict(values)],
            scriptTimeout=_SECONDS * 1000,
        )["value"]
    assert content, names
    return set(names), base64.b64decode(content)
