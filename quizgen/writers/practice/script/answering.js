/* Answering: a button to check each question, and what is said then. */

/** What wants to know of each result, such as a learning platform. */
/** @type {((question: Question, result: Result) => void)[]} */
const listeners = [];

/**
 * Give `question` its buttons and the line that says what is right.
 * @param {Question} question
 */
function setUpQuestion(question) {
  const root = question.element;
  const buttons = make("div", "acts", "");
  const line = make("p", "said", "");
  line.setAttribute("role", "status");
  const answer = root.querySelector(".ans");
  if (question.kind === "reveal" || question.kind === "essay") {
    buttons.append(
      makeButton("reveal", say("reveal"), () => {
        root.classList.add("seen");
        open(question);
      }),
      makeButton("knew", say("knew"), () => finish(question, judged(true))),
      makeButton("not", say("not"), () => finish(question, judged(false))),
    );
    root.append(buttons, line);
    return;
  }
  buttons.append(
    makeButton("check", say("check"), () => {
      if (isAnswered(question)) { finish(question, grade(question)); } else { line.textContent = say("first"); }
    }),
    makeButton("give", say("reveal"), () => finish(question, grade(question))),
  );
  if (answer) { answer.before(buttons, line); }
  fields("input[type=text]", root).forEach((field) => field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && !question.result) {
      const next = fields("input[type=text]", root).find((other) => !other.value.trim());
      if (next && next !== field && field.value.trim()) { next.focus(); } else { all(".check", root)[0].click(); }
    }
  }));
}

/**
 * Return the result of a question that a learner judges.
 * @param {boolean} right
 * @returns {Result}
 */
function judged(right) {
  return { share: right ? 1 : 0, right: right ? 1 : 0, count: 1, judged: true };
}

/**
 * Take `result` as that of `question`: mark it, say it, and open the answer.
 * @param {Question} question
 * @param {Result} result
 */
function finish(question, result) {
  if (question.result) { return; }
  question.result = result;
  mark(question);
  const right = result.share === 1;
  const [box, day] = moveBox(question.id, right);
  const word = result.share > 0 && !right
    ? `◐ ${say("part", { right: result.right, count: result.count })}`
    : `${right ? "✓" : "✗"} ${say(right ? "right" : "wrong")}`;
  all(".said", question.element).forEach((line) => {
    line.className = `said ${right ? "good" : result.share ? "" : "bad"}`;
    line.textContent = `${word} · ${say("box", { number: box, when: inDays(day - today()) })}`;
  });
  open(question);
  showScore();
  listeners.forEach((listen) => listen(question, result));
}

/**
 * Open the answer of `question`, and let the keyboard go on from there.
 * @param {Question} question
 */
function open(question) {
  all(".ans", question.element).forEach((answer) => {
    answer.setAttribute("open", "");
    const head = answer.querySelector("summary");
    if (head) { head.focus({ preventScroll: true }); }
  });
}

/**
 * Ask `question` from the beginning.
 * @param {Question} question
 */
function reset(question) {
  unmark(question);
  question.element.classList.remove("seen");
  all(".said", question.element).forEach((line) => {
    line.className = "said";
    line.textContent = "";
  });
}
