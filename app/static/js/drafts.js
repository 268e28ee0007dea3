// What was typed is not lost: kept in this tab until the form is taken, and never elsewhere.
"use strict";

(() => {
  const KEPT = "textarea[name], input[type=text][name], input[type=number][name], input[type=date][name], select[name]";

  for (const form of document.querySelectorAll("form[data-keep]")) {
    const key = `draft:${location.pathname}:${form.dataset.keep}`;
    const fields = [...form.querySelectorAll(KEPT)];
    const note = form.querySelector("[data-kept-note]");
    let sending = false;
    let changed = false;

    const stored = sessionStorage.getItem(key);
    if (stored && !form.querySelector(".msg")) {
      const values = JSON.parse(stored);
      for (const field of fields) if (field.name in values) field.value = values[field.name];
      if (note) note.hidden = false;
    }

    form.addEventListener("input", () => {
      changed = true;
      const values = Object.fromEntries(fields.map((field) => [field.name, field.value]));
      sessionStorage.setItem(key, JSON.stringify(values));
    });
    form.addEventListener("submit", () => { sending = true; });
    window.addEventListener("beforeunload", (event) => {
      if (changed && !sending) event.preventDefault();
    });
  }

  // A page that says what has been done ends the drafts of the form that was sent.
  for (const done of document.querySelectorAll("[data-done]")) {
    if (done.dataset.done !== "success") continue;
    for (const key of Object.keys(sessionStorage)) if (key.startsWith("draft:")) sessionStorage.removeItem(key);
  }
})();
