/* A clock that counts down, where the author wants one. It ends nothing, and can be stopped. */

function setUpClock() {
  const minutes = Number(document.body.dataset.minutes);
  const place = all(".bar .clock")[0];
  if (!minutes || !place) { return; }
  const end = Date.now() + minutes * 60000;
  place.setAttribute("role", "timer");
  const ticking = setInterval(show, 1000);
  all(".bar .stop").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      clearInterval(ticking);
      place.textContent = "";
      button.hidden = true;
    });
  });
  show();

  function show() {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    const seconds = String(left % 60).padStart(2, "0");
    place.textContent = say("left", { time: `${Math.floor(left / 60)}:${seconds}` });
    if (!left) {
      clearInterval(ticking);
      place.setAttribute("role", "status");
      place.textContent = say("over");
    }
  }
}
