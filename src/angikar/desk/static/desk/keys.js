// The keys of every page: "/" to the search, "g" and a letter to a page of the menu, "j" and "k" along a list, "?" the list of all keys.
// A letter is known by its key, so that it is found with a Bangla layout too; no key is taken from whoever types in a field or a cell.
"use strict";

(() => {
  const WITHIN = 1500; // milliseconds between "g" and its letter
  const TYPING = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], a.amend, [data-grid]";
  let going = 0;

  const search = () => {
    const link = document.querySelector("[data-search]");
    if (!link) return false;
    if (location.pathname !== link.pathname) { location.assign(link.href); return true; }
    document.getElementById("q").focus();
    document.getElementById("q").select();
    return true;
  };

  // The first link of each row of the lists and tables of the page.
  const rows = () => [...new Set([...document.querySelectorAll("main li, main tbody tr")].map((row) => row.querySelector("a[href]")))].filter((link) => link && link.offsetParent);
  const along = (by) => {
    if (document.querySelector("[data-review], [data-verify]")) return false; // these have keys of their own
    const all = rows();
    const row = document.activeElement.closest("main li, main tbody tr");
    const at = row ? all.indexOf(row.querySelector("a[href]")) : -1;
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
    if (!next) return false;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  };

  const list = async () => {
    const help = document.querySelector("[data-keys]");
    if (!help || document.getElementById("all-keys")) return;
    const answer = await fetch(help.dataset.keys).catch(() => null);
    const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("all-keys") : null;
    if (!page) { location.assign(help.href); return; }
    const dialog = document.createElement("dialog");
    dialog.className = "key-list";
    dialog.setAttribute("aria-labelledby", "keys-title");
    dialog.append(document.adoptNode(page));
    dialog.querySelector("[data-guide]").setAttribute("href", help.getAttribute("href"));
    dialog.addEventListener("close", () => dialog.remove());
    const close = dialog.querySelector("button");
    close.hidden = false;
    close.addEventListener("click", () => dialog.close());
    document.body.append(dialog);
    dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest(TYPING) || document.querySelector("dialog[open]")) return;
    const letter = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
    if (letter && Date.now() - going < WITHIN) {
      going = 0;
      const link = document.querySelector(`[data-go="${letter}"]`);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      location.assign(link.href);
    } else if (letter === "g" && !event.shiftKey) going = Date.now();
    else if (event.key === "/" && search()) event.preventDefault();
    else if (event.key === "?") { event.preventDefault(); list(); }
    else if ((letter === "j" || letter === "k") && !event.shiftKey && along(letter === "j" ? 1 : -1)) event.preventDefault();
  }, true);
})();
