/* Which questions show: those that meet every filter. */

const filters = {
  text: document.getElementById("text"),
  topic: document.getElementById("topic"),
  type: document.getElementById("type"),
  difficulty: document.getElementById("difficulty"),
  found: document.getElementById("found"),
};

function meets(question) {
  const entry = question.entry;
  const wanted = filters.text.value.toLocaleLowerCase().split(/\s+/);
  return wanted.every((word) => question.searched.includes(word))
    && (!filters.topic.value || entry.topic === filters.topic.value)
    && (!filters.type.value || entry.type === filters.type.value)
    && (!filters.difficulty.value || entry.difficulty === filters.difficulty.value)
    && (!filters.found.checked || question.found);
}

/* Offers what the deck has, and keeps what was chosen. `choices` are pairs of value and name. */
function offer(select, all, choices) {
  const chosen = select.value;
  const options = [["", all], ...choices].map(([value, name]) => make("option", { value }, name));
  select.replaceChildren(...options);
  select.value = choices.some(([value]) => value === chosen) ? chosen : "";
}

function offerFilters(deck) {
  const levels = ["easy", "medium", "hard"];
  const has = (name) => new Set(deck.entries.map((entry) => entry[name]));
  const topics = has("topic");
  offer(filters.topic, "All topics", Object.entries(deck.topics).filter(([id]) => topics.has(id)));
  offer(filters.type, "All types", [...has("type")].sort().map((type) => [type, words(type)]));
  const difficulties = has("difficulty");
  offer(filters.difficulty, "Any", levels.filter((level) => difficulties.has(level)).map((level) => [level, level]));
}
