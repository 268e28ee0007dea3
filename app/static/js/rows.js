// Rows that are ticked together, and lists that are sent when they change.
"use strict";

(() => {
  for (const button of document.querySelectorAll("[data-without-script]")) button.hidden = true;
  for (const form of document.querySelectorAll("[data-send-on-change]")) {
    form.addEventListener("change", () => form.requestSubmit());
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  const table = document.querySelector("[data-ticks]");
  if (!table) return;
  const all = table.querySelector("[data-tick-all]");
  const ticks = [...table.querySelectorAll("tbody input[type=checkbox]")];
  const bar = document.querySelector("[data-ticked]");

  function show() {
    const ticked = ticks.filter((tick) => tick.checked);
    for (const tick of ticks) tick.closest("tr").setAttribute("aria-selected", String(tick.checked));
    if (all) all.checked = ticked.length === ticks.length && ticks.length > 0;
    if (!bar) return;
    bar.hidden = ticked.length === 0;
    bar.querySelector("[data-count]").textContent = String(ticked.length);
  }

  all?.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = all.checked;
    show();
  });
  table.addEventListener("change", show);
  show();
})();
