/* The questions of the page, and helpers to find and make its elements. */

/** @typedef {{share: number, right: number, count: number, judged: boolean}} Result */
/** A share of the points from 0 to 1, parts that are right, and whether the learner judged it. */

/**
 * @typedef {object} Question
 * @property {HTMLElement} element
 * @property {string} kind
 * @property {string} id
 * @property {number} points
 * @property {boolean} bonus
 * @property {string} label
 * @property {Result | null} result
 */

/**
 * Return the elements inside `root` that `selector` matches.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
function all(selector, root) {
  return Array.from((root || document).querySelectorAll(selector));
}

/**
 * Return the fields inside `root` that `selector` matches.
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {HTMLInputElement[]}
 */
function fields(selector, root) {
  return Array.from(root.querySelectorAll(selector));
}

/**
 * Return a new element with a class and a text.
 * @param {string} tag
 * @param {string} name
 * @param {string} text
 */
function make(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/**
 * Return a new button that does `act`.
 * @param {string} name
 * @param {string} text
 * @param {() => void} act
 */
function makeButton(name, text, act) {
  const button = make("button", name, text);
  button.setAttribute("type", "button");
  button.addEventListener("click", act);
  return button;
}

/**
 * Let the button `selector` at the end of the page do `act`.
 * @param {string} selector
 * @param {() => void} act
 */
function onClick(selector, act) {
  all(selector).forEach((button) => button.addEventListener("click", act));
}

/**
 * Say `text` at the end of the page, also to a screen reader.
 * @param {string} text
 */
function tell(text) {
  all("#result .told").forEach((line) => { line.textContent = text; });
}

/** @type {Question[]} */
const questions = all("article").map((element) => {
  const heading = element.querySelector("h2, h3");
  return {
    element,
    kind: element.dataset.t || "choice",
    id: element.dataset.i || "",
    points: Number(element.dataset.p || 1),
    bonus: element.hasAttribute("data-b"),
    label: heading && heading.firstChild ? (heading.firstChild.textContent || "").trim() : "",
    result: null,
  };
});
