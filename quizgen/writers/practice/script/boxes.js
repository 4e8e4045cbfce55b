/* Practice over days: five boxes after Leitner. What was right comes again later and later. */

const DAYS = [1, 2, 4, 8, 16];
const STORE = `quizgen:${about.bank}`;
const DAY = 86400000;

/** @typedef {Record<string, [number, number]>} Boxes */
/** A box from 1, and the day from which the question is due, by the identity of the question. */

/** @type {Boxes} */
let boxes = {};
let keeps = true;

/** Return the number of today, counted in days from 1970, by the clock on the wall here. */
function today() {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60000) / DAY);
}

/** Return what the browser has kept, by whatever page of the bank; null for nothing. */
function storedBoxes() {
  try { return validBoxes(JSON.parse(localStorage.getItem(STORE) || "{}")); } catch (damaged) { return null; }
}

/** Read what the browser has kept, and say so where it keeps nothing. */
function readBoxes() {
  try { localStorage.setItem("quizgen", ""); } catch (refused) { keeps = false; }
  boxes = storedBoxes() || {};
  all(".keeps").forEach((note) => { note.hidden = keeps; });
}

function keepBoxes() {
  try { localStorage.setItem(STORE, JSON.stringify(boxes)); } catch (refused) { /* said already */ }
}

/**
 * Return the boxes in `value`, which may be anything, or null.
 * @param {any} value
 * @returns {Boxes | null}
 */
function validBoxes(value) {
  if (!value || typeof value !== "object" || Array.isArray(value)) { return null; }
  /** @type {Boxes} */
  const valid = Object.create(null);
  Object.keys(value).forEach((id) => {
    const [box, day] = Array.isArray(value[id]) ? value[id] : [0, 0];
    if (Number.isInteger(box) && box >= 1 && box <= DAYS.length && Number.isInteger(day)) {
      valid[id] = [box, day];
    }
  });
  return valid;
}

/** Take over what other pages of the bank have kept since this one was opened. */
function catchUp() {
  if (keeps) { boxes = storedBoxes() || boxes; }
}

/**
 * Move the question `id` into its next box, or back into the first.
 * @param {string} id
 * @param {boolean} right
 * @returns {[number, number]}
 */
function moveBox(id, right) {
  catchUp();
  const [box, day] = boxes[id] || [0, 0];
  const isEarly = box > 0 && day > today();
  const next = !right ? 1 : isEarly ? box : Math.min(box + 1, DAYS.length);
  boxes[id] = right && isEarly ? [box, day] : [next, today() + DAYS[next - 1]];
  keepBoxes();
  return boxes[id];
}

/** Return whether the question `id` is to be asked today. @param {string} id */
function isDue(id) {
  return !boxes[id] || boxes[id][1] <= today();
}
