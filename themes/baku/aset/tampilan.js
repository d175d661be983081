// Pilihan tampilan pembaca: dipasang sebelum laman digambar, disimpan hanya di perangkat ini, tanpa pihak ketiga.
"use strict";
{
const STORE = "tampilan";
const root = document.documentElement;
const read = () => {
  try { return JSON.parse(localStorage.getItem(STORE)) ?? {}; } catch { return {}; }
};
const show = (chosen) => {
  for (const name of ["huruf", "jarak", "kontras", "rupa"]) {
    if (chosen[name]) root.dataset[name] = chosen[name]; else delete root.dataset[name];
  }
};
show(read());

function bind(form) {
  const chosen = read();
  form.parentElement.hidden = false;
  // Petunjuk bagi yang tanpa skrip.
  form.parentElement.nextElementSibling?.remove();
  for (const box of form.querySelectorAll("input")) box.checked = (chosen[box.name] ?? "") === box.value;
  form.addEventListener("change", () => {
    const now = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    show(now);
    try { localStorage.setItem(STORE, JSON.stringify(now)); } catch { /* mode pribadi: berlaku sampai laman ditutup */ }
    form.querySelector("[role=status]").textContent = form.dataset.tersimpan;
  });
  form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("change"))));
}

// Membacakan: hanya bila peramban punya suara berbahasa Indonesia; suara yang bekerja di perangkat didahulukan.
function offer(main, button) {
  const voices = speechSynthesis.getVoices().filter((voice) => /^id\b/i.test(voice.lang));
  const voice = voices.find((each) => each.localService) ?? voices[0];
  if (!voice || !button.hidden) return;
  button.hidden = false;
  if (!voice.localService) button.title = button.dataset.daring;
  const rest = () => { button.textContent = button.dataset.mulai; button.setAttribute("aria-pressed", "false"); };
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); rest(); return; }
    const texts = [...main.querySelectorAll("h1, h2, h3, p, li, dt, dd, td")].filter((each) => each.checkVisibility() && !each.querySelector("p, li"));
    texts.forEach((each, place) => {
      const said = new SpeechSynthesisUtterance(each.innerText);
      Object.assign(said, { voice, lang: voice.lang });
      if (place === texts.length - 1) said.onend = rest;
      speechSynthesis.speak(said);
    });
    button.textContent = button.dataset.henti;
    button.setAttribute("aria-pressed", "true");
  });
}

document.addEventListener("DOMContentLoaded", () => {
  const form = document.forms.tampilan;
  if (form) bind(form);
  const [main, button] = [document.querySelector("main"), document.querySelector(".bacakan")];
  if (!button || !("speechSynthesis" in window)) return;
  offer(main, button);
  speechSynthesis.addEventListener?.("voiceschanged", () => offer(main, button));
});
addEventListener("pagehide", () => window.speechSynthesis?.cancel());
}
