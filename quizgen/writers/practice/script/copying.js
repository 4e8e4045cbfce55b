/* Text onto the clipboard. */

/**
 * Copy `text`, and say so.
 * @param {string} text
 */
function copy(text) {
  const done = () => tell(say("copied"));
  if (navigator.clipboard && window.isSecureContext) {
    navigator.clipboard.writeText(text).then(done, () => copyByHand(text, done));
  } else {
    copyByHand(text, done);
  }
}

/**
 * Copy `text` where the browser has no clipboard for pages from a file.
 * @param {string} text
 * @param {() => void} done
 */
function copyByHand(text, done) {
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  area.className = "heard";
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (copied) { done(); } else { tell(text); }
}
