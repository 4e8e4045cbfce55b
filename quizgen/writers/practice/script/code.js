/* The answer code of a page without a key: quizgen/model/answer_code.py reads it. */

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PREFIX = "QZ1";

/**
 * Return the bytes of `text`, behind their number (LEB128).
 * @param {string} text
 */
function textBytes(text) {
  const bytes = Array.from(new TextEncoder().encode(text.normalize("NFC").trim()));
  const head = [];
  let count = bytes.length;
  do {
    head.push((count & 127) | (count > 127 ? 128 : 0));
    count >>>= 7;
  } while (count);
  return [...head, ...bytes];
}

/**
 * Return the bytes of the answer to `question`.
 * @param {Question} question
 * @returns {number[]}
 */
function answerBytes(question) {
  const root = question.element;
  if (question.kind === "choice") {
    const chosen = fields("[role] > label input", root).map((field) => field.checked);
    const bytes = new Array(Math.ceil(chosen.length / 8)).fill(0);
    chosen.forEach((is, at) => { bytes[at >> 3] |= is ? 1 << (at & 7) : 0; });
    return bytes;
  }
  if (question.kind === "match") {
    return fields("select", root).map((field) => (field.value === "" ? 0 : Number(field.value) + 1));
  }
  if (question.kind === "order") {
    const rows = all(".order li", root);
    const places = new Array(rows.length).fill(0);
    if (isMoved(root)) { rows.forEach((row, at) => { places[Number(row.dataset.at)] = at + 1; }); }
    return places;
  }
  if (question.kind === "typed" || question.kind === "reveal") {
    return fields("input", root).reduce((bytes, field) => bytes.concat(textBytes(field.value)), /** @type {number[]} */ ([]));
  }
  return [];
}

/**
 * Return the CRC-32 of `bytes` (ISO 3309), the checksum of zip files.
 * @param {number[]} bytes
 */
function crc32(bytes) {
  let crc = -1;
  bytes.forEach((byte) => {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) { crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0); }
  });
  return ~crc >>> 0;
}

/**
 * Return the four bytes of `number`, the highest first.
 * @param {number} number
 */
function fourBytes(number) {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255);
}

/**
 * Return the code for the answers on the page.
 * @param {string} name
 */
function answerCode(name) {
  const form = about.form ? about.form.charCodeAt(0) - 64 : 0;
  const bytes = [...fourBytes(parseInt(about.digest, 16)), form, ...textBytes(name)];
  questions.forEach((question) => bytes.push(...answerBytes(question)));
  const checked = [...Array.from(PREFIX, (letter) => letter.charCodeAt(0)), ...bytes];
  bytes.push(...fourBytes(crc32(checked)));
  let letters = "";
  for (let bit = 0; bit < bytes.length * 8; bit += 5) {
    const two = (bytes[bit >> 3] << 8) | (bytes[(bit >> 3) + 1] || 0);
    letters += LETTERS[(two >> (11 - (bit & 7))) & 31];
  }
  return [PREFIX, ...(letters.match(/.{1,5}/g) || [])].join("-");
}

function setUpCode() {
  const place = all("#result output")[0];
  onClick("#result button.copy", () => copy(place.textContent || ""));
  onClick("#result button.show", () => {
    const name = fields("#result .name", document)[0];
    place.textContent = answerCode(name ? name.value : "");
  });
}
