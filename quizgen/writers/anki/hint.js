/* quizgen: Alt+0 opens and closes the hint. Anki on a computer keeps Space and Enter for itself. */
(function () {
  "use strict";
  if (window.quizgenHintKey) { return; }
  window.quizgenHintKey = true;
  document.addEventListener("keydown", function (event) {
    if (event.code !== "Digit0" || !event.altKey || event.ctrlKey || event.metaKey) { return; }
    var hint = document.querySelector(".quizgen details.help");
    if (!hint) { return; }
    hint.open = !hint.open;
    event.preventDefault();
  });
})();
