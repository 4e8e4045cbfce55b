/* Making elements. Text goes in as text, so no author's word becomes markup. */

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) { element.setAttribute(name, ""); }
    else if (value !== false && value !== null) { element.setAttribute(name, value); }
  }
  element.append(...children);
  return element;
}

/* Gives `parent` the children `wanted`, and moves only those that stand elsewhere: a frame
   that is moved loads again. */
function arrange(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) {
    if (!keep.has(child)) { child.remove(); }
  }
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) { parent.insertBefore(child, parent.children[index] || null); }
  });
}

/* "multiple_choice" → "multiple choice" */
function words(name) {
  return name.replaceAll("_", " ");
}

/* 1, "card" → "1 card"; 2, "card" → "2 cards" */
function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
