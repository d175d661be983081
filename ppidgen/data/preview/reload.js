// Served by `ppidgen serve` only: reloads the page after a save, and shows what keeps it from being made.
(() => {
  "use strict";
  const own = new URL(document.currentScript.src);
  const shown = own.searchParams.get("v");
  // The page that stands in for a portal not made yet holds it from the start.
  let overlay = document.querySelector(".ppidgen-preview");

  const style = () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("reload.css", own);
    document.head.append(link);
  };

  const laid = (state) => {
    style();
    const box = document.createElement("div");
    box.className = "ppidgen-preview";
    box.setAttribute("role", "alert");
    box.lang = state.language;
    const title = document.createElement("p");
    title.className = "ppidgen-preview-title";
    title.textContent = state.title;
    const words = document.createElement("pre");
    words.tabIndex = 0;
    box.append(title, words);
    document.body.append(box);
    return box;
  };

  const show = (state) => {
    overlay ??= laid(state);
    overlay.querySelector("pre").textContent = state.faults;
  };

  const hide = () => {
    overlay?.remove();
    overlay = null;
  };

  new EventSource(new URL("events", own)).onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.faults) show(state);
    else if (state.version !== shown) location.reload();
    else hide();
  };
})();
