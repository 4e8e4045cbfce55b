/* Rounds: all questions, or those that were wrong, or those that are due; and their score. */

/** The questions of this round. */
let round = questions;

/**
 * Ask `some` questions from the beginning, and hide the others.
 * @param {Question[]} some
 */
function ask(some) {
  round = some;
  questions.forEach((question) => {
    question.element.hidden = !some.includes(question);
    if (some.includes(question)) { reset(question); }
  });
  all(".case, .part").forEach((box) => { box.hidden = all("article", box).every((one) => one.hidden); });
  showScore();
  const first = some[0] && some[0].element.querySelector("h2, h3");
  if (first instanceof HTMLElement) {
    first.tabIndex = -1;
    first.focus();
  }
}

/**
 * Return the points of `some` questions with `results`, one to each, and the most that there are.
 * Questions that learners judge themselves are counted apart.
 * @param {Question[]} some
 * @param {(question: Question) => Result | null | undefined} results
 */
function score(some, results) {
  const graded = some.filter((one) => one.kind !== "reveal" && one.kind !== "essay");
  const sum = graded.reduce((all, one) => all + (results(one) || { share: 0 }).share * one.points, 0);
  const most = graded.reduce((all, one) => all + (one.bonus ? 0 : one.points), 0);
  return { points: sum, most };
}

/** Return the lines that sum the round up. */
function summary() {
  const { points, most } = score(round, (one) => one.result);
  const open = round.filter((one) => !one.result).length;
  const judged = round.filter((one) => one.result && one.result.judged);
  const lines = [];
  if (most || points) { lines.push(say("points", { points: written(points), most: written(most) })); }
  if (judged.length) {
    const right = judged.filter((one) => one.result && one.result.share === 1).length;
    lines.push(say("self", { right, count: judged.length }));
  }
  if (open) { lines.push(say("open", { count: open })); }
  return lines;
}

function showScore() {
  const done = round.filter((one) => one.result).length;
  all(".bar .score").forEach((place) => { place.textContent = `${done} / ${round.length}`; });
  all("#result .total").forEach((place) => { place.textContent = summary().join(" · "); });
  const wrong = all("#result .wrong")[0];
  if (wrong instanceof HTMLButtonElement) { wrong.disabled = !wrongOnes().length; }
}

/** Return the questions of the round that were not wholly right. */
function wrongOnes() {
  return round.filter((one) => one.result && one.result.share < 1);
}

function setUpRounds() {
  onClick("#result .wrong", () => ask(wrongOnes()));
  onClick("#result .all", () => ask(questions));
  onClick("#result .again", () => ask(round));
  onClick("#result .due", () => {
    const due = questions.filter((one) => isDue(one.id));
    if (due.length) { ask(due); } else { tell(say("nothing")); }
  });
}
