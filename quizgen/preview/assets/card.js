/* The page inside a card's frame: draws what it is sent and tells how high it is. Both sides
   of a card are drawn in one page, as Anki on a computer does it. */
"use strict";
(function () {
  const place = document.getElementById("qa");
  let drawn = null;

  function draw(side) {
    document.documentElement.lang = side.language;
    document.documentElement.classList.toggle("nightMode", side.night);
    document.body.classList.toggle("nightMode", side.night);
    if (drawn === side.html) { return; }
    drawn = side.html;
    place.innerHTML = side.html;
    for (const link of place.querySelectorAll("a[href]")) { link.title = link.href; }
    for (const text of side.scripts) {
      const script = document.createElement("script");
      script.textContent = text;
      place.append(script);
    }
  }

  function measure() {
    parent.postMessage({ height: document.documentElement.offsetHeight }, "*");
  }

  window.addEventListener("message", (event) => {
    if (event.source === parent) { draw(event.data); }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("a")) { event.preventDefault(); }
  });
  new ResizeObserver(measure).observe(document.documentElement);
  parent.postMessage({ ready: true }, "*");
})();
