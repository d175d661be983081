// Served by `ppidgen serve` only: reloads the page after a save, and shows what keeps it from being made.
(() => {
  "use strict";
  const own = new URL(document.currentScript.src);
  const shown = own.searchParams.get("v");
  let overlay = null;

  const style = () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("reload.css", own);
    document.head.append(link);
  };

  const show = (state) => {
    if (!overlay) {
      style();
      overlay = document.createElement("div");
      overlay.className = "ppidgen-preview";
      overlay.setAttribute("role", "alert");
      overlay.lang = state.language;
      document.body.append(overlay);
    }
    const title = document.createElement("p");
    title.className = "ppidgen-preview-title";
    title.textContent = state.title;
    const words = document.createElement("pre");
    words.textContent = state.faults;
    words.tabIndex = 0;
    overlay.replaceChildren(title, words);
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
