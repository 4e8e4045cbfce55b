"use strict";
const main = document.querySelector("main");
const entries = [...document.querySelectorAll(".entry")];
const state = document.getElementById("state");
const store = "quizgen-review-" + main.dataset.identity;

function inputs(entry) { return [...entry.querySelectorAll("input")]; }

function decision(entry) {
  if (entry.dataset.row === "pupil") {
    const text = inputs(entry)[0].value.trim();
    return text ? text : null;
  }
  const checked = inputs(entry).filter((input) => input.checked);
  return checked.length ? checked.map((input) => input.value).filter((value) => value !== "") : null;
}

function decisions() {
  const pages = JSON.parse(main.dataset.known).pages;
  for (const entry of entries) {
    const decided = decision(entry);
    if (decided === null) continue;
    const page = pages[entry.dataset.page] ||= {};
    if (entry.dataset.row === "pupil") page.pupil = decided;
    else if (entry.dataset.row === "drop") page.drop = true;
    else (page.rows ||= {})[entry.dataset.row] = decided;
  }
  return { pages };
}

/* Return whether `entry` waits: points for a question are given when one of its rows has a value. */
function isOpen(entry) {
  const decided = decision(entry);
  if (decided === null || decided.length || !entry.dataset.points) return decided === null;
  return !entries.some((other) => other.dataset.page === entry.dataset.page
    && other.dataset.points === entry.dataset.points && (decision(other) || []).length);
}

function show() {
  let open = 0;
  for (const entry of entries) {
    const decided = !isOpen(entry);
    entry.classList.toggle("decided", decided);
    if (!decided) open += 1;
  }
  state.textContent = open + " of " + entries.length + " are open";
}

function keep() {
  show();
  try { localStorage.setItem(store, JSON.stringify(decisions())); } catch { /* not allowed here */ }
}

function restore() {
  let kept;
  try { kept = JSON.parse(localStorage.getItem(store)); } catch { kept = null; }
  for (const entry of kept ? entries : []) {
    const page = (kept.pages || {})[entry.dataset.page] || {};
    if (entry.dataset.row === "pupil") {
      if (page.pupil) inputs(entry)[0].value = page.pupil;
      continue;
    }
    const values = entry.dataset.row === "drop" ? page.drop && ["drop"] : (page.rows || {})[entry.dataset.row];
    if (!values) continue;
    const chosen = values.length ? values : [""];
    for (const input of inputs(entry)) input.checked = chosen.includes(input.value);
    inputs(entry).forEach(settle);
  }
}

/* Take back what cannot be chosen beside `input`: nothing beside something, a half beside all points. */
function settle(input) {
  if (!input.checked) return;
  const all = inputs(input.closest(".entry"));
  const most = String(Math.max(...all.filter((one) => one.type === "radio").map((one) => Number(one.value))));
  for (const other of all) {
    const both = [input.value, other.value];
    if (input.type === "checkbox" && both.includes("") && both[0] !== both[1]) other.checked = false;
    if (both.includes("0.5") && both.includes(most)) other.checked = false;
  }
}

function choose(input) {
  if (input.type === "checkbox") input.checked = !input.checked;
  else input.checked = true;
  settle(input);
  input.focus();
  keep();
}

function accept(entry) {
  if (decision(entry) !== null || entry.dataset.row === "drop") return;
  const read = entry.dataset.read.split(" ").filter((value) => value !== "");
  if (entry.dataset.row === "pupil") { inputs(entry)[0].value = read.join(""); return; }
  const chosen = read.length ? read : [""];
  for (const input of inputs(entry)) {
    if (chosen.includes(input.value) && (input.type === "checkbox" || chosen.length === 1)) input.checked = true;
  }
}

function go(entry, step) {
  const next = entries[entries.indexOf(entry) + step];
  if (next) { inputs(next)[0].focus(); next.scrollIntoView({ block: "nearest" }); }
}

document.addEventListener("change", (event) => {
  settle(event.target);
  keep();
});
document.addEventListener("input", keep);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const entry = document.activeElement.closest(".entry") || (event.key === "n" ? null : undefined);
  if (entry === undefined) return;
  if (entry === null) { if (entries.length) { go(entries[0], 0); event.preventDefault(); } return; }
  const isText = document.activeElement.type === "text";
  if (event.key === "Enter") { accept(entry); keep(); go(entry, 1); event.preventDefault(); return; }
  if (isText) return;
  if (event.key === "n" || event.key === "p") { go(entry, event.key === "n" ? 1 : -1); event.preventDefault(); return; }
  if (event.key.length === 1) {
    const input = inputs(entry).find((one) => one.dataset.key === event.key);
    if (input) { choose(input); event.preventDefault(); }
  }
});
document.getElementById("save").addEventListener("click", () => {
  const link = document.createElement("a");
  const text = JSON.stringify(decisions(), null, 1);
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "decisions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  state.textContent = "saved as decisions.json";
});
restore();
show();
if (entries.length) inputs(entries[0])[0].focus();
