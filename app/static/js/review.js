// The keyboard of the import review: j and k go from field to field, doubts first, and on to the
// next item; digits choose an answer; every button names its own key. The page works without it.
"use strict";

(() => {
  const fields = [...document.querySelectorAll("[data-doubt], [data-sure]")];
  const typing = (element) => element.closest("input:not([type=radio]):not([type=checkbox]), textarea, select");
  const pressed = (element) => element.closest("a, button, summary");
  const keyed = (key) => document.querySelector(`[data-key="${key}"]:not([disabled])`);
  let at = fields.length ? 0 : -1;
  let sent = false;

  function show() {
    for (const [place, field] of fields.entries()) field.classList.toggle("focus", place === at);
    fields[at]?.scrollIntoView({ block: "nearest" });
  }

  function go(by) {
    if (at + by < 0 || at + by >= fields.length) {
      document.querySelector(by > 0 ? "[data-next]" : "[data-previous]")?.click();
      return;
    }
    at += by;
    fields[at].focus({ preventScroll: true });
    show();
  }

  function press(element) {
    if (!element || sent) return;
    sent = element.type === "submit";
    element.click();
  }

  function choose(number) {
    const field = fields[at];
    const answer = field?.querySelectorAll("input[name=chosen]")[number - 1];
    if (answer) answer.checked = answer.type === "radio" || !answer.checked;
    const list = field?.querySelector("select[name=chosen]");
    if (list && number < list.options.length) list.selectedIndex = number;
  }

  // A question that only words can answer takes them first.
  function empty(field) {
    const typed = field?.querySelector("[data-typed]");
    return typed && !typed.value && !field.querySelector("[name=chosen]");
  }

  const deeds = {
    a: () => (empty(fields[at]) ? deeds.e() : press(fields[at]?.querySelector("[data-accept]") || keyed("a"))),
    x: () => press(fields[at]?.querySelector("[data-everywhere]")),
    e: () => {
      const typed = fields[at]?.querySelector("[data-typed]");
      if (typed) typed.focus();
      else fields[at]?.querySelector("[data-edit]")?.click();
    },
    j: () => go(1),
    k: () => go(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (event.key === "Enter" && pressed(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const deed = /^[1-9]$/.test(key) ? () => choose(Number(key)) : deeds[key];
    const button = deed ? null : keyed(key);
    if (!deed && !button) return;
    event.preventDefault();
    if (deed) deed();
    else press(button);
  });

  for (const [place, field] of fields.entries()) {
    field.addEventListener("focusin", () => { at = place; show(); });
  }
  show();
})();
