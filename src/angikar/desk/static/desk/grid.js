// The grid of a quarter by keyboard: Tab, arrows and Enter go from cell to cell, a block from a spreadsheet fills the figures of its rows, Shift with
// an arrow chooses several cells, Ctrl+D fills them down, Delete empties them, Ctrl+Z and Ctrl+Y take steps back and do them again. Rows are found by
// their words, and another quarter opens at the row one looks at.
"use strict";

(() => {
  const grid = document.querySelector("[data-grid]");
  if (!grid) return;
  const CELL = "input.cell";
  const latin = (text) => text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6));
  const cells = () => [...grid.querySelectorAll(CELL)].filter((input) => !input.closest("tr").hidden);
  const say = (text) => { document.getElementById("grid-said").textContent = text || ""; };

  // Rows are found by their words, or by their empty cells; those of which nothing was asked stay away then too.
  const finder = document.querySelector("[data-find]");
  const [words, blank, found] = ["find", "blank", "found"].map((id) => document.getElementById(id));
  const plain = (text) => latin(text.normalize("NFC").toLowerCase()).replace(/\s+/g, " ").trim();
  const find = () => {
    const wanted = plain(words.value);
    let shown = 0;
    for (const part of grid.tBodies) {
      const [head, ...rows] = part.rows;
      for (const row of rows) {
        const input = row.querySelector(CELL);
        const fits = /^[\d.]+$/.test(wanted) ? plain(row.cells[0].textContent).startsWith(wanted) : plain(`${head.textContent} ${row.cells[0].textContent}`).includes(wanted);
        row.hidden = !(fits && (!blank || !blank.checked || (input && !input.value)));
        shown += !row.hidden;
      }
      head.hidden = rows.every((row) => row.hidden);
    }
    found.textContent = shown ? "" : found.dataset.none;
  };
  finder.hidden = false;
  words.addEventListener("input", find);
  if (blank) blank.addEventListener("change", find);

  // Another quarter opens at the first row that is in sight.
  document.querySelector("[data-quarters]").addEventListener("click", ({ target }) => {
    const pane = grid.parentElement.getBoundingClientRect();
    const top = Math.max(pane.top, 0) + grid.tHead.offsetHeight;
    const row = [...grid.querySelectorAll("tbody tr")].find((each) => !each.hidden && each.querySelector("[id^=marks-]") && each.getBoundingClientRect().top >= top);
    if (target.href && row && (scrollY > pane.top || grid.parentElement.scrollTop)) target.hash = row.querySelector("[id^=marks-]").id;
  });

  // Steps of this page, each of one cell or of several: what they held before and after.
  const [undone, done] = [[], []];
  let [was, isPutting] = ["", false];
  const put = (pairs) => {
    isPutting = true;
    for (const [id, value] of pairs) {
      const input = document.getElementById(id);
      if (!input || input.value === value) continue;
      input.value = value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    isPutting = false;
    was = document.activeElement.value;
  };
  const step = (pairs) => {
    const changed = pairs.filter(([input, value]) => input.value !== value).map(([input, value]) => [input.id, input.value, value]);
    if (!changed.length) return;
    done.push(changed);
    undone.length = 0;
    put(changed.map(([id, , value]) => [id, value]));
  };
  const again = (from, to, place) => {
    const last = from.pop();
    if (!last) return;
    to.push(last);
    put(last.map((each) => [each[0], each[place]]));
    const input = document.getElementById(last[0][0]);
    if (input) input.focus();
  };

  // Several cells chosen, from the one where it began to the one that has the focus.
  let anchor = null;
  const chosen = () => {
    const [all, here] = [cells(), document.activeElement];
    if (!anchor || !all.includes(anchor) || !all.includes(here)) return [here];
    const [first, last] = [all.indexOf(anchor), all.indexOf(here)].sort((one, other) => one - other);
    return all.slice(first, last + 1);
  };
  const show = () => {
    const some = anchor ? chosen() : [];
    for (const input of cells()) input.classList.toggle("chosen", some.includes(input));
  };
  const go = (input, by, isChoosing) => {
    const all = cells();
    const target = all[all.indexOf(input) + by];
    if (!target) return false;
    anchor = isChoosing ? anchor || input : null;
    target.focus();
    target.select();
    show();
    return true;
  };

  grid.addEventListener("focusin", ({ target }) => { if (target.matches(CELL)) was = target.value; });
  grid.addEventListener("pointerdown", () => { anchor = null; show(); });
  grid.addEventListener("change", ({ target }) => {
    if (isPutting || !target.matches(CELL)) return;
    done.push([[target.id, was, target.value]]);
    undone.length = 0;
    was = target.value;
  });

  const fillDown = (input) => {
    const [all, some] = [cells(), chosen()];
    const source = some.length > 1 ? some[0] : all[all.indexOf(input) - 1];
    if (source) step(some.filter((each) => each !== source).map((each) => [each, source.value]));
  };

  grid.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!input.matches(CELL) || event.altKey || event.isComposing) return;
    const isTyped = input.value !== was; // what is being typed is the browser's to take back
    const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
    if (event.ctrlKey || event.metaKey) {
      if (key === "d") fillDown(input);
      else if (key === "z" && !event.shiftKey && !isTyped) again(done, undone, 1);
      else if ((key === "y" || (key === "z" && event.shiftKey)) && !isTyped) again(undone, done, 2);
      else return;
      event.preventDefault();
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1, Tab: event.shiftKey ? -1 : 1 }[event.key];
    if (by && go(input, by, event.shiftKey && event.key.startsWith("Arrow"))) event.preventDefault();
    else if (event.key === "Enter") event.preventDefault();
    else if (event.key === "Delete" && chosen().length > 1) {
      step(chosen().map((each) => [each, ""]));
      event.preventDefault();
    }
  });

  // A block: the figures are those of the one column that holds nothing else, or of the one whose heading says so; rows are found by their codes
  // where the block has these, else taken in order. Names never become figures.
  const isFigure = (text) => /^[-+]?\d[\d.,/ ]*%?$|^\d{1,2}[\s./-]+(\d{1,2}|\p{L}[\p{L}\p{M}]*)[\s./,-]+\d{2,4}$/u.test(latin(text));
  const codeOf = (input) => latin(input.closest("tr").querySelector("th .faint").textContent.trim());
  const ACHIEVED = /অর্জন|achieve|actual/i;

  const columns = (lines) => {
    const wide = Math.max(...lines.map((line) => line.length));
    const codes = new Set(cells().map(codeOf));
    const known = (at) => lines.filter((line) => codes.has(latin(line[at] || ""))).length;
    const places = [...Array(wide).keys()];
    const coded = wide > 1 ? places.reduce((best, at) => (known(at) > known(best) ? at : best)) : -1;
    const code = coded >= 0 && known(coded) * 2 >= lines.length ? coded : -1;
    const body = (at) => lines.slice(1).map((line) => line[at] || "").filter(Boolean);
    const holds = (at) => at !== code && body(at).every(isFigure) && lines.some((line) => isFigure(line[at] || ""));
    const found = wide > 1 ? places.filter(holds) : places.filter((at) => lines.some((line) => isFigure(line[at])));
    const headed = found.filter((at) => ACHIEVED.test(lines[0][at] || ""));
    return { code, figures: headed.length === 1 ? headed : found };
  };

  grid.addEventListener("paste", (event) => {
    const input = event.target;
    const text = event.clipboardData.getData("text").replace(/\r/g, "").replace(/\n+$/, "");
    if (!input.matches(CELL) || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const lines = text.split("\n").map((line) => line.split("\t").map((each) => each.trim()));
    const { code, figures } = columns(lines);
    if (figures.length !== 1) { say(figures.length ? grid.dataset.many : grid.dataset.none); return; }
    const [all, [at]] = [cells(), figures];
    const own = new Map(all.map((each) => [codeOf(each), each]));
    const body = isFigure(lines[0][at] || "") || !lines[0][at] ? lines : lines.slice(1);
    const from = all.indexOf(input);
    const pairs = body.map((line, place) => [code < 0 ? all[from + place] : own.get(latin(line[code] || "")), line[at] || ""]);
    const fits = pairs.filter(([target, value]) => target && isFigure(value));
    step(fits);
    say(pairs.some(([target, value]) => value && !(target && isFigure(value))) ? grid.dataset.some : "");
  });
})();
