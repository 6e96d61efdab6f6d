// Cells of the grid that are left one soon after the other are sent together: as long as the next one is being typed they wait, four
// seconds at most; while one sending is under way, what is left meanwhile goes with the next. What was typed is a kept draft all the time.
"use strict";

(() => {
  const { drafts } = angikar;
  const LONGEST = 4000; // milliseconds a cell that was left waits for the next
  const MOST = 60; // cells in one sending
  const OF_GRID = "[data-grid] input[hx-post]";
  const left = new Set(); // cells that were left and are not on their way
  let [held, timer] = [null, 0];

  const number = (input) => input.name.split("-")[1];
  const isTyping = () => document.activeElement !== null && document.activeElement.matches(`${OF_GRID}.cell`);

  const go = () => {
    clearTimeout(timer);
    const issue = held;
    [held, timer] = [null, 0];
    if (issue) issue(true);
  };

  document.addEventListener("htmx:confirm", (event) => {
    const input = event.detail.elt;
    if (!input.matches(OF_GRID)) return;
    left.add(input);
    if (!isTyping()) return;
    event.preventDefault();
    held = event.detail.issueRequest;
    timer = timer || setTimeout(go, LONGEST);
  });
  document.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (held && !(to && to.matches(`${OF_GRID}.cell`))) go();
  });
  addEventListener("visibilitychange", () => { if (document.hidden) go(); });
  addEventListener("pagehide", go);

  // What goes with the cell that is sent: the others that were left, each with the version that was seen of it.
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (!detail.elt.matches(OF_GRID)) return;
    const { form } = detail.elt;
    left.delete(detail.elt);
    detail.cells = { form, sent: [detail.elt] };
    for (const input of left) {
      if (detail.cells.sent.length >= MOST) break;
      left.delete(input);
      if (input.form !== form) continue; // another answer has taken its place
      detail.cells.sent.push(input);
      for (const name of [`value-${number(input)}`, `version-${number(input)}`, input.name]) detail.parameters[name] = form.elements[name].value;
    }
  });

  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const { cells, parameters } = detail.requestConfig;
    if (!cells) return;
    const kept = new Set((detail.xhr.getResponseHeader("X-Angikar-Kept") || "").split(","));
    if (drafts.keeps(cells.form)) {
      for (const input of cells.sent) if (kept.has(number(input))) drafts.of(cells.form).base[input.name] = [parameters[input.name]];
      drafts.keep(cells.form);
    }
    const [next] = left;
    if (next) setTimeout(() => { if (left.has(next) && !held) next.dispatchEvent(new Event("change", { bubbles: true })); });
  });

  // Every cell of a sending, whichever of them sent it.
  angikar.cells = { sent: (detail) => (detail.requestConfig && detail.requestConfig.cells ? detail.requestConfig.cells.sent : []) };
})();
