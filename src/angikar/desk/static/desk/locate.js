// The telephone tells where it stands, when it is asked and allows it.
"use strict";

(() => {
  const show = (within) => { if (navigator.geolocation) for (const button of within.querySelectorAll("[data-locate]")) button.hidden = false; };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-locate]");
    if (!button) return;
    const place = button.closest("[data-place]");
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      for (const part of ["latitude", "longitude"]) {
        const field = place.querySelector(`[name$=-${part}]`);
        field.value = coords[part].toFixed(6);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }, () => { place.querySelector("[data-said]").textContent = button.dataset.refused; });
  });
  document.addEventListener("angikar:shown", ({ target }) => show(target));
  show(document);
})();
