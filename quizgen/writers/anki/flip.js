/* quizgen: shows the answer, as if the learner had asked for it. Anki on a computer, AnkiDroid;
   where neither is there, nothing happens, and the learner turns the card as always. */
function quizgenFlip() {
  "use strict";
  if (typeof pycmd === "function") { pycmd("ans"); return; }
  if (typeof showAnswer === "function") { showAnswer(); }
}
