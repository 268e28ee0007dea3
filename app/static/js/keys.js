// The keyboard on lists: / searches, j and k move, Enter opens, x ticks. Pages work without it.
"use strict";

(() => {
  const rows = () => [...document.querySelectorAll("tr[data-href]")];
  const typing = (element) => element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const busy = (element) => typing(element) || element.closest("a, button");
  let at = -1;

  function move(by) {
    const all = rows();
    if (!all.length) return;
    all[at]?.classList.remove("cursor");
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    all[at].classList.add("cursor");
    all[at].querySelector("a")?.focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
  }

  const deeds = {
    "/": () => document.querySelector("[data-search]")?.focus(),
    j: () => move(1),
    k: () => move(-1),
    x: () => rows()[at]?.querySelector("input[type=checkbox]")?.click(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "Enter" && at >= 0 && !busy(event.target)) {
      location.assign(rows()[at].dataset.href);
      return;
    }
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });

  document.querySelector(".errsum")?.focus();
})();
