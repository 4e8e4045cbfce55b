/* The score for a learning platform: SCORM 1.2, chapter 3 of the run-time environment.
   It is that of all questions, each by its first result: later rounds are practice. */

/** @typedef {{LMSInitialize: (empty: string) => string, LMSSetValue: (name: string, value: string) => string, LMSGetValue: (name: string) => string, LMSCommit: (empty: string) => string, LMSFinish: (empty: string) => string}} Api */

/**
 * Return the interface that a window around this one has, or null.
 * @returns {Api | null}
 */
function platform() {
  /** @type {any} */
  let place = window;
  for (let depth = 0; depth < 8 && place; depth += 1) {
    try {
      if (place.API) { return place.API; }
      place = place.parent === place ? place.opener : place.parent;
    } catch (refused) {
      return null;
    }
  }
  return null;
}

const KINDS = /** @type {Record<string, string>} */ ({ choice: "choice", typed: "fill-in", match: "matching", order: "sequencing" });

function setUpScorm() {
  const api = platform();
  if (!api || api.LMSInitialize("") === "false") { return; }
  const begun = Date.now();
  /** @type {Map<Question, Result>} */
  const firsts = new Map();
  let count = Number(api.LMSGetValue("cmi.interactions._count")) || 0;
  if (api.LMSGetValue("cmi.core.lesson_status") === "not attempted") {
    api.LMSSetValue("cmi.core.lesson_status", "incomplete");
  }
  api.LMSSetValue("cmi.core.score.min", "0");
  api.LMSSetValue("cmi.core.score.max", "100");
  listeners.push((question, result) => {
    if (!firsts.has(question)) { firsts.set(question, result); }
    const { points, most } = score(questions, (one) => firsts.get(one));
    const name = `cmi.interactions.${count}`;
    count += 1;
    api.LMSSetValue(`${name}.id`, question.id.replace(/[^A-Za-z0-9]/g, "_"));
    api.LMSSetValue(`${name}.type`, KINDS[question.kind] || "performance");
    if (KINDS[question.kind]) { api.LMSSetValue(`${name}.student_response`, response(question)); }
    api.LMSSetValue(`${name}.weighting`, String(question.points));
    api.LMSSetValue(`${name}.result`, result.share === 1 ? "correct" : result.share ? String(Math.round(result.share * 100) / 100) : "wrong");
    api.LMSSetValue("cmi.core.score.raw", String(most ? Math.min(100, Math.round((points / most) * 10000) / 100) : 0));
    if (firsts.size === questions.length) { api.LMSSetValue("cmi.core.lesson_status", "completed"); }
    api.LMSSetValue("cmi.core.session_time", spent(begun));
    api.LMSCommit("");
  });
  addEventListener("pagehide", () => {
    api.LMSSetValue("cmi.core.session_time", spent(begun));
    api.LMSFinish("");
  });
}

/**
 * Return what was answered as SCORM spells it: signs from 0 to z for options and parts as shown.
 * @param {Question} question
 */
function response(question) {
  const root = question.element;
  const sign = (/** @type {number} */ at) => Math.min(at, 35).toString(36);
  if (question.kind === "choice") {
    const chosen = fields("[role] > label input", root).map((field, at) => (field.checked ? sign(at) : ""));
    return chosen.filter(Boolean).join(",");
  }
  if (question.kind === "match") {
    const pairs = fields("select", root).map((field, at) => (field.value ? `${sign(at)}.${sign(Number(field.value))}` : ""));
    return pairs.filter(Boolean).join(",");
  }
  if (question.kind === "order") {
    return isMoved(root) ? all(".order li", root).map((row) => sign(Number(row.dataset.at))).join(",") : "";
  }
  return fields("input", root).map((field) => field.value.trim()).join("; ").slice(0, 255);
}

/**
 * Return the time since `begun` as hours, minutes and seconds.
 * @param {number} begun
 */
function spent(begun) {
  const seconds = Math.floor((Date.now() - begun) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, at) => String(part).padStart(at ? 2 : 4, "0")).join(":");
}
