/* The summary as text, and progress in a file. */

/** Return the summary of the round as text, a line a question. */
function report() {
  const lines = round.map((one) => {
    const result = one.result;
    const part = result && result.share > 0 && result.share < 1;
    const sign = !result ? "–" : part ? `${result.right}/${result.count}` : result.share ? "✓" : "✗";
    return `${one.label}: ${sign}`;
  });
  return [document.title, ...summary(), ...lines].join("\n");
}

function share() {
  const text = report();
  if (navigator.share) {
    navigator.share({ text }).catch((/** @type {Error} */ error) => {
      if (error.name !== "AbortError") { copy(text); }
    });
  } else {
    copy(text);
  }
}

function saveProgress() {
  const content = JSON.stringify({ quizgen: 1, bank: about.bank, boxes });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.download = `${about.file}-progress.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/**
 * Take the boxes of `text`, a file that was saved here. What has come further here stays.
 * @param {string} text
 */
function loadProgress(text) {
  let saved = null;
  try { saved = JSON.parse(text); } catch (damaged) { /* below */ }
  const loaded = saved && saved.bank === about.bank ? validBoxes(saved.boxes) : null;
  if (!loaded) { tell(say("foreign")); return; }
  catchUp();
  Object.keys(loaded).forEach((id) => {
    if (!boxes[id] || boxes[id][1] < loaded[id][1]) { boxes[id] = loaded[id]; }
  });
  keepBoxes();
  tell(say("saved"));
}

function setUpSharing() {
  onClick("#result .share", share);
  onClick("#result .save", saveProgress);
  fields("#result .load", document).forEach((field) => field.addEventListener("change", () => {
    const file = field.files && field.files[0];
    if (file) { file.text().then(loadProgress); }
    field.value = "";
  }));
}
