/* Worksheets and answer keys: a picture a page. A picture of a new build takes the old one's
   place only when it is there. */

const sheetsPlace = document.getElementById("sheets");

function showSheets(deck, sheets) {
  const own = sheets.filter((sheet) => sheet.deck === deck.name);
  const old = new Map([...sheetsPlace.children].map((element) => [element.dataset.name, element]));
  const wanted = own.map((sheet) => {
    const element = old.get(sheet.name) || newSheet(sheet.name);
    if (element.dataset.digest !== sheet.digest) { fillSheet(element, sheet); }
    return element;
  });
  const none = make("p", { class: "none" }, "This deck file asks for no worksheet.");
  arrange(sheetsPlace, wanted.length ? wanted : [none]);
}

function newSheet(name) {
  return make("section", { class: "sheet", "data-name": name, "aria-label": name },
    make("h2", {}, name),
    make("p", {}, make("a", { target: "_blank", rel: "noopener" }, `Open ${name}.pdf`)),
    make("ol", { class: "pages" }));
}

function fillSheet(element, sheet) {
  const pages = element.querySelector("ol");
  element.dataset.digest = sheet.digest;
  element.querySelector("a").href = `/sheets/${sheet.digest}.pdf`;
  while (pages.children.length > sheet.pages.length) { pages.lastChild.remove(); }
  sheet.pages.forEach(([width, height], index) => {
    const source = `/sheets/${sheet.digest}/${index + 1}.png`;
    const alt = `Page ${index + 1} of ${sheet.pages.length} of ${sheet.name}`;
    const shown = pages.children[index] && pages.children[index].firstChild;
    if (shown) { replaceWhenLoaded(shown, source, alt); }
    else { pages.append(make("li", {}, make("img", { src: source, alt, width, height, loading: "lazy" }))); }
  });
}

function replaceWhenLoaded(shown, source, alt) {
  shown.dataset.wanted = source;
  const next = new Image();
  next.onload = () => {
    if (shown.dataset.wanted === source) { shown.src = source; shown.alt = alt; }
  };
  next.src = source;
}
