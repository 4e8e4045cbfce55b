/* A side of a card in a frame of its own. The frame is sandboxed: its page has no origin, so
   it can neither read this page nor ask the server for anything but pictures. It is there
   only while it is near the screen, because a bank may have thousands of cards. */

const CARD_PAGE = JSON.parse(document.getElementById("card-page").textContent)
  .replace("{base}", `${location.origin}/media/`);
const FIRST_HEIGHT = 180;

class Frame {
  constructor() {
    this.box = make("div", { class: "frame" });
    this.height = FIRST_HEIGHT;
    this.element = null;
    this.title = "";
    this.side = null;
    this.ready = false;
    this.box.style.height = `${this.height}px`;
    Frame.all.set(this.box, this);
    Frame.near.observe(this.box);
  }

  show(title, side) {
    this.title = title;
    this.side = side;
    if (this.element) { this.element.title = title; }
    if (this.ready) { this.send(); }
  }

  send() {
    this.element.contentWindow.postMessage(this.side, "*");
  }

  load() {
    if (this.element) { return; }
    this.element = make("iframe", { sandbox: "allow-scripts", title: this.title });
    this.element.srcdoc = CARD_PAGE;
    this.box.append(this.element);
  }

  unload() {
    if (this.element) { this.element.remove(); }
    this.element = null;
    this.ready = false;
  }

  forget() {
    Frame.near.unobserve(this.box);
    Frame.all.delete(this.box);
    this.unload();
  }

  hear(message) {
    if (message.ready === true) {
      this.ready = true;
      this.send();
    } else if (Number.isFinite(message.height)) {
      this.height = Math.max(40, Math.min(message.height, 10000));
      this.box.style.height = `${this.height}px`;
    }
  }
}

Frame.all = new Map();
Frame.near = new IntersectionObserver((changes) => {
  for (const change of changes) {
    const frame = Frame.all.get(change.target);
    if (frame && change.isIntersecting) { frame.load(); }
    else if (frame) { frame.unload(); }
  }
}, { rootMargin: "800px 0px" });

window.addEventListener("message", (event) => {
  for (const frame of Frame.all.values()) {
    if (frame.element && frame.element.contentWindow === event.source) { frame.hear(event.data); }
  }
});
