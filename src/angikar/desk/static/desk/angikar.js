// The grid's comforts and the draft that survives: arrows and Enter move between cells, a pasted block fills cells, unsent text is kept in the browser.
"use strict";

(() => {
  const cells = (grid) => [...grid.querySelectorAll("input.cell")];

  const move = (grid, from, rows, columns) => {
    const row = from.closest("tr");
    const inRow = [...row.querySelectorAll("input.cell")];
    const rowsWithCells = [...grid.querySelectorAll("tbody tr")].filter((each) => each.querySelector("input.cell"));
    const next = rowsWithCells[rowsWithCells.indexOf(row) + rows];
    const target = rows ? next && [...next.querySelectorAll("input.cell")][inRow.indexOf(from)] : inRow[inRow.indexOf(from) + columns];
    if (target) { target.focus(); target.select(); }
    return Boolean(target);
  };

  document.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.matches("input.cell")) return;
    const grid = input.closest("[data-grid]");
    if (!grid) return;
    const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], Enter: [1, 0] };
    const step = steps[event.key];
    if (step && move(grid, input, ...step)) event.preventDefault();
    if (event.key === "Enter") event.preventDefault();
  });

  document.addEventListener("paste", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.matches("input.cell")) return;
    const grid = input.closest("[data-grid]");
    const text = event.clipboardData.getData("text");
    if (!grid || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const all = cells(grid);
    let at = all.indexOf(input);
    for (const line of text.trimEnd().split(/\r?\n/)) {
      const target = all[at];
      if (!target) break;
      target.value = line.split("\t")[0].trim();
      target.dispatchEvent(new Event("change", { bubbles: true }));
      at += 1;
    }
  });

  // What was typed but not taken by the server comes back: it is kept until a page other than the form's own, or the sign-in, is shown.
  const key = (path, field) => `angikar:${path}:${field.name}`;
  const typed = "form[data-keep] [name]:not([type=hidden]):not([type=file]):not([type=checkbox]):not([type=radio])";
  const sent = sessionStorage.getItem("angikar:sent");
  if (sent && sent !== location.pathname && !document.querySelector("form[data-sign-in]")) {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(`angikar:${sent}:`)) sessionStorage.removeItem(name);
    sessionStorage.removeItem("angikar:sent");
  }
  for (const field of document.querySelectorAll(typed)) {
    const saved = sessionStorage.getItem(key(location.pathname, field));
    if (saved === null || field.value) continue;
    field.value = saved;
    if (field.matches("input.cell")) addEventListener("DOMContentLoaded", () => field.dispatchEvent(new Event("change", { bubbles: true })));
  }
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.xhr.status === 200 && detail.elt.matches("input.cell")) sessionStorage.removeItem(key(location.pathname, detail.elt));
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches(typed)) sessionStorage.setItem(key(location.pathname, event.target), event.target.value);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-keep]")) sessionStorage.setItem("angikar:sent", location.pathname);
    if (event.target.matches("form[data-sign-out]")) sessionStorage.clear();
  });

  // Files may be dropped on the area; while they travel and are read, the form says so and cannot be sent twice.
  const drop = document.querySelector("form[data-drop]");
  if (drop) {
    const files = drop.querySelector("input[type=file]");
    const area = files.closest(".drop");
    const say = () => { drop.querySelector("[data-dropped]").textContent = [...files.files].map((file) => file.name).join(", "); };
    for (const name of ["dragover", "dragleave", "drop"]) {
      area.addEventListener(name, (event) => {
        event.preventDefault();
        area.classList.toggle("over", name === "dragover");
        if (name === "drop" && event.dataTransfer.files.length) { files.files = event.dataTransfer.files; say(); }
      });
    }
    files.addEventListener("change", say);
    drop.addEventListener("submit", () => {
      const button = drop.querySelector("[data-busy]");
      button.textContent = button.dataset.busy;
      button.disabled = true;
      drop.querySelector("progress").hidden = false;
    });
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  }

  // A cell that could not be sent says so where it stands; what was typed stays, here and in the browser.
  for (const name of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(name, ({ detail }) => {
      const form = detail.elt.closest("[data-unsaved]");
      if (!form || !detail.elt.matches("input.cell")) return;
      const said = document.createElement("span");
      said.className = "wrong";
      said.textContent = form.dataset.unsaved;
      document.getElementById(detail.elt.getAttribute("aria-describedby")).replaceChildren(said);
    });
  }

  // A conflict (409) or a refused value (422) is an answer to show, not an error to swallow.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if ([409, 422].includes(event.detail.xhr.status)) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
})();
