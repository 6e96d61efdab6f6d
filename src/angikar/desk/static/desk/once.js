// A form that is sent once: while the line is cut the page keeps it, and sends it by itself when the line is back.
"use strict";

(() => {
  const kept = (field) => `angikar:${location.pathname}:${field.name}`;
  const again = 10000; // milliseconds until a sending that found no line is tried again

  for (const form of document.querySelectorAll("form[data-once]")) {
    const line = form.querySelector("[data-line]");
    const buttons = form.querySelectorAll("button:not([type=button])");
    let waiting = false, going = false, timer = 0;

    const say = (text) => { line.textContent = text; line.hidden = !text; };
    const rest = (value) => { for (const button of buttons) button.disabled = value; };

    // The name of a sending outlives a page that is opened again, so that what reached the server is not sent twice.
    const token = form.elements.token;
    const named = sessionStorage.getItem(kept(token));
    if (named && !form.querySelector("[data-wrong]:not([hidden])")) token.value = named;

    for (const radio of form.querySelectorAll("input[type=radio]")) {
      if (sessionStorage.getItem(kept(radio)) === radio.value && !form.querySelector(`[name="${radio.name}"]:checked`)) radio.checked = true;
      radio.addEventListener("change", () => sessionStorage.setItem(kept(radio), radio.value));
    }

    const done = (address) => {
      waiting = false;
      for (const name of Object.keys(sessionStorage)) if (name.startsWith(`angikar:${location.pathname}:`)) sessionStorage.removeItem(name);
      location.assign(address);
    };

    // What is wrong is said at its field; files that were chosen stay chosen.
    const mend = (text) => {
      const shown = new DOMParser().parseFromString(text, "text/html");
      for (const place of document.querySelectorAll("[data-wrong]")) {
        const said = shown.getElementById(place.id);
        place.textContent = said ? said.textContent : "";
        place.hidden = !place.textContent.trim();
      }
      for (const name of ["version", "token"]) {
        const fresh = shown.querySelector(`form[data-once] [name=${name}]`);
        if (fresh && form.elements[name]) form.elements[name].value = fresh.value;
      }
      sessionStorage.removeItem(kept(token));
      const first = document.querySelector("[data-wrong]:not([hidden])");
      if (first) first.scrollIntoView({ block: "center" });
    };

    const send = async () => {
      if (going) return;
      clearTimeout(timer);
      [going, waiting] = [true, true];
      rest(true);
      sessionStorage.setItem(kept(token), token.value);
      say(line.dataset.going);
      try {
        const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
        const text = await answer.text();
        if (answer.ok && (answer.headers.get("Content-Type") || "").startsWith("application/json")) { done(JSON.parse(text).address); return; }
        waiting = false;
        rest(false);
        if (answer.redirected) { location.assign(answer.url); return; }
        say("");
        mend(text);
      } catch {
        say(line.dataset.cut);
        timer = setTimeout(send, again);
      } finally {
        going = false;
      }
    };

    form.addEventListener("submit", (event) => { event.preventDefault(); event.stopPropagation(); send(); });
    addEventListener("online", () => { if (waiting) send(); });
    addEventListener("beforeunload", (event) => { if (waiting) event.preventDefault(); });
  }

  // The telephone tells where it stands, when it is asked and allows it.
  for (const button of document.querySelectorAll("[data-locate]")) {
    if (!navigator.geolocation) continue;
    const place = button.closest("[data-place]");
    button.hidden = false;
    button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(({ coords }) => {
      for (const part of ["latitude", "longitude"]) {
        const field = place.querySelector(`[name$=-${part}]`);
        field.value = coords[part].toFixed(6);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }, () => { place.querySelector("[data-said]").textContent = button.dataset.refused; }));
  }
})();
