// The sheet of a plan by keyboard: arrows, Tab and Enter go from cell to cell, a block from a spreadsheet is pasted over cells, Ctrl+D fills
// down, Ctrl+Z and Ctrl+Y take steps back and do them again. What the server could not take is listed above the sheet.
"use strict";

(() => {
  const sheet = () => document.querySelector("article[data-sheet]");
  if (!sheet()) return;
  const paper = sheet().dataset.paper;
  const CELL = "article[data-sheet] td.spot";

  // Steps, the last one at the end; they outlast a new page of the same paper in this tab.
  const kept = (name) => JSON.parse(sessionStorage.getItem(`angikar:${name}:${paper}`) || "[]");
  const keep = (name, steps) => {
    for (let from = 0; from <= steps.length; from += 1) {
      try { sessionStorage.setItem(`angikar:${name}:${paper}`, JSON.stringify(steps.slice(from))); return; } catch { /* the oldest give way */ }
    }
  };
  const state = () => document.getElementById("sheet-state");
  const noted = () => {
    const step = state() && state().dataset.step;
    if (!step || kept("seen").includes(step)) return;
    keep("seen", [...kept("seen"), step].slice(-50));
    keep("undo", [...kept("undo"), step]);
    keep("redo", []);
  };

  // Cells by where they are: the row and the column where each begins, with what it spans.
  const places = (table) => {
    const taken = new Set();
    const found = [];
    [...table.tBodies[0].rows].forEach((row, top) => {
      let left = 0;
      for (const cell of row.cells) {
        while (taken.has(`${top}:${left}`)) left += 1;
        found.push({ cell, top, left, bottom: top + cell.rowSpan - 1, right: left + cell.colSpan - 1 });
        for (let down = 0; down < cell.rowSpan; down += 1) for (let over = 0; over < cell.colSpan; over += 1) taken.add(`${top + down}:${left + over}`);
        left += cell.colSpan;
      }
    });
    return found;
  };
  const opens = (cell) => cell.querySelector("a.amend, form.editor");
  const near = (cell, down, over) => {
    const all = places(cell.closest("table"));
    const own = all.find((each) => each.cell === cell);
    const ahead = all.filter((each) => opens(each.cell) && (down
      ? each.left <= own.left && own.left <= each.right && (down > 0 ? each.top > own.bottom : each.bottom < own.top)
      : each.top <= own.top && own.top <= each.bottom && (over > 0 ? each.left > own.right : each.right < own.left)));
    const far = (each) => (down ? Math.abs(each.top - own.top) : Math.abs(each.left - own.left));
    return ahead.sort((one, other) => far(one) - far(other)).map((each) => each.cell)[0];
  };
  const inOrder = (cell, by) => {
    const all = [...document.querySelectorAll(CELL)].filter(opens);
    return all[all.indexOf(cell) + by];
  };

  // What is typed while a cell opens is put into it as soon as it is open.
  let opening = null;
  const closed = new WeakMap(); // what an open cell held before
  const open = (cell, typed = "") => {
    const link = cell && cell.querySelector("a.amend");
    if (!link) return;
    opening = { cell, typed };
    closed.set(cell, [...cell.cloneNode(true).childNodes]);
    link.focus();
    link.click();
  };
  const opened = () => {
    if (!opening || !opening.cell.isConnected) return;
    const field = opening.cell.querySelector("form.editor input:not([type=hidden]), form.editor textarea, form.editor select");
    if (!field) return;
    field.focus();
    if (opening.typed && !field.matches("select")) {
      field.value = opening.typed;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (field.select) field.select();
    opening = null;
  };
  const isChanged = (form) => [...form.elements].some((each) => (each.matches("select")
    ? [...each.options].some((one) => one.selected !== one.defaultSelected)
    : each.matches("input:not([type=hidden]), textarea") && each.value !== each.defaultValue));
  // An open cell in which nothing was typed closes by itself; one in which something was is sent as it is left.
  const leave = (form) => {
    const cell = form.closest(CELL);
    if (isChanged(form)) return;
    if (!closed.has(cell)) { form.querySelector("[data-discard]").click(); return; }
    cell.replaceChildren(...closed.get(cell));
    closed.delete(cell);
    htmx.process(cell);
  };
  const go = (cell, { opens: open_too = true } = {}) => {
    if (!cell) return false;
    const field = cell.querySelector("form.editor input:not([type=hidden]), form.editor textarea, form.editor select");
    if (field) field.focus();
    else if (open_too) open(cell);
    else cell.querySelector("a.amend").focus();
    return true;
  };

  // A range that is marked: from the cell where it began to the one where it ends.
  let range = null;
  const marked = () => [...document.querySelectorAll(`${CELL}.picked`)];
  const mark = (first, last) => {
    for (const each of marked()) each.classList.remove("picked");
    range = first && last ? { first, last } : null;
    if (!range) return;
    const all = places(first.closest("table"));
    const [one, other] = [first, last].map((cell) => all.find((each) => each.cell === cell));
    range.top = Math.min(one.top, other.top);
    range.bottom = Math.max(one.bottom, other.bottom);
    range.left = Math.min(one.left, other.left);
    range.right = Math.max(one.right, other.right);
    range.all = all.filter((each) => each.top <= range.bottom && each.bottom >= range.top && each.left <= range.right && each.right >= range.left);
    for (const each of range.all) each.cell.classList.add("picked");
  };
  const pathOf = (cell) => {
    const link = cell.querySelector("a.amend");
    if (link) return { path: new URL(link.href).searchParams.get("path"), n: new URL(link.href).searchParams.get("n") };
    const form = cell.querySelector("form.editor");
    return form ? { path: form.elements.path.value, n: form.elements.n.value } : null;
  };

  const say = (words) => {
    let place = document.getElementById("sheet-lost");
    if (!place) {
      place = Object.assign(document.createElement("p"), { id: "sheet-lost", className: "said error" });
      place.setAttribute("role", "alert");
      sheet().prepend(place);
    }
    place.textContent = words;
  };

  // One sending after the other; the answer is the whole sheet, with the focus where it was.
  let busy = Promise.resolve();
  const send = (data, at) => { busy = busy.then(() => sent(data, at)); return busy; };
  const sent = async (data, at) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...data, version: state().dataset.version })) body.set(name, value);
    const headers = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
    let [answer, text] = [null, ""];
    try {
      answer = await fetch(sheet().dataset.sheet, { method: "POST", body, headers });
      text = await answer.text();
    } catch { answer = null; }
    if (!answer || !answer.headers.get("X-Angikar-Sheet")) {
      say(sheet().dataset.lost);
      if (data.text) {
        const lost = Object.assign(document.createElement("textarea"), { value: data.text, rows: 4, readOnly: true });
        document.getElementById("sheet-lost").append(lost);
      }
      return null;
    }
    const made = new DOMParser().parseFromString(text, "text/html");
    for (const place of ["article[data-sheet]", "#margin"]) {
      const [old, fresh] = [document.querySelector(place), made.querySelector(place)];
      const [x, y] = [...old.querySelectorAll(".scroll")].map((each) => [each.scrollLeft, each.scrollTop])[0] || [0, 0];
      old.replaceWith(fresh);
      htmx.process(fresh);
      for (const each of fresh.querySelectorAll(".scroll")) each.scrollTo(x, y);
    }
    mark(null);
    const step = state().dataset.step || "";
    if (step) keep("seen", [...kept("seen"), step].slice(-50));
    const back = at && document.getElementById(`at-${at}`);
    const link = back && back.querySelector("a.amend");
    if (link) link.focus();
    const wrong = document.getElementById("unplaced");
    if (wrong) wrong.scrollIntoView({ block: "nearest" });
    return { ok: answer.ok, step };
  };

  // An open cell is left first, so that what was typed in it is kept before the rest of the sheet changes.
  const settled = async () => {
    const form = document.activeElement && document.activeElement.closest("form.editor");
    if (!form || !form.closest(CELL)) return;
    const arrived = new Promise((done) => {
      const finish = () => { document.removeEventListener("htmx:afterSettle", finish); done(); };
      document.addEventListener("htmx:afterSettle", finish);
      setTimeout(finish, 5000);
    });
    if (isChanged(form)) form.requestSubmit(); else form.querySelector("[data-discard]").click();
    await arrived;
  };
  const step = async (from, to) => {
    await settled();
    const steps = kept(from);
    const last = steps.pop();
    if (!last) return;
    const done = await send({ do: "back", step: last }, "");
    if (!done) return;
    keep(from, steps);
    if (done.ok && done.step) keep(to, [...kept(to), done.step]);
  };
  const change = async (data, at) => {
    await settled();
    const done = await send(data, at);
    if (!done || !done.step) return;
    keep("undo", [...kept("undo"), done.step]);
    keep("redo", []);
  };

  const fill = (cell) => {
    const area = range && range.bottom > range.top ? range : null;
    const above = area ? null : near(cell, -1, 0);
    const first = area ? area.all.find((each) => each.top === area.top && each.left === area.left) : above && { cell: above };
    const from = first && pathOf(first.cell);
    if (!from) return;
    const own = pathOf(cell);
    change({ do: "fill", ...from, count: area ? area.bottom - area.top : 1, columns: area ? area.right - area.left + 1 : 1 }, own && own.path);
  };

  const addBelow = async (cell) => {
    const at = pathOf(cell);
    await change({ do: "add", ...at }, at.path);
    const row = /^(.*indicators\.)(\d+)\./.exec(at.path);
    if (row) open(document.getElementById(`at-${row[1]}${Number(row[2]) + 1}.title`));
  };

  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest(CELL);
    const within = event.target.closest("article[data-sheet]");
    if (event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && (within || event.target === document.body)) {
      const typing = event.target.matches("input, textarea") && event.target.value !== event.target.defaultValue;
      const key = event.code.slice(3).toLowerCase();
      if (!typing && (key === "z" || key === "y")) {
        event.preventDefault();
        if (key === "y" || event.shiftKey) step("redo", "undo"); else step("undo", "redo");
      } else if (key === "d" && cell) { event.preventDefault(); fill(cell); }
      else if (event.key === "Enter" && cell && pathOf(cell)) { event.preventDefault(); addBelow(cell); }
      return;
    }
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const editor = event.target.closest("form.editor");
    const fields = editor ? [...editor.elements].filter((each) => each.matches("input:not([type=hidden]), textarea, select")) : [];
    const arrows = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (editor) {
      if (!event.target.matches("input, textarea, select")) return;
      const edge = event.shiftKey ? fields[0] : fields[fields.length - 1];
      const on = (next) => { if (go(next)) { event.preventDefault(); leave(editor); } };
      if (event.key === "Tab" && event.target === edge) on(inOrder(cell, event.shiftKey ? -1 : 1));
      else if (event.key === "Enter" && !event.shiftKey && fields.length === 1 && !event.target.matches("select")) {
        event.preventDefault();
        const below = near(cell, 1, 0);
        if (below) on(below); else editor.requestSubmit();
      } else if (event.key === "Escape") { event.preventDefault(); editor.querySelector("[data-discard]").click(); }
      else if (event.target.matches("input") && ["ArrowDown", "ArrowUp"].includes(event.key)) on(near(cell, ...arrows[event.key]));
      return;
    }
    if (!event.target.matches("a.amend")) return;
    if (arrows[event.key]) {
      event.preventDefault();
      const from = event.shiftKey && range ? range.last : cell;
      const next = near(from, ...arrows[event.key]);
      if (event.shiftKey) { if (next) mark(range ? range.first : cell, next); } else { mark(null); go(next, { opens: false }); }
    } else if (event.key === "F2") { event.preventDefault(); open(cell); }
    else if (opening && event.key.length === 1) { event.preventDefault(); opening.typed += event.key; }
    else if (event.key.length === 1 && event.key !== " ") { event.preventDefault(); open(cell, event.key); }
  });

  document.addEventListener("paste", (event) => {
    const cell = event.target.closest && event.target.closest(CELL);
    const text = cell ? event.clipboardData.getData("text") : "";
    if (!cell || !text || (event.target.matches("input, textarea") && !/[\t\n]/.test(text.trim()))) return;
    const at = pathOf(cell);
    if (!at) return;
    event.preventDefault();
    change({ do: "paste", ...at, text }, at.path);
  });
  document.addEventListener("copy", (event) => {
    if (!range || !range.all || String(getSelection())) return;
    const rows = new Map();
    for (const each of range.all) rows.set(each.top, [...(rows.get(each.top) || []), (each.cell.querySelector("a.amend") || each.cell).textContent.trim().replace(/^—$/, "")]);
    event.clipboardData.setData("text/plain", [...rows.values()].map((row) => row.join("\t")).join("\n"));
    event.preventDefault();
  });
  document.addEventListener("pointerdown", () => mark(null));
  // The answer to a cell brings what of the margin is another than in the version that is shown; the forms of all other notes stay.
  document.addEventListener("htmx:configRequest", (event) => {
    if (state() && event.target.matches("form.editor")) event.detail.parameters.shown = state().dataset.version;
  });
  const versioned = () => {
    for (const each of document.querySelectorAll("#margin input[name=version]")) each.value = state().dataset.version;
  };
  document.addEventListener("htmx:afterSettle", () => { opened(); noted(); if (state()) versioned(); });

  noted();
})();
