/* The page as a whole: its settings, and what the server tells it. */

const place = (id) => document.getElementById(id);
const questions = new Map();
const sections = new Map();
const entries = {};
let told = null;
let deck = null;
let first = true;

/* What the server tells: one stream at the page's own address, all of the view each time, but
   what is in each entry and on each card only once. */
const stream = new EventSource(location.href);
stream.onmessage = (event) => {
  told = JSON.parse(event.data);
  Object.assign(faces, told.cards);
  Object.assign(entries, told.entries);
  for (const one of told.decks) { one.entries = one.entries.map((digest) => entries[digest]); }
  place("stopped").hidden = true;
  offerDecks();
  refresh();
};
stream.onerror = () => { place("stopped").hidden = false; };

function offerDecks() {
  const names = told.decks.map((one) => one.name);
  const chosen = place("deck").value;
  place("deck").replaceChildren(...names.map((name) => make("option", { value: name }, name)));
  if (names.includes(chosen)) { place("deck").value = chosen; }
  place("decks").hidden = names.length < 2;
}

function refresh() {
  showErrors();
  deck = told.decks.find((one) => one.name === place("deck").value);
  const title = deck ? deck.title.replaceAll("::", " › ") : "Nothing to show yet";
  place("title").textContent = title;
  document.title = `${title} – quizgen preview`;
  if (!deck) { return; }
  offerFilters(deck);
  showNews(showQuestions());
  showSheets(deck, told.sheets);
  filter();
}

function showErrors() {
  const errors = place("errors");
  errors.hidden = told.errors.length === 0;
  const effect = told.kept ? "what you see is from before the last save" : "nothing can be built";
  errors.querySelector("h2").textContent = `${counted(told.errors.length, "error")}: ${effect}`;
  errors.querySelector("ol").replaceChildren(...told.errors.map(finding));
}

/* Gives the ids of the questions that are not what they were. */
function showQuestions() {
  const findings = new Map(deck.entries.map((entry) => [entry.key, []]));
  for (const one of told.findings) { findings.get(one.item)?.push(one); }
  const changed = [];
  const groups = [];
  for (const entry of deck.entries) {
    const key = `${deck.name}/${entry.key}`;
    if (!questions.has(key)) { questions.set(key, new Question()); }
    const question = questions.get(key);
    if (question.update(entry, findings.get(entry.key), deck.language)) { changed.push(question); }
    if (!groups.length || groups.at(-1).topic !== entry.topic) { groups.push({ topic: entry.topic, own: [] }); }
    groups.at(-1).own.push(question);
  }
  arrange(place("cards"), groups.map(section));
  forgetGone();
  showGeneral(told.findings.filter((one) => !findings.has(one.item) && one.severity !== "error"));
  return changed;
}

function section(group, index) {
  const key = `${deck.name}/${index}/${group.topic}`;
  if (!sections.has(key)) {
    sections.set(key, make("section", {}, make("h2"), make("div", { class: "questions" })));
  }
  const element = sections.get(key);
  element.firstChild.textContent = deck.topics[group.topic];
  element.setAttribute("aria-label", deck.topics[group.topic]);
  arrange(element.lastChild, group.own.map((question) => question.element));
  return element;
}

function forgetGone() {
  for (const [key, question] of questions) {
    if (!question.element.isConnected) { question.forget(); questions.delete(key); }
  }
}

/* Findings about no question that is here: the deck file, the passage, other questions. */
function showGeneral(findings) {
  const general = place("general");
  general.hidden = findings.length === 0;
  general.querySelector("summary").textContent = `${counted(findings.length, "finding")} about no card below`;
  general.querySelector("ol").replaceChildren(...findings.map(finding));
}

function showNews(changed) {
  if (!first && changed.length) {
    const time = new Date().toLocaleTimeString();
    const links = changed.slice(0, 5).flatMap((question) => [" ", linkTo(question)]);
    const more = changed.length > 5 ? ` and ${changed.length - 5} more` : "";
    place("news").replaceChildren(`Changed at ${time}:`, ...links, more);
    for (const question of changed) { flash(question.element); }
  }
  first = false;
}

/* A link that leads to the question also from the worksheets, or where a filter hides it. */
function linkTo(question) {
  const link = make("a", { href: `#${question.element.id}` }, question.entry.id);
  link.addEventListener("click", () => {
    if (settings.view !== "cards") { choose("view", "cards"); takeSettings(); }
    if (question.element.hidden) { document.querySelector("form").reset(); filter(); }
  });
  return link;
}

function flash(element) {
  element.classList.remove("changed");
  void element.offsetWidth;
  element.classList.add("changed");
}

function filter() {
  let shown = 0;
  let cards = 0;
  let found = 0;
  for (const question of questions.values()) {
    const wanted = meets(question);
    question.element.hidden = !wanted;
    shown += wanted;
    cards += wanted * question.cards.length;
    found += wanted * question.findings.children.length;
  }
  for (const element of place("cards").children) {
    element.hidden = !element.querySelector("article:not([hidden])");
  }
  const all = questions.size;
  place("count").textContent = settings.view === "sheets" ? ""
    : `${shown === all ? "" : `${shown} of `}${counted(all, "question")}, ${counted(cards, "card")}, ${counted(found, "finding")}`;
}

/* Settings */

const dark = matchMedia("(prefers-color-scheme: dark)");
const wide = matchMedia("(min-width: 60rem)");

function takeSettings() {
  for (const input of document.querySelectorAll(".choice input:checked")) {
    settings[input.name] = input.value;
  }
  place("cards").className = `${settings.theme} ${settings.width}`;
  place("cards").hidden = settings.view !== "cards";
  place("sheets").hidden = settings.view !== "sheets";
  for (const element of document.querySelectorAll(".cards-only")) {
    element.hidden = settings.view !== "cards";
  }
  for (const question of questions.values()) { question.cards.forEach((card) => { card.draw(); }); }
  filter();
}

function choose(name, value) {
  document.querySelector(`input[name=${name}][value=${value}]`).checked = true;
}

const scrolled = { cards: 0, sheets: 0 };
for (const input of document.querySelectorAll(".choice input")) {
  input.addEventListener("change", () => {
    const before = settings.view;
    scrolled[before] = scrollY;
    takeSettings();
    if (settings.view !== before) { scrollTo(0, scrolled[settings.view]); }
  });
}
document.querySelector("form").addEventListener("input", filter);
document.querySelector("form").addEventListener("reset", () => setTimeout(filter));
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
place("deck").addEventListener("change", () => { first = true; refresh(); });
dark.addEventListener("change", () => { choose("theme", dark.matches ? "night" : "light"); takeSettings(); });
wide.addEventListener("change", () => { place("tools").open = wide.matches; });
place("tools").open = wide.matches;
choose("theme", dark.matches ? "night" : "light");
takeSettings();
