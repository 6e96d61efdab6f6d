// The comforts of the screens: files are dropped, doubts and rows are walked by keyboard.
"use strict";

(() => {
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
    const list = drop.querySelector("[data-arriving]");
    const [bar, button] = [drop.querySelector("progress"), drop.querySelector("[data-busy]")];
    const line = (file) => {
      const made = list.querySelector("template").content.firstElementChild.cloneNode(true);
      made.querySelector("[data-name]").textContent = file.name;
      list.append(made);
      return made;
    };

    // One file a request: each is a paper of its own as soon as it is read, whatever happens to the others.
    const send = async (file, made) => {
      const state = made.querySelector("[data-state]");
      state.textContent = list.dataset.reading;
      const sent = new FormData(drop);
      sent.set("files", file);
      try {
        const answer = await fetch(drop.action, { method: "POST", body: sent, headers: { Accept: "application/json" } });
        const said = await answer.json();
        state.textContent = said.said;
        state.classList.toggle("wrong", !said.address);
        if (said.row) made.dataset.row = said.row;
        return said.address;
      } catch {
        state.textContent = list.dataset.lost;
        state.classList.add("wrong");
        return "";
      }
    };

    const leaving = (event) => event.preventDefault();
    drop.addEventListener("submit", async (event) => {
      event.preventDefault();
      const waiting = [...files.files].map((file) => [file, line(file)]);
      [button.disabled, bar.hidden, bar.max, bar.value] = [true, false, waiting.length, 0];
      addEventListener("beforeunload", leaving);
      let address = "";
      for (const [file, made] of waiting) {
        address = await send(file, made);
        bar.value += 1;
        if (address) await htmx.ajax("GET", location.pathname, { target: "#waiting-list", select: "#waiting-list", swap: "outerHTML" });
        // A file that is read beside the pages has a row in the list, which asks by itself what became of it.
        if (made.dataset.row && document.querySelector(made.dataset.row)) made.remove();
      }
      removeEventListener("beforeunload", leaving);
      if (address && waiting.length === 1) { location.assign(address); return; }
      [button.disabled, bar.hidden, files.value] = [false, true, ""];
      say();
    });
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  }

  // Looking through doubts by keyboard, while the focus is among the panes: next, previous, take, keep.
  const notes = () => [...document.querySelectorAll("[data-review] article.note")];
  const near = () => document.activeElement.closest("article.note") || document.querySelector("[data-review] article.note:target");

  const look = (note) => {
    if (!note) return;
    note.focus();
    note.scrollIntoView({ block: "nearest" });
    for (const each of document.querySelectorAll(".mark.current")) each.classList.remove("current");
    const link = note.querySelector("a[href^='#']");
    const place = link && document.querySelector(link.getAttribute("href"));
    if (!place) return;
    place.classList.toggle("current", place.matches(".mark"));
    const pane = place.closest("[tabindex='0']").getBoundingClientRect();
    const at = place.getBoundingClientRect();
    const aside = at.left < pane.left || at.right > pane.right;
    place.closest("[tabindex='0']").scrollBy(aside ? at.left - pane.left - 40 : 0, at.top - pane.top - pane.height / 3);
  };

  const settle = (note, choice) => {
    const button = note && note.querySelector(`.actions button[value="${choice}"]`);
    const own = note && note.querySelector("details");
    if (button && !button.closest("details")) button.click();
    else if (button) { own.open = true; own.querySelector("[name=words]").focus(); }
  };

  document.addEventListener("keydown", (event) => {
    const inside = event.target.closest("[data-review]");
    if (!inside || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
    const all = notes();
    const at = all.indexOf(near());
    const keys = {
      KeyN: () => look(all[Math.min(at + 1, all.length - 1)]),
      KeyP: () => look(all[Math.max(at - 1, 0)]),
      KeyT: () => settle(all[at], "take"),
      KeyK: () => settle(all[at], "keep"),
    };
    const code = /^[a-z]$/i.test(event.key) ? `Key${event.key.toUpperCase()}` : event.code;
    if (!keys[code]) return;
    event.preventDefault();
    keys[code]();
  });

  // Verifying a quarter by keyboard: next and previous row that waits, accept it, write why it goes back.
  document.addEventListener("keydown", (event) => {
    const inside = document.querySelector("[data-verify]");
    if (!inside || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
    const rows = [...inside.querySelectorAll("tr[data-waits]")];
    const at = rows.indexOf(document.activeElement.closest("tr") || inside.querySelector("tr:target"));
    const step = (row) => { if (row) { row.focus(); row.scrollIntoView({ block: "nearest" }); } };
    const keys = {
      j: () => step(rows[Math.min(at + 1, rows.length - 1)]),
      k: () => step(rows[Math.max(at - 1, 0)]),
      a: () => rows[at] && rows[at].querySelector("button[value=accept_row]").click(),
      s: () => rows[at] && rows[at].querySelector("[name=words]").focus(),
    };
    const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.slice(3).toLowerCase();
    if (!keys[key]) return;
    event.preventDefault();
    keys[key]();
  });

  // When a doubt is settled the next one takes its place under the eyes; the panes are new by then.
  let following = "";
  document.addEventListener("submit", (event) => {
    const all = notes();
    const at = all.indexOf(event.target.closest("[data-review] article.note"));
    following = at < 0 ? "" : (all[at + 1] || all[at - 1] || all[at]).id;
  });
  document.addEventListener("htmx:afterSettle", () => {
    const left = following && (document.getElementById(following) || notes()[0]);
    following = "";
    if (left) look(left);
  });

  // A conflict (409) or a refused value (422) is an answer to show, not an error to swallow.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if ([409, 422].includes(event.detail.xhr.status) && /^text\/html/.test(event.detail.xhr.getResponseHeader("Content-Type"))) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
})();
