/* Marks on an answer: a sign, a class, and words for what is right, wrong or missed. */

/**
 * Mark `element` as right or wrong, with a sign at its end or behind it.
 * @param {HTMLElement} element
 * @param {boolean} right
 * @param {boolean} inside
 */
function markPart(element, right, inside) {
  element.classList.add(right ? "good" : "bad");
  const sign = make("span", "sign", right ? "✓" : "✗");
  sign.setAttribute("role", "img");
  sign.setAttribute("aria-label", say(right ? "right" : "wrong"));
  if (inside) { element.append(sign); } else { element.after(sign); }
}

/**
 * Mark the answer to `question`, and let nobody change it any more.
 * @param {Question} question
 */
function mark(question) {
  const root = question.element;
  root.classList.add("done");
  fields("input, select, textarea", root).forEach((field) => {
    if (field.type === "text" || field.type === "textarea") { field.readOnly = true; } else { field.disabled = true; }
  });
  all(".order", root).forEach((list) => list.classList.add("locked"));
  if (question.kind === "choice") { markOptions(root); }
  if (question.kind === "typed") { fields("input", root).forEach((one) => markPart(one, isRight(one), false)); }
  if (question.kind === "match") {
    fields("select", root).forEach((one) => markPart(one, one.value === one.dataset.k, false));
  }
  if (question.kind === "order") {
    const right = placesRight(root);
    all(".order li", root).forEach((row, at) => markPart(row, right[at], true));
  }
}

/**
 * Show below the options chosen, and the right ones, what they are.
 * @param {HTMLElement} root
 */
function markOptions(root) {
  all("[role] > label", root).forEach((option) => {
    const field = fields("input", option)[0];
    const key = field.hasAttribute("data-k");
    if (!field.checked && !key) { return; }
    option.classList.add("shown", field.checked ? (key ? "good" : "bad") : "missed");
  });
}

/**
 * Take all marks and the answer of `question` away.
 * @param {Question} question
 */
function unmark(question) {
  const root = question.element;
  question.result = null;
  root.classList.remove("done");
  all(".sign", root).forEach((sign) => sign.remove());
  all(".good, .bad, .missed, .shown, .locked", root).forEach((element) => {
    element.classList.remove("good", "bad", "missed", "shown", "locked");
  });
  fields("input, select, textarea", root).forEach((field) => {
    field.disabled = field.readOnly = field.checked = false;
    if (field.type !== "radio" && field.type !== "checkbox") { field.value = ""; }
  });
  all(".order", root).forEach(resetOrder);
  all("details", root).forEach((details) => details.removeAttribute("open"));
}
