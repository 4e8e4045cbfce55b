/* What the build says about the page: names, and the words in the language of the bank. */

/** @typedef {{file: string, bank: string, digest: string, form: string, words: Record<string, string>}} About */

/** @type {About} */
const about = JSON.parse(document.body.dataset.about || "{}");

/**
 * Return the words `name`, with each place in braces filled in.
 * @param {string} name
 * @param {Record<string, string | number>} [places]
 */
function say(name, places) {
  return (about.words[name] || "").replace(/\{(\w+)\}/g, (_, key) => String((places || {})[key]));
}

/**
 * Return `number` as the language writes it, with two decimals at most.
 * @param {number} number
 */
function written(number) {
  return (Math.round(number * 100) / 100).toLocaleString(document.documentElement.lang);
}

/**
 * Return a number of days from today in words, such as “tomorrow”.
 * @param {number} days
 */
function inDays(days) {
  if (!Intl.RelativeTimeFormat) { return `+${days}`; }
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  return format.format(days, "day");
}
