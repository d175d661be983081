// Formulir bertahap: satu pokok tiap layar. Yang sesudah pertanyaan terakhir ada di kirim.js, sarannya di saran.js.
// Semua kata datang dari templat. Isian hanya disimpan di peramban; apa pun yang diketik hanya pernah menjadi textContent.
// Skrip biasa, bukan modul: modul tidak dapat dibuka dari cakram (file://).
"use strict";
const formulir = (() => {
const root = document.querySelector(".formulir");
const words = root.dataset;
const form = root.querySelector("form");
const find = (selector, within = root) => within.querySelector(selector);
const all = (selector, within = root) => [...within.querySelectorAll(selector)];
const act = (name) => find(`[data-aksi="${name}"]`);
const steps = all("[data-langkah]");
const asked = all(".formulir-isian");
const check = find('[data-langkah="periksa"]');
const done = find('[data-langkah="kirim"]');
const summary = find(".formulir-galat");
const status = find(".formulir-status");
const letter = find(".formulir-surat");
const around = [...root.parentElement.children].filter((each) => each !== root);
const KEY = `formulir:${words.base}${words.nama}`;
const title = document.title;
const START = -1;
const state = { code: "", secret: "" }; // kode tanda terima dan teks terenkripsi, dibuat setelah jawabannya selesai
let current = START;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

function node(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Skrip yang baru diperlukan kemudian; dicoba lagi bila jaringan sempat putus.
const wanted = new Map();
function need(address) {
  if (!wanted.has(address)) wanted.set(address, new Promise((done, failed) => {
    const script = node("script");
    script.onload = done;
    script.onerror = () => { wanted.delete(address); failed(); };
    script.src = address;
    document.head.append(script);
  }));
  return wanted.get(address);
}

const ending = () => need(words.skripKirim);

// ---- jawaban

function answer(name) {
  const field = form.elements[name];
  if (!field) return "";
  if (field instanceof RadioNodeList) return field.value;
  if (field.type === "checkbox" || field.type === "radio") return field.checked ? field.value : "";
  return field.value.trim();
}

const holds = (condition) => {
  const [name, value] = condition.split("=");
  return answer(name) === value;
};

function applies(box) {
  const kinds = box.dataset.untuk?.split(" ");
  return !kinds || kinds.includes(answer("pemohon"));
}

const PATTERNS = {
  nik: (value) => /^\d{16}$/.test(value.replace(/[\s.-]/g, "")),
  surel: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
};

// Apa yang kurang pada satu pertanyaan; "" bila tidak ada.
function fault(box) {
  const { isian, kosong, kecuali, bila, atau, pola, salah } = box.dataset;
  if (!applies(box)) return "";
  const value = answer(isian);
  if (value) return pola && !PATTERNS[pola](value) ? salah : "";
  if (!kosong || (kecuali && holds(kecuali)) || (bila && !holds(bila)) || (atau && answer(atau))) return "";
  return kosong;
}

function told(box) {
  const value = answer(box.dataset.isian);
  const picked = all("input:checked", box).map((input) => input.closest("label").textContent.trim());
  return picked.length ? picked.join(", ") : value;
}

const answered = () => asked.filter(applies).filter((box) => told(box));

// ---- simpanan di perangkat

function storage() {
  return act("simpan").checked ? localStorage : sessionStorage;
}

function save() {
  const values = Object.fromEntries(asked.map((box) => [box.dataset.isian, answer(box.dataset.isian)]));
  try { storage().setItem(KEY, JSON.stringify({ values, code: state.code })); } catch { /* penyimpanan dimatikan: isian tetap di laman */ }
}

function forget() {
  for (const place of ["localStorage", "sessionStorage"]) try { window[place].removeItem(KEY); } catch { /* sda. */ }
}

function recall() {
  for (const place of ["localStorage", "sessionStorage"]) {
    let kept;
    try { kept = JSON.parse(window[place].getItem(KEY)); } catch { /* rusak atau dimatikan: dianggap tidak ada */ }
    if (!kept?.values) continue;
    act("simpan").checked = place === "localStorage";
    // Yang sudah diketik sebelum skrip tiba (jaringan lambat) lebih baru daripada simpanan.
    for (const [name, value] of Object.entries(kept.values)) if (!answer(name)) put(name, String(value));
    state.code = String(kept.code ?? "");
    return Object.values(kept.values).some(Boolean);
  }
  return false;
}

function put(name, value) {
  const field = form.elements[name];
  if (!field) return;
  if (!(field instanceof RadioNodeList) && (field.type === "checkbox" || field.type === "radio")) field.checked = field.value === value;
  else field.value = value;
}

// ---- langkah

function show(index, focus) {
  current = index;
  const started = index > START;
  for (const each of around) each.hidden = started;
  find(".formulir-mulai").hidden = started;
  form.hidden = !started || steps[index] === done;
  find(".formulir-simpan").hidden = !started;
  steps.forEach((step, place) => { step.hidden = place !== index; });
  summary.hidden = true;
  if (!started) { document.title = title; return; }
  const step = steps[index];
  for (const box of asked.filter((each) => step.contains(each))) box.hidden = !applies(box);
  act("kembali").hidden = false;
  act("lanjut").hidden = false;
  act("lanjut").textContent = step === check ? act("lanjut").dataset.selesai : act("lanjut").dataset.lanjut;
  const progress = find(".formulir-kemajuan", step);
  progress.hidden = false;
  progress.textContent = fill(form.dataset.kemajuan, { n: index + 1, jumlah: steps.length });
  if (step === check || step === done) ending().then(() => kirim.show(step), () => history.back());
  const heading = find("h1, h2, h3, h4", step);
  document.title = `${heading.textContent} – ${title}`;
  if (focus) { heading.focus({ preventScroll: true }); heading.scrollIntoView({ block: "start" }); }
}

function go(index) {
  history.pushState({ langkah: index }, "");
  show(index, true);
}

function mark(box, text) {
  const field = find(".bidang-isian", box);
  const control = find("input, select, textarea", box);
  const target = field.tagName === "FIELDSET" ? field : control;
  const id = `${form.name}-${box.dataset.isian}-galat`;
  find(".bidang-galat", box)?.remove();
  field.classList.toggle("bidang-salah", Boolean(text));
  const others = (target.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  if (text) {
    const shown = node("span", "bidang-galat");
    shown.id = id;
    shown.append(node("span", "tersembunyi", `${form.dataset.galat}: `), text);
    (find(".bidang-petunjuk", field) ?? find("legend, label", field)).after(shown);
    others.push(id);
    control.setAttribute("aria-invalid", "true");
  } else control.removeAttribute("aria-invalid");
  if (others.length) target.setAttribute("aria-describedby", others.join(" "));
  else target.removeAttribute("aria-describedby");
}

function faultsOf(step) {
  const found = asked.filter((box) => step.contains(box)).map((box) => [box, fault(box)]);
  for (const [box, text] of found) mark(box, text);
  return found.filter(([, text]) => text);
}

function refuse(found) {
  find("ul", summary).replaceChildren(...found.map(([box, text]) => {
    const item = node("li");
    const link = node("a", "", text);
    const control = find("input, select, textarea", box);
    link.href = `#${form.name}-${box.dataset.isian}`;
    link.addEventListener("click", (event) => { event.preventDefault(); control.focus(); });
    item.append(link);
    return item;
  }));
  summary.hidden = false;
  document.title = `${form.dataset.galat}: ${document.title.replace(`${form.dataset.galat}: `, "")}`;
  summary.focus();
}

function next() {
  const found = faultsOf(steps[current]);
  if (found.length) return refuse(found);
  const onward = current + 1;
  if (onward < steps.indexOf(check)) return go(onward);
  // Jawaban dapat berubah lewat "Ubah": semuanya diperiksa sekali lagi.
  const wrong = onward === steps.indexOf(done) ? steps.findIndex((step) => faultsOf(step).length) : -1;
  if (wrong >= 0) {
    go(wrong);
    return refuse(faultsOf(steps[wrong]));
  }
  return ending().then(() => { if (onward === current + 1) go(onward); }, unfinished);
}

// Bagian terakhir belum termuat: jawaban tetap di depan mata, dan tombolnya dapat ditekan lagi.
function unfinished() {
  find(".formulir-simpan-status").textContent = form.dataset.terputus;
}

// ---- saran

for (const box of all(".formulir-saran")) {
  const field = form.elements[box.dataset.saran];
  let wait;
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => need(words.skripSaran).then(() => saran.suggest(box, field.value.trim().slice(0, 200)), () => {}), 400);
  });
}

// ---- mulai

root.classList.add("formulir-siap");
form.noValidate = true; // yang kurang disebut di atas dan di isiannya, dengan kata kita
for (const each of all(".tanpa-skrip:not(.formulir-lampiran)")) each.remove();
form.addEventListener("submit", (event) => { event.preventDefault(); if (current > START) next(); });
form.addEventListener("input", () => { state.code = ""; status.dataset.sudah = ""; save(); });
act("mulai").addEventListener("click", () => go(0));
act("kembali").addEventListener("click", () => history.back());
act("ubah").addEventListener("click", () => history.back());
act("simpan").addEventListener("change", () => { forget(); save(); });
act("hapus").addEventListener("click", () => {
  forget();
  form.reset();
  state.code = state.secret = letter.textContent = "";
  find(".formulir-simpan-status").textContent = act("hapus").dataset.sudah;
  if (steps[current] === done || steps[current] === check) go(0);
});
// Sesudah laman ini tampak, selagi pertanyaan pertama dijawab: bila jaringan putus kemudian, permohonan tetap selesai.
addEventListener("load", () => ending().catch(() => {}));
addEventListener("popstate", (event) => show(event.state?.langkah ?? START, true));

// Di jaringan lambat orang dapat mulai mengisi sebelum skrip tiba: isiannya tetap, dan ia tetap di tempatnya.
const typing = document.activeElement;
const place = steps.findIndex((step) => step.contains(typing));
const early = answered().length > 0;
if (recall() || early) {
  find(".formulir-tersimpan").hidden = false;
  act("mulai").textContent = act("mulai").dataset.lanjut;
}
history.replaceState({ langkah: START }, "");
if (early) save();
if (place > START) {
  history.pushState({ langkah: place }, "");
  show(place, false);
  typing.focus();
} else show(START, false);

return { words, form, steps, check, asked, status, letter, state, node, fill, find, all, act, need, applies, answer, answered, told, go, save };
})();
