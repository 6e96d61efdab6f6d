// A form with a field is sent from its page, which stays until the server has what was typed; each fault is said in words at the form.
"use strict";

(() => {
  const { store, drafts, cells } = angikar;
  const { words } = drafts;
  const FILES = 10; // times as long as of a form (`htmx.config.timeout`) may take what carries files
  const AGAIN = 10_000; // milliseconds until a sending that found no line is tried again
  const going = new WeakSet();
  const waiting = new Map(); // forms that are sent by themselves once the line is back, with the button that was pressed

  const say = (form, fault) => {
    const place = form.querySelector("[data-fault]") || document.createElement("p");
    Object.assign(place, { className: fault === "going" ? "said" : "said error", role: "alert", textContent: fault ? words[fault] : "" });
    [place.dataset.fault, place.hidden] = [fault, !fault];
    if (place.isConnected) return;
    const buttons = [...form.querySelectorAll(".actions")].filter((each) => !each.closest(".kept")).pop() || [...form.elements].find((each) => each.type === "submit");
    if (buttons) buttons.before(place); else form.append(place);
  };

  const door = (form, address) => {
    drafts.keep(form);
    sessionStorage.setItem("angikar:door", "");
    const to = new URL(address || "/account/login/", location.href);
    to.searchParams.set("next", form.dataset.page || location.pathname + location.search);
    location.assign(to.pathname + to.search);
  };

  const onward = (address) => {
    const to = new URL(address, location.href);
    if (to.pathname + to.search !== location.pathname + location.search) { location.assign(to.href); return; }
    history.replaceState(null, "", to.href);
    location.reload();
  };

  // What the status of an answer means for what was typed.
  const faultOf = (answer) => {
    if (answer.headers.get("X-Angikar-Fault")) return answer.headers.get("X-Angikar-Fault");
    const known = { 401: "door", 403: "forbidden", 404: "gone", 409: "clash", 400: "large", 413: "large", 429: "often" };
    return known[answer.status] || (answer.status >= 500 ? "broken" : "");
  };

  // The page was refused and is given again with what is wrong; files that were chosen stay chosen.
  const show = (form, text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("content");
    const now = document.getElementById("content");
    if (!fresh || !now) return false;
    const chosen = [...form.querySelectorAll("input[type=file]")].filter((each) => each.files.length);
    now.replaceWith(document.adoptNode(fresh));
    for (const each of chosen) {
      const place = fresh.querySelector(`input[type=file][name="${CSS.escape(each.name)}"]`);
      if (place) place.files = each.files;
    }
    htmx.process(fresh);
    for (const each of fresh.querySelectorAll("form")) if (drafts.keeps(each)) drafts.keep(each);
    drafts.offer(fresh);
    fresh.dispatchEvent(new Event("angikar:shown", { bubbles: true }));
    const wrong = fresh.querySelector("[aria-invalid], .wrong:not([hidden]), .conflict, [role=alert]:not([hidden])");
    if (wrong) wrong.scrollIntoView({ block: "center" });
    return true;
  };

  // A token of another session, as after signing in in another tab: the page is asked for a new one, once.
  const renewed = async (form) => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.querySelector("form[data-sign-in]")) return "door";
    if (page.body.dataset.who !== store.who) return "other";
    const token = page.querySelector("[name=csrfmiddlewaretoken]");
    if (!token) return "forbidden";
    for (const each of document.querySelectorAll("[name=csrfmiddlewaretoken]")) each.value = token.value;
    document.body.setAttribute("hx-headers", page.body.getAttribute("hx-headers"));
    return "";
  };

  const body = (form, button) => {
    const sent = new FormData(form);
    if (button && button.name) sent.append(button.name, button.value);
    const text = [...sent].map(([name, value]) => (name === "csrfmiddlewaretoken" ? "" : `${name}=${value.name ?? value}${value.size ?? ""}`)).join("\n");
    return [sent, store.print(text)];
  };

  const post = async (form, button) => {
    const known = drafts.of(form);
    let [sent, print] = body(form, button);
    // What was changed since a sending that was lost on its way is another sending.
    if (form.elements.token && known.sent && known.sent !== print) { form.elements.token.value = store.name(); [sent, print] = body(form, button); }
    known.sent = print;
    drafts.keep(form);
    const files = [...sent.values()].some((each) => each instanceof File && each.size);
    const ends = new AbortController();
    const timer = setTimeout(() => ends.abort(), htmx.config.timeout * (files ? FILES : 1));
    try {
      const answer = await fetch(button && button.hasAttribute("formaction") ? button.formAction : form.getAttribute("action") || location.href, {
        method: "POST", signal: ends.signal, headers: { "X-Angikar-Person": store.who, "X-Angikar-Draft": `${known.id}.${print}` },
        body: files || form.enctype === "multipart/form-data" ? sent : new URLSearchParams(sent),
      });
      return [answer, await answer.text()];
    } finally {
      clearTimeout(timer);
    }
  };

  // Returns the name of the fault, or nothing where the page has gone on.
  const attempt = async (form, button) => {
    let [answer, text] = await post(form, button);
    let fault = faultOf(answer);
    if (fault === "forbidden") {
      fault = await renewed(form) || "again";
      if (fault === "again") { [answer, text] = await post(form, button); fault = faultOf(answer); }
    }
    const json = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? JSON.parse(text) : null;
    if (fault === "door" || (answer.redirected && answer.url.includes("/account/login/"))) { door(form, json && json.address); return "door"; }
    if (fault && fault !== "clash") return fault;
    if (json && json.address) {
      if (json.taken) { drafts.forget(form); form.reset(); }
      drafts.gone();
      onward(json.address);
      return "";
    }
    drafts.gone();
    return show(form, text) ? "" : fault || "broken";
  };

  const send = async (form, button) => {
    if (going.has(form)) return;
    going.add(form);
    waiting.delete(form);
    const buttons = [...form.elements].filter((each) => each.type === "submit");
    for (const each of buttons) each.setAttribute("aria-disabled", "true");
    say(form, "going");
    let fault = "broken";
    try {
      fault = await attempt(form, button);
    } catch (cut) {
      if (!["AbortError", "TypeError"].includes(cut.name)) throw cut;
      fault = cut.name === "AbortError" ? "late" : "cut";
    } finally {
      going.delete(form);
      for (const each of buttons) each.removeAttribute("aria-disabled");
      if (form.isConnected) say(form, fault === "cut" && form.matches("[data-once]") ? "waits" : fault);
    }
    if (fault !== "cut" || !form.matches("[data-once]")) return;
    waiting.set(form, button);
    setTimeout(() => { if (waiting.has(form) && form.isConnected) send(form, button); }, AGAIN);
  };

  addEventListener("submit", (event) => {
    if (event.defaultPrevented || !drafts.keeps(event.target)) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  addEventListener("online", () => { for (const [form, button] of waiting) send(form, button); });
  addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });

  // What htmx sends: a form in its place, or one cell of the grid.
  const formOf = (element) => { const form = element.closest && element.closest("form"); return form && drafts.keeps(form) ? form : null; };
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const form = formOf(detail.elt);
    detail.headers["X-Angikar-Person"] = store.who;
    if (form && form === detail.elt) detail.headers["X-Angikar-Draft"] = `${drafts.of(form).id}.${store.print(JSON.stringify(drafts.typed(form)))}`;
  });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const [xhr, form] = [event.detail.xhr, formOf(event.detail.elt)];
    if (xhr.status !== 401 || !form) return;
    event.preventDefault();
    door(form, xhr.getResponseHeader("HX-Redirect"));
  });
  const unsent = new Set();
  const tell = (element, fault) => {
    const form = formOf(element);
    if (!form) return;
    drafts.keep(form);
    if (element === form) { say(form, fault); return; }
    unsent.add(element);
    const said = document.createElement("span");
    [said.className, said.textContent] = ["wrong", words[fault]];
    const place = document.getElementById(element.getAttribute("aria-describedby"));
    if (place) place.replaceChildren(said);
  };
  // A fault of a sending is said at each cell that was in it.
  const tellAll = (detail, fault) => {
    const all = cells.sent(detail);
    for (const each of all.length ? all : [detail.elt]) tell(each, fault);
  };
  document.addEventListener("htmx:responseError", async ({ detail }) => {
    const xhr = detail.xhr;
    const fault = faultOf({ status: xhr.status, headers: { get: (name) => xhr.getResponseHeader(name) } });
    const form = formOf(detail.elt);
    tellAll(detail, fault === "forbidden" && form ? await renewed(form) || "again" : fault || "broken");
  });
  document.addEventListener("htmx:sendError", ({ detail }) => tellAll(detail, "cut"));
  document.addEventListener("htmx:timeout", ({ detail }) => tellAll(detail, "late"));
  addEventListener("online", () => { for (const each of unsent) if (each.isConnected) each.dispatchEvent(new Event("change", { bubbles: true })); });

  // A cell that has arrived is not sent again by itself.
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    drafts.gone();
    if (detail.xhr.status === 200) for (const each of cells.sent(detail)) unsent.delete(each);
  });
  // What htmx gave again: the value of a cell that is not in conflict is the server's.
  document.addEventListener("htmx:load", ({ detail: { elt } }) => {
    if (!store.who || elt === document.body) return;
    const form = formOf(elt);
    if (form && elt.matches("input[hx-post]") && !elt.parentElement.querySelector(".conflict")) { drafts.of(form).base[elt.name] = [elt.defaultValue]; drafts.keep(form); }
    drafts.offer(elt);
  });
})();
