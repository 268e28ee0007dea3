// The keyboard of the import review: j and k go from doubt to doubt and on to the next item,
// a accepts, e types something else. The page works without it.
"use strict";

(() => {
  const doubts = [...document.querySelectorAll("[data-doubt]")];
  const typing = (element) => element.closest("input:not([type=radio]):not([type=checkbox]), textarea, select");
  let at = doubts.length ? 0 : -1;

  function show() {
    for (const [place, doubt] of doubts.entries()) doubt.classList.toggle("focus", place === at);
    doubts[at]?.scrollIntoView({ block: "nearest" });
  }

  function go(by) {
    if (at + by < 0 || at + by >= doubts.length) {
      document.querySelector(by > 0 ? "[data-next]" : "[data-previous]")?.click();
      return;
    }
    at += by;
    show();
  }

  const deeds = {
    a: () => doubts[at]?.querySelector("[data-accept]")?.click(),
    e: () => doubts[at]?.querySelector("[data-typed]")?.focus(),
    j: () => go(1),
    k: () => go(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const deed = deeds[event.key.toLowerCase()];
    if (!deed) return;
    event.preventDefault();
    deed();
  });

  for (const [place, doubt] of doubts.entries()) doubt.addEventListener("focusin", () => { at = place; show(); });
  show();
})();
