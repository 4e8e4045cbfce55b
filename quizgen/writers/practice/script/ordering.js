/* Parts to put in order: buttons move them up and down, by a tap or by the keyboard. */

/**
 * Give each row of `list` its buttons in place of the list of places.
 * @param {HTMLElement} list
 */
function setUpOrder(list) {
  const heard = make("p", "heard", "");
  heard.setAttribute("role", "status");
  list.after(heard);
  all("li", list).forEach((row, at) => {
    row.dataset.at = String(at);
    const choice = row.querySelector("select");
    const part = row.querySelector(".part");
    const name = part ? part.textContent || "" : "";
    if (choice) { choice.remove(); }
    const moves = make("span", "moves", "");
    [["up", "↑", -1], ["down", "↓", 1]].forEach(([word, sign, step]) => {
      const button = makeButton(String(word), String(sign), () => move(row, Number(step), button));
      button.setAttribute("aria-label", `${say(String(word))}: ${name}`);
      moves.append(button);
    });
    row.prepend(moves);
  });
  showEnds();

  /**
   * @param {HTMLElement} row
   * @param {number} step
   * @param {HTMLElement} button
   */
  function move(row, step, button) {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other || list.classList.contains("locked")) { return; }
    if (step < 0) { other.before(row); } else { other.after(row); }
    list.dataset.moved = "";
    button.focus();
    showEnds();
    const rows = Array.from(list.children);
    heard.textContent = say("moved", { number: rows.indexOf(row) + 1, count: rows.length });
  }

  function showEnds() {
    const rows = all("li", list);
    rows.forEach((row, at) => {
      setDisabled(row.querySelector(".up"), at === 0);
      setDisabled(row.querySelector(".down"), at === rows.length - 1);
    });
  }
}

/**
 * Say that `button` does nothing now; it stays where the keyboard finds it.
 * @param {Element | null} button
 * @param {boolean} isOff
 */
function setDisabled(button, isOff) {
  if (button) { button.setAttribute("aria-disabled", String(isOff)); }
}

/**
 * Return whether anybody has moved a row of `root`, even if it is back: else there is no answer.
 * @param {HTMLElement} root
 */
function isMoved(root) {
  return !!root.querySelector(".order[data-moved]");
}

/**
 * Put the rows of `list` back as they were at first.
 * @param {HTMLElement} list
 */
function resetOrder(list) {
  delete list.dataset.moved;
  all("li", list)
    .sort((one, other) => Number(one.dataset.at) - Number(other.dataset.at))
    .forEach((row) => list.append(row));
  const rows = all("li", list);
  rows.forEach((row, at) => {
    setDisabled(row.querySelector(".up"), at === 0);
    setDisabled(row.querySelector(".down"), at === rows.length - 1);
  });
}
