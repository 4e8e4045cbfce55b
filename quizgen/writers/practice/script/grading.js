/* What an answer is worth: the same rule as quizgen/model/scoring.py. */

/**
 * Return the share for the options chosen, where `keys` says which are right.
 * @param {boolean[]} chosen
 * @param {boolean[]} keys
 */
function choiceShare(chosen, keys) {
  const count = keys.filter(Boolean).length;
  const right = keys.filter((key, at) => key && chosen[at]).length;
  const wrong = keys.filter((key, at) => !key && chosen[at]).length;
  if (count === 1) { return right === 1 && wrong === 0 ? 1 : 0; }
  return Math.max(0, right / count - (wrong ? wrong / (keys.length - count) : 0));
}

/**
 * Return the result for parts of which each is right or not.
 * @param {boolean[]} parts
 * @returns {Result}
 */
function resultOf(parts) {
  const right = parts.filter(Boolean).length;
  return { share: parts.length ? right / parts.length : 0, right, count: parts.length, judged: false };
}

/**
 * Return whether a typed answer is right; cards judge in the same way.
 * @param {HTMLInputElement} field
 */
function isRight(field) {
  const rule = JSON.parse(field.dataset.r || "{}");
  rule.language = document.documentElement.lang;
  return quizgenJudge(field.value, rule);
}

/**
 * Return what is right in the answer to `question`.
 * @param {Question} question
 * @returns {Result}
 */
function grade(question) {
  const root = question.element;
  if (question.kind === "choice") {
    const options = fields("[role] > label input", root);
    const keys = options.map((option) => option.hasAttribute("data-k"));
    const chosen = options.map((option) => option.checked);
    const result = resultOf(chosen.filter((_, at) => keys[at]));
    result.share = choiceShare(chosen, keys);
    return result;
  }
  if (question.kind === "typed") { return resultOf(fields("input", root).map(isRight)); }
  if (question.kind === "match") {
    return resultOf(fields("select", root).map((field) => field.value === field.dataset.k));
  }
  return resultOf(placesRight(root));
}

/**
 * Return for each row of the order in `root` whether it is right; none is while nobody moved one.
 * @param {HTMLElement} root
 */
function placesRight(root) {
  return all(".order li", root).map((row, at) => isMoved(root) && row.dataset.k === String(at + 1));
}

/**
 * Return whether anything is given for `question`.
 * @param {Question} question
 */
function isAnswered(question) {
  const given = fields("input, select", question.element);
  return isMoved(question.element) || given.some((field) => (
    field.type === "radio" || field.type === "checkbox" ? field.checked : field.value.trim() !== ""
  ));
}
