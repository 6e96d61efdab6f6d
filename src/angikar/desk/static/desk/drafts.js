// Every form with a field remembers what is typed until the server has it, and offers it back in words.
"use strict";

angikar.drafts = (() => {
  const { store } = angikar;
  const words = (document.getElementById("said-of-drafts") || { dataset: {} }).dataset;
  const OWN = "input:not([type=hidden],[type=password],[type=submit],[type=button],[autocomplete=one-time-code]), textarea, select";
  const PASSING = /^(csrfmiddlewaretoken|version.*|token|n|was:.*)$/; // hidden fields that do not say which form it is
  const tab = sessionStorage.getItem("angikar:tab") || store.name();
  sessionStorage.setItem("angikar:tab", tab);
  const here = location.pathname + location.search;
  const forms = new WeakMap(); // of each form: the name of its draft, its key, and what its fields held when the server gave it
  const latest = new Map(); // the last form of each key, so that the same form given again keeps its draft
  const held = new Set(); // drafts that are in a form of this page, or offered at one

  const fields = (form) => [...form.elements].filter((each) => each.name && !each.readOnly && each.matches(OWN));
  const keeps = (form) => Boolean(store.who) && form instanceof HTMLFormElement && form.method === "post" && !form.matches("[data-line], [data-drop]") && !form.querySelector("[type=password]") && fields(form).length > 0;
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  const state = (field, original) => {
    if (field.type === "file") return original ? "" : [...field.files].map((file) => file.name).join(", ");
    if (field.matches("[type=checkbox], [type=radio]")) return (original ? field.defaultChecked : field.checked) ? "1" : "";
    if (!field.matches("select")) return original ? field.defaultValue : field.value;
    const all = [...field.options];
    const chosen = all.filter((each) => (original ? each.defaultSelected : each.selected));
    return (chosen.length || field.multiple ? chosen : all.slice(0, 1)).map((each) => each.value).join("\n");
  };
  const set = (field, value) => {
    if (field.matches("[type=checkbox], [type=radio]")) field.checked = Boolean(value);
    else if (field.matches("select")) for (const each of field.options) each.selected = value.split("\n").includes(each.value);
    else field.value = value;
  };
  const values = (form, original) => {
    const found = {};
    for (const field of fields(form)) (found[field.name] = found[field.name] || []).push(state(field, original));
    return found;
  };

  // A form is known by where it goes, what it is about, its first button and its first field.
  const keyed = (form) => {
    const parts = [...form.elements];
    const hidden = parts.filter((each) => each.type === "hidden" && !PASSING.test(each.name)).map((each) => `${each.name}=${each.value}`);
    const button = parts.find((each) => each.type === "submit" && each.name);
    const to = new URL(form.getAttribute("action") || location.href, location.href).pathname;
    return [to, ...hidden.sort(), button ? `${button.name}=${button.value}` : "", fields(form)[0].name].join("|");
  };

  const of = (form) => {
    if (forms.has(form)) return forms.get(form);
    const key = keyed(form);
    const before = latest.get(key);
    const known = before && !before.form.isConnected ? before.known : { id: store.name(), key, base: values(form, true), sent: "" };
    forms.set(form, known);
    latest.set(key, { form, known });
    return known;
  };
  // The server has it, or it was thrown away: what the form holds now is the beginning.
  const forget = (form) => {
    const known = forms.get(form);
    if (!known) return;
    store.remove(known.id);
    held.delete(known.id);
    forms.delete(form);
    latest.delete(known.key);
  };
  const gone = () => { for (const id of store.arrived()) for (const [key, { known }] of latest) if (known.id === id) latest.delete(key); };

  const typed = (form) => Object.fromEntries(Object.entries(values(form, false)).filter(([name, now]) => !same(now, of(form).base[name])));

  const keep = (form) => {
    const known = of(form);
    const now = typed(form);
    const names = Object.keys(now);
    if (!names.length) { store.remove(known.id); return; }
    held.add(known.id);
    const written = fields(form).filter((each) => names.includes(each.name) && each.matches("textarea, input:not([type=checkbox],[type=radio],[type=file])"));
    store.put({
      id: known.id, key: known.key, tab, from: here, page: form.dataset.page || here,
      title: document.title.split(" · ")[0],
      typed: now, base: Object.fromEntries(names.map((name) => [name, known.base[name]])),
      text: written.map((each) => each.value).filter(Boolean),
      token: known.sent && form.elements.token ? form.elements.token.value : "", sent: known.sent,
    });
  };

  const spoken = document.documentElement.lang === "bn" ? "bn-BD" : "en-GB";
  const moment = (at) => [{ day: "numeric", month: "long" }, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }].map((parts) => new Intl.DateTimeFormat(spoken, parts).format(at)).join(", ");
  const short = (text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

  // The bar: what it says, how the text comes back where it is not back yet, and how it is thrown away.
  const bar = (draft, said, back, away) => {
    const made = document.getElementById("kept-draft").content.firstElementChild.cloneNode(true);
    made.querySelector("[data-said]").textContent = said;
    made.querySelector("[data-when]").textContent = moment(draft.at);
    made.querySelector("[data-text]").textContent = short([...draft.text].sort((one, other) => other.length - one.length)[0] || "");
    const [take, drop] = made.querySelectorAll("button");
    take.hidden = !back;
    take.addEventListener("click", () => { made.remove(); back(); });
    drop.addEventListener("click", () => { made.remove(); store.remove(draft.id); away(); });
    return made;
  };
  const speak = (form, made) => {
    for (const old of form.querySelectorAll(":scope > .kept[data-restored]")) old.remove();
    const bars = form.querySelectorAll(":scope > .kept");
    if (bars.length) bars[bars.length - 1].after(made); else form.prepend(made); // the latest first
    for (let each = form.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    const inside = fields(form)[0].closest("details");
    if (inside && form.contains(inside)) inside.open = true;
  };

  const fill = (form, draft) => {
    const known = of(form);
    if (known.id !== draft.id) { store.remove(known.id); known.id = draft.id; }
    held.add(draft.id);
    const count = {};
    const missing = [];
    const before = values(form, false);
    for (const field of fields(form)) {
      const at = count[field.name] = (count[field.name] ?? -1) + 1;
      const value = (draft.typed[field.name] || [])[at];
      if (value === undefined || value === before[field.name][at]) continue;
      if (field.type === "file") missing.push(value); else set(field, value);
      if (field.matches("[hx-post]")) field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (draft.token && form.elements.token) [form.elements.token.value, known.sent] = [draft.token, draft.sent];
    const made = bar(draft, words.back, null, () => { forget(form); form.reset(); });
    made.dataset.restored = "";
    const again = made.querySelector("[data-files]");
    again.hidden = !missing.filter(Boolean).length;
    again.querySelector("span").textContent = missing.filter(Boolean).join(", ");
    speak(form, made);
    keep(form);
  };

  const stands = (form, draft) => Object.entries(draft.typed).every(([name, all]) => same(values(form, true)[name], all));
  const unmoved = (form, draft) => Object.entries(draft.base).every(([name, all]) => same(of(form).base[name], all));

  // What this tab was writing comes back by itself, also after the sign-in; what was written elsewhere is offered.
  const offer = async (within) => {
    const all = await store.mine();
    const wanted = sessionStorage.getItem("angikar:wanted");
    const found = [...(within.matches && within.matches("form") ? [within] : []), ...within.querySelectorAll("form")];
    for (const form of found.filter(keeps)) {
      let filled = Object.keys(typed(form)).length > 0;
      for (const draft of all.filter((each) => each.key === of(form).key && !held.has(each.id))) {
        if (stands(form, draft)) { store.remove(draft.id); held.add(draft.id); continue; }
        held.add(draft.id);
        if (!filled && (draft.id === wanted || (draft.tab === tab && unmoved(form, draft)))) { filled = true; fill(form, draft); }
        else speak(form, bar(draft, words.kept, () => fill(form, draft), () => {}));
      }
    }
    return all;
  };

  // Drafts whose form does not stand on the page as it opens; on today's page, those of every page.
  const elsewhere = (all) => {
    const wanted = sessionStorage.getItem("angikar:wanted");
    sessionStorage.removeItem("angikar:wanted");
    const list = document.querySelector("[data-drafts]");
    for (const draft of all.filter((each) => !held.has(each.id) && (list || (each.from === here && !each.row) || each.id === wanted))) {
      const open = () => { sessionStorage.setItem("angikar:wanted", draft.id); location.assign(draft.page); };
      const closed = draft.page === here || draft.id === wanted; // its form is not given any more: the text may be copied
      const made = bar(draft, closed ? words.closed : `${words.kept} ${draft.title}`, closed ? null : open, () => {});
      if (closed) { const whole = made.querySelector("textarea"); [whole.hidden, whole.value] = [false, draft.text.join("\n\n")]; }
      if (list) { list.hidden = false; list.append(made); } else document.getElementById("content").prepend(made);
    }
  };

  for (const name of ["input", "change"]) document.addEventListener(name, ({ target }) => { if (target.form && keeps(target.form)) keep(target.form); });
  document.addEventListener("click", ({ target }) => {
    const form = target.closest("[data-discard]") && target.closest("form");
    if (form && keeps(form)) forget(form);
  });

  const ready = offer(document).then(elsewhere);
  if (!store.who) for (const place of document.querySelectorAll("[data-door]")) place.hidden = sessionStorage.getItem("angikar:door") === null;

  return { ready, words, keeps, of, keep, typed, forget, gone, offer };
})();
