/* The questions of a deck: what is there is kept and changed in place, so that the page
   neither jumps nor forgets which cards were turned over. */

const settings = { theme: "light", sides: "both" };
const faces = {};

class Card {
  constructor() {
    this.turned = false;
    this.front = new Frame();
    this.back = new Frame();
    this.name = make("h4");
    this.button = make("button", { type: "button", class: "turn" });
    this.button.addEventListener("click", () => { this.turned = !this.turned; this.draw(); });
    this.element = make("div", { class: "card" }, this.name,
      make("div", { class: "sides" },
        make("div", { class: "side" }, this.front.box), make("div", { class: "side" }, this.back.box)),
      this.button);
  }

  update(entry, index, language) {
    const card = entry.cards[index];
    const name = `${card.name}, card ${index + 1} of ${entry.cards.length}`;
    this.title = `${entry.id}: ${name}`;
    this.face = faces[card.digest];
    this.language = language;
    this.name.textContent = name;
    this.name.hidden = entry.cards.length === 1;
    this.draw();
  }

  draw() {
    const one = settings.sides === "one";
    this.element.classList.toggle("one", one);
    this.button.hidden = !one;
    this.button.textContent = this.turned ? "Show question" : "Show answer";
    this.button.setAttribute("aria-label", `${this.button.textContent} of ${this.title}`);
    this.show(this.front, one && this.turned ? "back" : "front");
    this.show(this.back, "back");
  }

  show(frame, side) {
    const face = this.face[side];
    frame.show(`${side === "front" ? "Question" : "Answer"} of ${this.title}`, {
      html: face.html,
      scripts: face.scripts.map((number) => CARD_SCRIPTS[number]),
      night: settings.theme === "night",
      language: this.language,
    });
  }

  forget() {
    this.front.forget();
    this.back.forget();
  }
}

class Question {
  constructor() {
    this.said = "";
    this.meant = "";
    this.cards = [];
    this.title = make("h3");
    this.about = make("p", { class: "about" });
    this.findings = make("ol", { class: "findings" });
    this.list = make("div", { class: "list" });
    this.element = make("article", {}, make("header", {}, this.title, this.about), this.findings, this.list);
  }

  /* Whether its cards or findings are not what they were. That it moved down does not count. */
  update(entry, findings, language) {
    const said = JSON.stringify([entry, findings]);
    if (said === this.said) { return false; }
    const meant = JSON.stringify([entry.cards, findings.map((one) => one.message)]);
    const changed = meant !== this.meant;
    this.said = said;
    this.meant = meant;
    this.entry = entry;
    this.found = findings.length > 0;
    this.searched = entry.text.toLocaleLowerCase();
    this.element.id = `q-${entry.key}`;
    this.title.textContent = entry.id;
    this.about.replaceChildren(
      ...[words(entry.type), entry.difficulty, counted(entry.points, "point"), ...entry.tags]
        .filter(Boolean).map((word) => make("span", {}, word)),
      make("span", { class: "place" }, entry.place));
    this.findings.replaceChildren(...findings.map(finding));
    this.findings.hidden = !this.found;
    this.deal(entry, language);
    return changed;
  }

  deal(entry, language) {
    while (this.cards.length > entry.cards.length) { this.cards.pop().forget(); }
    while (this.cards.length < entry.cards.length) { this.cards.push(new Card()); }
    this.cards.forEach((card, index) => { card.update(entry, index, language); });
    arrange(this.list, this.cards.map((card) => card.element));
  }

  forget() {
    this.cards.forEach((card) => { card.forget(); });
  }
}

/* A diagnostic, as a list item. */
function finding(found) {
  return make("li", { class: found.severity },
    make("p", {}, make("strong", {}, `${found.severity}: `), found.message),
    found.help ? make("p", { class: "help" }, found.help) : "",
    make("p", { class: "where" }, make("code", {}, found.name), ` ${found.place}`),
    found.line ? make("pre", {}, found.line) : "");
}
