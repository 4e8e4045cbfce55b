/* What a page without a key does at first. */
document.body.classList.add("js");
all(".order").forEach(setUpOrder);
all("#result").forEach((end) => { end.hidden = false; });
setUpPassage();
setUpClock();
setUpCode();
