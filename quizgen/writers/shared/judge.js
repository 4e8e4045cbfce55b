/* quizgen: whether what a learner typed is right. A function of its arguments, for any page.

   quizgenJudge(typed, rule): `rule` has `answer`, and if need be `accept` (further answers),
   `number` (true: compare numbers), `tolerance` and `unit` (for numbers), `exact` (true: case
   counts) and `language` (BCP 47: how case and numbers work). Gives true or false. */
var quizgenJudge = (function () {
  "use strict";

  /* What nobody sees: soft hyphen, zero-width space, word joiner, byte order mark, direction. */
  var UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
  var JOINERS = /[\u200c\u200d]/;
  /* Joiners mean something in these scripts, and between emoji; nowhere else. */
  var JOINING = new RegExp(
    "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}" +
    "\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}" +
    "\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}" +
    "\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\ufe0f]", "u"
  );

  function judge(typed, rule) {
    var answers = [rule.answer].concat(rule.accept || []);
    var given = words(typed, rule);
    if (!given) { return false; }
    if (answers.some(function (answer) { return words(answer, rule) === given; })) { return true; }
    return Boolean(rule.number) && isNear(given, rule);
  }

  /* One spelling for what looks alike. */
  function words(text, rule) {
    text = joined(text.normalize("NFC").replace(UNSEEN, ""))
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u201c\u201d\u201e]/g, '"')
      .replace(/[\u2010\u2011]/g, "-")
      .replace(/\s+/g, " ").trim();
    return rule.exact ? text : lower(text, rule.language).replace(/\u03c2/g, "\u03c3");
  }

  function joined(text) {
    if (!JOINERS.test(text)) { return text; }
    var letters = Array.from(text);
    return letters.filter(function (letter, at) {
      return !JOINERS.test(letter) ||
        (JOINING.test(letters[at - 1] || "") || /\p{M}/u.test(letters[at - 1] || "")) &&
        JOINING.test(letters[at + 1] || "");
    }).join("");
  }

  function lower(text, language) {
    try {
      return text.toLocaleLowerCase(language || "en");
    } catch (unknown) {
      return text.toLowerCase();
    }
  }

  /* Numbers: exact, as whole numbers of the smallest decimal place. */

  function isNear(given, rule) {
    var unit = rule.unit ? words(rule.unit, rule) : "";
    if (unit && given.slice(-unit.length) === unit) { given = given.slice(0, -unit.length); }
    var typed = decimal(given, rule.language);
    var right = decimal(rule.answer, "");
    var most = decimal(rule.tolerance || "0", "");
    if (!typed || !right || !most) { return false; }
    var places = Math.max(typed.places.length, right.places.length, most.places.length);
    var off = scaled(typed, places) - scaled(right, places);
    return (off < 0 ? -off : off) <= scaled(most, places);
  }

  function scaled(number, places) {
    var digits = number.places;
    while (digits.length < places) { digits += "0"; }
    var whole = BigInt(number.whole + digits);
    return number.negative ? -whole : whole;
  }

  /* `text` as digits before and behind its decimal sign; null where it is no number. */
  function decimal(text, language) {
    var plain = ascii(text).replace(/^[\u2212\u2013\u2012]/, "-").replace(/([0-9])[ '\u066c](?=[0-9]{3}(?![0-9]))/g, "$1");
    var parts = /^([-+]?)([0-9.,]*)$/.exec(plain);
    if (!parts || !/[0-9]/.test(parts[2])) { return null; }
    var split = splitAt(parts[2], language);
    return split && { negative: parts[1] === "-", whole: split[0] || "0", places: split[1] };
  }

  function ascii(text) {
    return text.normalize("NFKC").replace(/\s+/g, " ").trim()
      .replace(/[\u0660-\u0669]/g, function (digit) { return digit.charCodeAt(0) - 0x660; })
      .replace(/[\u06f0-\u06f9]/g, function (digit) { return digit.charCodeAt(0) - 0x6f0; })
      .replace(/[\u0966-\u096f]/g, function (digit) { return digit.charCodeAt(0) - 0x966; })
      .replace(/\u066b/g, ".");
  }

  /* Whole part and places. A comma and a point both begin the places, but where the language
     groups thousands with that sign and it stands as one that groups. */
  function splitAt(digits, language) {
    var signs = digits.replace(/[0-9]/g, "");
    var last = signs.charAt(signs.length - 1);
    var grouped = /^[1-9][0-9]{0,2}([.,][0-9]{3})+$/;
    if (!signs) { return [digits, ""]; }
    if (signs.length === 1) {
      if (last === groupSign(language) && grouped.test(digits)) {
        return [digits.replace(last, ""), ""];
      }
      return digits.split(last);
    }
    if (/^(,+|\.+)$/.test(signs)) {
      return grouped.test(digits) ? [digits.split(last).join(""), ""] : null;
    }
    var at = digits.lastIndexOf(last);
    var whole = digits.slice(0, at);
    var other = last === "," ? "." : ",";
    if (whole.indexOf(last) >= 0 || !grouped.test(whole)) { return null; }
    return [whole.split(other).join(""), digits.slice(at + 1)];
  }

  function groupSign(language) {
    if (!language) { return ""; }
    try {
      return new Intl.NumberFormat(language).format(1234567).replace(/[^.,]/g, "").charAt(0);
    } catch (unknown) {
      return "";
    }
  }

  return judge;
})();
