// The end of a session on a machine others use: who is idle leaves the page, who writes stays, and no page comes back from memory.
"use strict";

(() => {
  const { idle, stay, signIn } = document.body.dataset;
  if (!idle) return;
  const SIGN = 60_000; // milliseconds between two signs of life
  const LATE = 10_000; // the server is asked a little after the time is over
  let [active, said] = [Date.now(), Date.now()];

  const leave = () => {
    const to = new URL(signIn, location.href);
    to.searchParams.set("next", location.pathname + location.search);
    to.searchParams.set("ended", "1");
    location.assign(to.pathname + to.search);
  };
  const look = () => {
    const rest = active + idle * 1000 + LATE - Date.now();
    if (rest <= 0) leave(); else setTimeout(look, Math.min(rest, SIGN));
  };
  const sign = () => {
    active = Date.now();
    if (active - said < SIGN) return;
    said = active;
    fetch(stay, { cache: "no-store", redirect: "manual" }).catch(() => { said = 0; });
  };
  for (const name of ["keydown", "pointerdown", "input"]) document.addEventListener(name, sign, { capture: true, passive: true });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && Date.now() > active + idle * 1000 + LATE) leave(); });
  setTimeout(look, SIGN);

  // Back after signing out: a page from the browser's memory is asked for again, and shows nothing meanwhile.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.body.hidden = true;
    location.reload();
  });
})();
