// A meeting that several write at once: each row is sent as it is left, kept in the browser until it has arrived, and sent once.
"use strict";

(() => {
  const root = document.querySelector("[data-sitting]");
  if (!root) return;
  const { store, drafts } = angikar;
  const kept = `sitting|${root.dataset.sitting}|`;
  const saved = new Map(); // what the browser keeps of each row, by its name
  const line = document.getElementById("line");
  const head = { "HX-Request": "true", "X-Angikar-Person": store.who };
  const PAUSE = 1500;
  const EVERY = 4000;
  const state = new WeakMap(); // of each form: the words the server knows, and whether it travels, waits or clashes
  let sends = 0;

  const fields = (form) => [...form.querySelectorAll("textarea[name], input[name]:not([type=hidden])")];
  const words = (form) => JSON.stringify(Object.fromEntries(fields(form).map((each) => [each.name, each.value])));
  const name = (form) => form.dataset.line;
  const isNew = (form) => name(form).startsWith("new");
  const forms = () => [...document.querySelectorAll("form[data-line]")];
  const of = (form) => state.get(form);
  const dirty = (form) => of(form) && (of(form).asked || (!isNew(form) && words(form) !== of(form).seen));
  const say = (form, text) => { const spot = form.querySelector(".state"); if (spot) spot.textContent = text; };

  const lost = (gone) => {
    if (!line || (!gone && line.hidden)) return;
    line.hidden = false;
    line.classList.toggle("error", Boolean(gone));
    line.textContent = gone ? line.dataset[gone] || drafts.words[gone] : line.dataset.back;
    if (gone !== "door") return;
    const door = document.createElement("a");
    [door.href, door.textContent] = [`/account/login/?next=${encodeURIComponent(location.pathname)}`, line.dataset.enter];
    line.append(" ", door);
  };
  const faultOf = (answer) => answer.headers.get("X-Angikar-Fault") || { 401: "door", 404: "gone", 429: "often", 413: "large" }[answer.status] || "broken";

  // No answer is waited for without end.
  const ask = async (address, options) => {
    const ends = new AbortController();
    const timer = setTimeout(() => ends.abort(), htmx.config.timeout);
    try {
      const answer = await fetch(address, { ...options, signal: ends.signal });
      return [answer, await answer.text()];
    } finally {
      clearTimeout(timer);
    }
  };

  const keep = (form) => {
    const typed = words(form);
    if (!of(form).asked && typed === of(form).seen) { drop(form); return; }
    const row = { typed, version: form.elements.version ? form.elements.version.value : "", token: form.elements.token ? form.elements.token.value : "", asked: of(form).asked, clash: of(form).clash };
    saved.set(name(form), row);
    store.put({ id: kept + name(form) + store.who, key: kept + name(form), from: location.pathname, page: location.pathname, title: document.title.split(" · ")[0], typed: {}, base: {}, text: Object.values(JSON.parse(typed)).filter(Boolean), row });
  };
  const drop = (form) => { saved.delete(name(form)); store.remove(kept + name(form) + store.who); };

  const learn = (form) => {
    state.set(form, { seen: words(form), asked: "", travels: false, clash: false, timer: 0 });
    const was = saved.get(name(form));
    if (!was) return;
    const typed = JSON.parse(was.typed);
    for (const each of fields(form)) if (each.name in typed) each.value = typed[each.name];
    if (form.elements.version && was.version) form.elements.version.value = was.version;
    if (form.elements.token && was.token) form.elements.token.value = was.token;
    Object.assign(of(form), { asked: was.asked || "", clash: Boolean(was.clash) });
    if (isNew(form)) { const more = form.closest("details"); if (more) more.open = true; }
    if (dirty(form) && line) say(form, of(form).clash ? line.dataset.clash : line.dataset.waits);
  };

  const show = (form, html) => {
    const made = new DOMParser().parseFromString(html, "text/html").querySelector("[data-answer]");
    if (!made) return null;
    const spot = form.querySelector(".answer");
    if (spot) spot.replaceChildren(...made.childNodes);
    return made.dataset;
  };

  const arrived = async (form, sent, html) => {
    const known = of(form);
    const own = show(form, html);
    drop(form);
    Object.assign(known, { seen: sent, asked: "", clash: false });
    if (isNew(form)) {
      for (const each of fields(form)) if (each.name in JSON.parse(sent) && JSON.parse(sent)[each.name] === each.value) each.value = each.name === "continues" ? each.defaultValue : "";
      form.elements.token.value = crypto.randomUUID ? crypto.randomUUID().replaceAll("-", "") : `${Date.now()}${Math.random()}`.slice(0, 30);
      known.seen = words(form);
      const answer = form.querySelector(".answer");
      const spoken = [...answer.childNodes];
      answer.replaceChildren();
      await look(true);
      const made = own && document.querySelector(`[data-row="${own.answer}"] .answer`);
      if (made) made.replaceChildren(...spoken);
    } else if (own) {
      form.elements.version.value = own.version;
      form.dataset.version = own.version;
      if (form.querySelector("[name=do][value=drop]") && own.answer !== name(form)) { form.closest("[data-row]").remove(); return; }
    }
    keep(form);
    say(form, dirty(form) ? line.dataset.waits : line.dataset.kept);
  };

  const send = async (form) => {
    const known = of(form);
    if (!known || known.travels || known.clash || !dirty(form)) return;
    known.travels = true;
    sends += 1;
    const sent = words(form);
    const body = new FormData(form);
    if (known.asked === "drop") body.set("do", "drop");
    try {
      const [answer, html] = await ask(form.action, { method: "POST", body, headers: head });
      if (answer.status === 200) { await arrived(form, sent, html); lost(""); }
      else if (answer.status === 409 || answer.status === 422) {
        const own = show(form, html);
        Object.assign(known, { asked: "", clash: true });
        if (own && form.elements.version) form.elements.version.value = own.version;
        keep(form);
        say(form, answer.status === 409 ? line.dataset.clash : line.dataset.waits);
        lost("");
      } else {
        keep(form);
        say(form, line.dataset.waits);
        const fault = faultOf(answer);
        if (answer.status === 403 && fault === "broken") await look(true); // a token of another session: a new one comes with the rows
        lost(fault);
      }
    } catch (cut) {
      lost(cut.name === "AbortError" ? "late" : "lost");
      keep(form);
      say(form, line.dataset.waits);
    }
    known.travels = false;
  };

  // What others wrote comes in; a row one is writing in oneself is left alone.
  const busy = (place) => place.contains(document.activeElement) || [...place.querySelectorAll("form[data-line]")].some((form) => dirty(form) || of(form)?.clash || of(form)?.travels);
  const version = (row) => Number(row.querySelector("form[data-line]")?.dataset.version || 0);
  const adopt = (place) => { for (const form of place.querySelectorAll("form[data-line]")) learn(form); for (const each of place.querySelectorAll("[data-adds]")) each.hidden = false; };

  const mergeRows = (here, there) => {
    for (const row of there.querySelectorAll("[data-row]")) {
      const own = here.querySelector(`[data-row="${row.dataset.row}"]`);
      if (!own) { const made = document.importNode(row, true); here.querySelector(".decided").append(made); adopt(made); }
      else if (!busy(own) && (version(row) > version(own) || !own.querySelector("form"))) { const made = document.importNode(row, true); own.replaceWith(made); adopt(made); }
    }
    for (const own of here.querySelectorAll("[data-row]")) if (!there.querySelector(`[data-row="${own.dataset.row}"]`) && !busy(own)) own.remove();
  };

  const merge = (html) => {
    const there = new DOMParser().parseFromString(html, "text/html").getElementById("live");
    const here = document.getElementById("live");
    if (!there) return;
    const token = there.querySelector("[name=csrfmiddlewaretoken]");
    if (token) for (const each of document.querySelectorAll("[name=csrfmiddlewaretoken]")) each.value = token.value;
    if (Boolean(there.querySelector("form[data-line]")) !== Boolean(here.querySelector("form[data-line]")) && !forms().some(dirty) && !forms().some((form) => of(form).clash)) { location.reload(); return; }
    here.dataset.stamp = there.dataset.stamp;
    const [came, coming] = [here.querySelector("section"), there.querySelector("section")];
    if (!came.querySelector("details[open]")) came.replaceWith(document.importNode(coming, true));
    let before = here.querySelector("section");
    for (const block of there.querySelectorAll("[data-block]")) {
      let own = document.getElementById(block.id);
      if (!own) { own = document.importNode(block, true); before.after(own); adopt(own); }
      else { own.querySelector("h2").textContent = block.querySelector("h2").textContent; mergeRows(own, block); }
      before = own;
    }
    document.getElementById("untouched").replaceWith(document.importNode(there.querySelector("#untouched"), true));
    for (const own of here.querySelectorAll("[data-block]")) if (!there.querySelector(`#${own.id}`) && !busy(own)) own.remove();
  };

  const look = async (now) => {
    const [at, stamp] = [sends, document.getElementById("live").dataset.stamp];
    if (!now && forms().some((form) => of(form)?.travels)) return;
    try {
      const [answer, html] = await ask(root.dataset.rows, { headers: { ...head, "If-None-Match": now ? "" : stamp }, cache: "no-store" });
      if (answer.status === 200 && (now || at === sends)) merge(html);
      if ((answer.status === 200 || answer.status === 304) && !forms().some(dirty)) lost("");
      if (answer.status === 401) lost("door");
    } catch { lost("lost"); }
  };

  const flush = () => Promise.all(forms().filter(dirty).map(send));

  document.addEventListener("input", ({ target }) => {
    const form = target.closest("form[data-line]");
    if (!form || !of(form) || !target.name) return;
    keep(form);
    if (isNew(form)) return;
    clearTimeout(of(form).timer);
    if (!of(form).clash) { say(form, line.dataset.waits); of(form).timer = setTimeout(() => send(form), PAUSE); }
  });
  document.addEventListener("change", ({ target }) => {
    const adds = target.closest("[data-adds]");
    const form = target.closest("form[data-line]");
    if (adds && adds.value.trim()) {
      const list = document.getElementById(adds.dataset.adds);
      list.value = [list.value.trim(), adds.value.trim()].filter(Boolean).join("\n");
      adds.value = "";
      list.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (form && of(form) && !isNew(form) && !of(form).clash) send(form);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-line]") || !of(form)) return;
    event.preventDefault();
    clearTimeout(of(form).timer);
    Object.assign(of(form), { asked: event.submitter && event.submitter.value === "drop" ? "drop" : "keep", clash: false });
    keep(form);
    send(form);
  });
  // Who closes the meeting, or comes and goes, leaves nothing unsent behind.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-close]") || !forms().some(dirty)) return;
    event.preventDefault();
    await flush();
    if (!forms().some(dirty) && !forms().some((each) => of(each).clash)) form.requestSubmit(event.submitter);
  });

  const begin = async () => {
    for (const draft of await store.mine()) if (draft.key.startsWith(kept)) saved.set(draft.key.slice(kept.length), draft.row);
    for (const form of forms()) learn(form);
    for (const each of document.querySelectorAll("[data-adds]")) each.hidden = false;
    addEventListener("online", () => { flush(); look(false); });
    setInterval(() => { if (!document.hidden || forms().some(dirty)) flush().then(() => look(false)); }, EVERY);
    flush();
  };
  begin();
})();
