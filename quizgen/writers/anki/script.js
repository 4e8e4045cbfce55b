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
  listen();
  if (back) { placeRationales(); }
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
    return isSolved(order, items) ? swapped(order) : order;
  }

  /* Events say at which place they belong; a list to put in order never starts solved. */
  function isSolved(order, items) {
    return order.length > 1 && order.every(function (index, place) {
      return items[index].getAttribute("data-place") === String(place);
    });
  }

  function swapped(order) {
    return [order[1], order[0]].concat(order.slice(2));
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

  /* Choosing: by a tap, by Space or Enter where the row has the focus, and by Alt and a digit.
     Anki on a computer keeps Space, Enter and bare digits for itself. */

  function listen() {
    window.quizgenChoose = null;
    if (window.quizgenListens) { return; }
    window.quizgenListens = true;
    document.addEventListener("keydown", function (event) {
      var digit = /^Digit([1-9])$/.exec(event.code);
      if (!digit || !event.altKey || event.ctrlKey || event.metaKey) { return; }
      if (window.quizgenChoose && window.quizgenChoose(Number(digit[1]) - 1)) {
        event.preventDefault();
      }
    });
  }

  function makeButtons(list, items) {
    var ordering = list.matches("ul.events");
    var many = list.classList.contains("many") || ordering;
    list.setAttribute("role", many ? "group" : "radiogroup");
    nameGroup(list);
    items.forEach(function (item) {
      item.classList.add("tappable"); /* AnkiDroid: a tap here is no gesture of its own */
      item.setAttribute("role", many ? "checkbox" : "radio");
      item.setAttribute("tabindex", "0");
      item.addEventListener("click", function (event) { pressed(item, event); });
      item.addEventListener("keydown", function (event) {
        if (event.key === " " || event.key === "Enter") { pressed(item, event); }
      });
    });
    window.quizgenChoose = function (place) {
      var item = document.contains(root) && list.children[place];
      if (item) { choose(item); }
      return Boolean(item);
    };
    ["data-tap", "data-keys"].forEach(function (name) {
      if (list.getAttribute(name)) { list.before(line(name, list.getAttribute(name))); }
    });
    show();

    function pressed(item, event) {
      if (event.target.closest("a")) { return; }
      event.preventDefault();
      event.stopPropagation();
      choose(item);
    }

    function choose(item) {
      var at = state.chosen.indexOf(item.quizgenIndex);
      if (at >= 0) {
        state.chosen.splice(at, 1);
      } else {
        state.chosen = many ? state.chosen.concat(item.quizgenIndex) : [item.quizgenIndex];
      }
      write();
      show();
      if (state.chosen.length && list.classList.contains("flips")) { quizgenFlip(); }
    }

    function show() {
      items.forEach(function (item) {
        var at = state.chosen.indexOf(item.quizgenIndex);
        item.setAttribute("aria-checked", at >= 0 ? "true" : "false");
        if (ordering) { label(item, at >= 0 ? String(at + 1) : ""); }
      });
    }
  }

  /* A screen reader says which question the options belong to. */
  function nameGroup(list) {
    var names = ["stem", "premise"].filter(function (name) {
      var element = root.querySelector("." + name);
      if (element) { element.id = "quizgen-" + name; }
      return element;
    });
    list.setAttribute("aria-labelledby", names.map(function (n) { return "quizgen-" + n; }).join(" "));
  }

  function line(name, text) {
    var line = document.createElement("div");
    line.className = name.replace("data-", "");
    line.textContent = text;
    return line;
  }

  /* The back says which were right, wrong and missed: by a sign, a class, and a word to hear. */
  function mark(items) {
    items.forEach(function (item) {
      var chosen = state.chosen.indexOf(item.quizgenIndex) >= 0;
      var key = item.classList.contains("key");
      var name = chosen ? (key ? "right" : "wrong") : (key ? "missed" : "");
      if (!state.chosen.length) { name = key ? "key" : ""; }
      if (name) { item.classList.add(name); say(item, name); }
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
      say(item, given === place ? "right" : "wrong");
    });
  }

  function say(item, name) {
    var word = item.parentNode.getAttribute("data-" + name);
    if (!word) { return; }
    var said = document.createElement("span");
    said.className = "said";
    said.textContent = word + ": ";
    item.insertBefore(said, item.firstChild);
  }

  /* Rationales are in a field of the back. Each goes to its option. */
  function placeRationales() {
    var rationales = root.querySelector(".rationales");
    var options = root.querySelector("ol.options");
    if (!rationales || !options) { return; }
    var items = Array.prototype.slice.call(options.children);
    Array.prototype.slice.call(rationales.children).forEach(function (one) {
      var item = items[Number(one.getAttribute("data-option"))];
      var text = one.querySelector(".rationale");
      if (item && text) { item.appendChild(text); one.remove(); }
    });
    if (!rationales.children.length) { rationales.remove(); }
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

  /* Typed answers: Anki compares letter by letter, and what is right all the same is shown so. */

  function watchTyped() {
    var input = document.getElementById("typeans");
    if (!input) { return; }
    input.addEventListener("input", function () { state.typed = input.value; write(); });
  }

  function judgeTyped() {
    var box = document.getElementById("typeans");
    if (!box || typeof quizgenJudge === "undefined") { return; }
    var typed = state.typed.trim() ? state.typed : compared(box);
    if (!typed.trim() || !quizgenJudge(typed, rule())) { return; }
    root.classList.add("accepted");
    box.textContent = "";
    var right = document.createElement("span");
    right.className = "typeGood";
    right.textContent = typed;
    box.appendChild(right);
  }

  /* What was typed, out of Anki's comparison: where the client has an input of its own (AnkiDroid,
     AnkiMobile), the front had none. The first line is what was typed, dashes stand for what is
     missing, and a mark that would begin a part has a space before it. */
  function compared(box) {
    var text = "";
    for (var node = box.firstChild; node; node = node.nextSibling) {
      if (node.nodeName === "BR" || node.id === "typearrow") { break; }
      if (node.nodeName === "SPAN" && /\btype(Good|Bad)\b/.test(node.className)) {
        text += node.textContent;
      }
    }
    return text.replace(/\u00a0(?=\p{M})/gu, "");
  }

  function rule() {
    var spec = root.querySelector(".judging") || root.querySelector(".also [data-answer]");
    var unit = root.querySelector(".unit");
    var variants = root.querySelectorAll(".also .variant");
    function said(name) { return spec ? spec.getAttribute("data-" + name) : null; }
    return {
      answer: said("answer") || root.querySelector(".answer").textContent,
      accept: Array.prototype.map.call(variants, function (variant) { return variant.textContent; }),
      number: Boolean(said("number") || said("tolerance")),
      tolerance: said("tolerance"),
      unit: unit && unit.textContent,
      exact: said("case") === "exact",
      language: root.getAttribute("lang")
    };
  }
})();
