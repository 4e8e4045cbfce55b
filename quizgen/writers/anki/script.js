/* quizgen: what cards do beyond showing text. Without it every card still reads right:
   options stand in the order of the build, and the back marks the key by CSS alone.

   A card's front and back may be one page (Anki on a computer) or two (phones). What the
   learner did is kept in sessionStorage; where that is refused, in the page, and the order
   of options then depends on the day alone, so that both sides agree. */
(function () {
  "use strict";
  var root = document.querySelector(".quizgen[data-card]");
  if (!root) { return; }
  var back = root.classList.contains("back");
  var name = "quizgen:" + root.getAttribute("data-card");
  var store = openStore();
  var state = (back && read()) || { order: null, chosen: [], typed: "" };

  var list = root.querySelector("ol.options, ul.events");
  if (list) { setUpList(list); }
  if (back) { markOrder(); judgeTyped(); } else { watchTyped(); }
  if (!back) { write(); }

  function openStore() {
    try {
      window.sessionStorage.setItem("quizgen", "1");
      return window.sessionStorage;
    } catch (refused) {
      return null;
    }
  }

  function read() {
    var kept = (window.quizgenMemory || {})[name];
    if (!store) { return kept; }
    try { return JSON.parse(store.getItem(name)) || kept; } catch (damaged) { return kept; }
  }

  function write() {
    if (store) {
      try { store.setItem(name, JSON.stringify(state)); return; } catch (full) { /* below */ }
    }
    window.quizgenMemory = window.quizgenMemory || {};
    window.quizgenMemory[name] = state;
  }

  /* Order */

  function setUpList(list) {
    var items = Array.prototype.slice.call(list.children);
    items.forEach(function (item, index) { item.quizgenIndex = index; });
    if (!validOrder(state.order, items.length)) { state.order = newOrder(list, items); }
    state.order.forEach(function (index) { list.appendChild(items[index]); });
    if (!back) { makeButtons(list, items); } else if (list.matches("ol.options")) { mark(items); }
  }

  function validOrder(order, count) {
    return Array.isArray(order) && order.slice().sort(function (a, b) { return a - b; })
      .every(function (value, index) { return value === index; }) && order.length === count;
  }

  /* Fisher-Yates over the items that may move; pinned ones keep their place. */
  function newOrder(list, items) {
    var order = items.map(function (item, index) { return index; });
    if (list.classList.contains("fixed")) { return order; }
    var free = order.filter(function (index) { return !items[index].classList.contains("pinned"); });
    var mixed = free.slice();
    var random = store ? Math.random : dayRandom();
    for (var last = mixed.length - 1; last > 0; last -= 1) {
      var other = Math.floor(random() * (last + 1));
      var kept = mixed[last];
      mixed[last] = mixed[other];
      mixed[other] = kept;
    }
    free.forEach(function (place, index) { order[place] = mixed[index]; });
    return order;
  }

  /* Numbers from 0 to 1 that depend on the card and the day: FNV-1a, then mulberry32. */
  function dayRandom() {
    var text = name + new Date().toDateString();
    var seed = 2166136261;
    for (var i = 0; i < text.length; i += 1) {
      seed = Math.imul(seed ^ text.charCodeAt(i), 16777619);
    }
    return function () {
      seed = (seed + 1831565813) | 0;
      var value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
      return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
    };
  }

  /* Choosing */

  function makeButtons(list, items) {
    var many = list.classList.contains("many");
    var ordering = list.matches("ul.events");
    list.setAttribute("role", many || ordering ? "group" : "radiogroup");
    items.forEach(function (item) {
      item.setAttribute("role", many || ordering ? "checkbox" : "radio");
      item.setAttribute("tabindex", "0");
      item.addEventListener("click", function (event) { choose(item, event); });
      item.addEventListener("keydown", function (event) {
        if (event.key === " " || event.key === "Enter") { choose(item, event); }
      });
    });
    show();

    function choose(item, event) {
      if (event.target.closest("a")) { return; }
      event.preventDefault();
      event.stopPropagation();
      var at = state.chosen.indexOf(item.quizgenIndex);
      if (at >= 0) {
        state.chosen.splice(at, 1);
      } else {
        state.chosen = many || ordering ? state.chosen.concat(item.quizgenIndex) : [item.quizgenIndex];
      }
      write();
      show();
    }

    function show() {
      items.forEach(function (item) {
        var at = state.chosen.indexOf(item.quizgenIndex);
        item.setAttribute("aria-checked", at >= 0 ? "true" : "false");
        if (ordering) { label(item, at >= 0 ? String(at + 1) : ""); }
      });
    }
  }

  /* The back says which were right, wrong and missed, by a sign and a class. */
  function mark(items) {
    if (!state.chosen.length) { return; }
    items.forEach(function (item) {
      var chosen = state.chosen.indexOf(item.quizgenIndex) >= 0;
      var key = item.classList.contains("key");
      if (chosen) { item.classList.add(key ? "right" : "wrong"); }
      if (key && !chosen) { item.classList.add("missed"); }
    });
  }

  function markOrder() {
    var ordered = root.querySelector("ol.events");
    if (!ordered || state.chosen.length !== ordered.children.length) { return; }
    Array.prototype.forEach.call(ordered.children, function (item, place) {
      var index = Number(item.getAttribute("data-index"));
      var given = state.chosen.indexOf(index);
      item.classList.add(given === place ? "right" : "wrong");
      label(item, given === place ? "\u2713" : "\u2717 " + (given + 1));
    });
  }

  function label(item, text) {
    var badge = item.querySelector(".badge");
    if (!badge) {
      badge = document.createElement("span");
      badge.className = "badge";
      item.insertBefore(badge, item.firstChild);
    }
    badge.textContent = text;
  }

  /* Typed answers: variants that are right too, and numbers within a tolerance. */

  function watchTyped() {
    var input = document.getElementById("typeans");
    if (!input) { return; }
    input.addEventListener("input", function () { state.typed = input.value; write(); });
  }

  function judgeTyped() {
    var also = root.querySelector(".also");
    if (!also || !state.typed.trim()) { return; }
    var texts = Array.prototype.map.call(also.querySelectorAll(".variant"), function (variant) {
      return plain(variant.textContent);
    });
    if (texts.indexOf(plain(state.typed)) >= 0 || within(also)) { root.classList.add("accepted"); }
  }

  function plain(text) {
    return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  }

  function within(also) {
    var tolerance = also.querySelector("[data-tolerance]");
    if (!tolerance) { return false; }
    var typed = Number(state.typed.trim().replace(",", "."));
    var off = Math.abs(typed - Number(tolerance.getAttribute("data-answer")));
    return off <= Number(tolerance.getAttribute("data-tolerance")) * (1 + 1e-12);
  }
})();
