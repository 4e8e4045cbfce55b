/* The passage: beside the questions on a wide screen, a tap away on a narrow one. */

/** @type {HTMLElement | null} */
let cameFrom = null;

/** Return whether the passage stands beside the questions. */
function isBeside() {
  return matchMedia("(min-width: 62rem)").matches;
}

/**
 * Show the passage at `target`, a paragraph or all of it, and what `quote` is in it.
 * @param {HTMLElement} passage
 * @param {HTMLElement} target
 * @param {string} quote
 */
function openPassage(passage, target, quote) {
  cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  passage.classList.add("open");
  all("mark.quote", passage).forEach((old) => {
    old.replaceWith(...old.childNodes);
  });
  passage.normalize();
  if (quote) { highlight(target, quote); }
  passage.focus({ preventScroll: true });
  const at = target.querySelector("mark.quote") || target;
  at.scrollIntoView({ block: isBeside() ? "nearest" : "start" });
}

/** @param {HTMLElement} passage */
function closePassage(passage) {
  passage.classList.remove("open");
  if (cameFrom) { cameFrom.focus(); }
}

/**
 * Mark `quote` in `root`. Spaces and line ends are the same, as for the build.
 * @param {HTMLElement} root
 * @param {string} quote
 */
function highlight(root, quote) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {{node: Text, at: number}[]} */
  const letters = [];
  let flat = "";
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    for (let at = 0; at < node.data.length; at += 1) {
      const letter = /\s/.test(node.data[at]) ? " " : node.data[at];
      if (letter === " " && flat.endsWith(" ")) { continue; }
      flat += letter;
      letters.push({ node, at });
    }
  }
  const wanted = quote.replace(/\s+/g, " ").trim();
  const start = flat.indexOf(wanted);
  if (start < 0 || !wanted) { return; }
  const places = letters.slice(start, start + wanted.length);
  Array.from(new Set(places.map((place) => place.node))).forEach((node) => {
    const inside = places.filter((place) => place.node === node).map((place) => place.at);
    const range = document.createRange();
    range.setStart(node, inside[0]);
    range.setEnd(node, inside[inside.length - 1] + 1);
    const mark = make("mark", "quote", "");
    range.surroundContents(mark);
  });
}

function setUpPassage() {
  const passage = document.getElementById("passage");
  if (!passage) { return; }
  all(".close", passage).forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => closePassage(passage));
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.cite, a.open") : null;
    if (!(link instanceof HTMLAnchorElement)) { return; }
    const target = document.getElementById(link.hash.slice(1));
    if (!target) { return; }
    event.preventDefault();
    if (link.classList.contains("open") && passage.classList.contains("open") && !isBeside()) {
      closePassage(passage);
    } else {
      openPassage(passage, target, link.classList.contains("cite") ? link.textContent || "" : "");
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && passage.classList.contains("open")) { closePassage(passage); }
  });
}
