// Formulir bertahap: satu pokok tiap layar, periksa jawaban, lalu kirim lewat jalan yang dipilih pemohon.
// Semua kata datang dari templat. Isian hanya disimpan di peramban; apa pun yang diketik hanya pernah menjadi textContent.
// Skrip biasa, bukan modul: modul tidak dapat dibuka dari cakram (file://).
"use strict";
{
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
const DAY = 86_400_000;
const LONGEST = 2_000; // panjang tautan surel atau WhatsApp, sesudah disandikan, yang masih dibuka semua program
const READ = 10; // hasil pencarian yang dibaca untuk saran; jaringan lambat membayar setiap bacaan
const SHOWN = 5; // saran yang diperlihatkan
const title = document.title;
const language = document.documentElement.lang;
const START = -1;
let current = START;
let code = "";

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

function node(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

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

const labelOf = (box) => find("legend, label", box).textContent.trim();

function told(box) {
  const value = answer(box.dataset.isian);
  const picked = all("input:checked", box).map((input) => input.closest("label").textContent.trim());
  return picked.length ? picked.join(", ") : value;
}

// Dalam surat tiap jawaban disebut dengan kata formulirnya, yang bahasanya bahasa kantor.
function written(box) {
  const picked = all("input:checked", box).map((input) => all("data", box).find((each) => each.value === input.value)?.textContent);
  return picked.length ? picked.join(", ") : answer(box.dataset.isian);
}

const answered = () => asked.filter(applies).filter((box) => told(box));

// ---- simpanan di perangkat

function storage() {
  return act("simpan").checked ? localStorage : sessionStorage;
}

function save() {
  const values = Object.fromEntries(asked.map((box) => [box.dataset.isian, answer(box.dataset.isian)]));
  try { storage().setItem(KEY, JSON.stringify({ values, code })); } catch { /* penyimpanan dimatikan: isian tetap di laman */ }
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
    code = String(kept.code ?? "");
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
  if (step === check) review();
  if (step === done) finish();
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
  if (steps[current] !== check) return go(current + 1);
  // Jawaban dapat berubah lewat "Ubah": semuanya diperiksa sekali lagi.
  const wrong = steps.findIndex((step) => faultsOf(step).length);
  if (wrong < 0) return go(current + 1);
  go(wrong);
  return refuse(faultsOf(steps[wrong]));
}

// ---- periksa jawaban

function enclosures() {
  const kind = answer("pemohon");
  return all(".formulir-lampiran li").filter((item) => item.dataset.untuk === kind);
}

function review() {
  const list = find(".formulir-jawaban");
  list.replaceChildren(...asked.filter(applies).map((box) => {
    const row = node("div");
    const change = node("button", "", list.dataset.ubah);
    change.type = "button";
    change.append(node("span", "tersembunyi", `: ${labelOf(box)}`));
    change.addEventListener("click", () => {
      go(steps.findIndex((step) => step.contains(box)));
      find("input:checked, input, select, textarea", box).focus();
    });
    const act_ = node("dd");
    act_.append(change);
    row.append(node("dt", "", labelOf(box)), node("dd", "", told(box) || list.dataset.kosong), act_);
    return row;
  }));
  const needed = enclosures();
  find(".formulir-perlu").hidden = !needed.length;
  find(".formulir-perlu ul").replaceChildren(...needed.map((item) => node("li", "", item.textContent.trim())));
}

// ---- hasil

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // tanpa I, L, O, U: tidak tertukar bila dibacakan

function receipt() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => LETTERS[byte & 31]).join("").replace(/(.{4})(?=.)/g, "$1-");
}

// Hari ini menurut jam kantor Badan Publik, bukan jam perangkat.
const today = () => new Date(Date.now() + Number(words.zona) * 3_600_000).toISOString().slice(0, 10);
const spoken = (iso, style, tongue = language) => new Intl.DateTimeFormat(tongue, { dateStyle: style, timeZone: "UTC" }).format(Date.parse(`${iso}T00:00:00Z`));

async function deadline() {
  const box = find(".formulir-batas");
  try {
    const data = await (await fetch(words.tabel)).json();
    const event = data.peristiwa[words.peristiwa];
    const first = event.aturan.findLastIndex((each) => !data.aturan[each].mulai_dari);
    const special = data.masa_pemilu.some((each) => each.mulai <= today() && today() <= each.selesai);
    const code = event.aturan[first];
    const rule = (special && data.aturan_pemilu[code]) || data.aturan[code];
    const days = event.hari[Math.round((Date.parse(today()) - Date.parse(data.dari)) / DAY)];
    if (!days) return "";
    const due = new Date(Date.parse(today()) + days[first] * DAY).toISOString().slice(0, 10);
    const sure = data.tahun_pasti.includes(Number(due.slice(0, 4)));
    const text = fill(sure ? box.dataset.pola : box.dataset.sementara, { hari: spoken(due, "full"), lama: rule.lama, dasar: rule.dasar });
    find("dt", box).textContent = rule.nama;
    find("dd", box).textContent = text;
    box.hidden = false;
    return `${rule.nama} ${text}`;
  } catch {
    return ""; // luring tanpa tabel: permohonan tetap lengkap
  }
}

function write(due) {
  const lines = [
    words.perihal,
    "",
    letter.dataset.kepada,
    `${letter.dataset.kode}: ${code}`,
    `${letter.dataset.tanggal}: ${spoken(today(), "long", letter.lang)}`,
    "",
    ...answered().flatMap((box) => [box.dataset.tertulis, `  ${written(box).replace(/\n/g, "\n  ")}`, ""]),
  ];
  const needed = enclosures();
  if (needed.length) lines.push(letter.dataset.lampiran, ...needed.map((item) => `- ${item.dataset.tertulis}`), "");
  if (due && letter.lang === language) lines.push(due, "");
  lines.push(`${letter.dataset.tandaTangan}:`);
  return lines.join("\n");
}

async function finish() {
  code ||= receipt();
  save();
  find(".formulir-kode").textContent = code;
  status.textContent = "";
  present(write(""));
  present(write(await deadline()));
}

function offer(link, text, name) {
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
}

// Tautan surel dan WhatsApp memuat seluruh teks atau hanya kodenya, tidak pernah sepotong; dengan kunci selalu kodenya.
function present(text) {
  letter.textContent = text;
  offer(act("unduh"), text, `${words.nama}-${code}.txt`);
  const links = all("[data-jalan]");
  const whole = !words.kunci && links.every((link) => way(link, text).length <= LONGEST);
  const short = fill(words.kunci ? letter.dataset.pesanSandi : letter.dataset.pesan, { perihal: words.perihal, kode: code });
  for (const link of links) link.href = way(link, whole ? text : short);
  find(".formulir-panjang").hidden = whole || Boolean(words.kunci) || !links.length;
  if (words.kunci && links.length) protect(text);
}

function way(link, text) {
  if (link.dataset.jalan === "whatsapp") return `https://wa.me/${words.whatsapp}?${query({ text })}`;
  return `mailto:${words.surel}?${query({ subject: `${words.perihal} ${code}`, body: text })}`;
}

// Surel memerlukan %20, bukan +.
const query = (values) => Object.entries(values).map(([key, value]) => `${key}=${encodeURIComponent(value.replace(/\n/g, "\r\n"))}`).join("&");

async function sealed(text) {
  const { seal } = await import(new URL(words.age, location.href).href);
  return seal(words.kunci, text);
}

// Berkas terenkripsi untuk dilampirkan atau ditempelkan: terlalu panjang bagi tautan, maka diunduh atau disalin sendiri.
let secret = "";

async function protect(text) {
  const box = find(".formulir-sandi");
  try {
    const made = await sealed(text);
    if (letter.textContent !== text) return; // surat sudah berganti
    secret = made;
    offer(act("unduh-sandi"), secret, `${words.nama}-${code}.age`);
  } catch {
    secret = "";
  }
  find(".formulir-sandi-siap", box).hidden = !secret;
  find(".formulir-sandi-gagal", box).hidden = Boolean(secret);
}

// ---- pengiriman ke penerima milik Badan Publik

async function parcel() {
  const values = Object.fromEntries(answered().map((box) => [box.dataset.isian, answer(box.dataset.isian)]));
  const open = { versi: 1, jenis: words.nama, kode: code, dibuat: today() };
  if (!words.kunci) return { ...open, isian: values, teks: letter.textContent };
  return { ...open, terenkripsi: await sealed(JSON.stringify({ isian: values, teks: letter.textContent })) };
}

function encoded(content) {
  if (words.bentuk === "json") return { headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) };
  const { isian = {}, ...rest } = content;
  return { body: new URLSearchParams({ ...isian, ...rest }) };
}

async function delivered() {
  let content, reply;
  try { content = await parcel(); } catch { return status.dataset.takTersandi; }
  try {
    reply = await fetch(form.action, { method: "POST", mode: "cors", credentials: "omit", signal: AbortSignal.timeout(20_000), ...encoded(content) });
  } catch { return status.dataset.gagal; }
  if (!reply.ok) return fill(status.dataset.ditolak, { kode: reply.status });
  const said = await reply.json().catch(() => ({}));
  const number = typeof said?.nomor === "string" ? said.nomor.slice(0, 100) : "";
  status.dataset.sudah = "ya";
  return number ? fill(status.dataset.nomor, { nomor: number }) : status.dataset.terkirim;
}

async function send() {
  const button = act("kirim");
  button.disabled = true;
  status.textContent = status.dataset.mengirim;
  status.textContent = await delivered();
  button.disabled = status.dataset.sudah === "ya";
  status.focus();
}

// ---- informasi yang mungkin sudah terbit; bila mesin pencari tidak ada, tidak terjadi apa-apa

let opened;
let turn = 0;

// Baru dimuat setelah ada yang ditulis: laman ini sudah berat, dan tidak semua orang sampai ke sana.
const understanding = () => typeof kueri === "object" ? Promise.resolve() : new Promise((done, failed) => {
  const script = node("script");
  script.onload = done;
  script.onerror = failed;
  script.src = words.kueri;
  document.head.append(script);
});

async function published(text) {
  opened ??= understanding().then(() => kueri.open(words));
  const { engine, known } = await opened;
  const ask = async (some) => (await engine.search(some)).results;
  return (await kueri.find(text, known, ask, kueri.told, READ)).first.slice(0, SHOWN);
}

async function suggest(box, text) {
  const mine = ++turn;
  const list = find("ul", box);
  const line = find("[role=status]", box);
  let found = [];
  if (text.length >= 4) try { found = await published(text); } catch { opened = undefined; }
  if (mine !== turn) return;
  line.textContent = found.length ? fill(line.dataset.pola, { n: found.length }) : "";
  list.replaceChildren(...found.map((hit) => {
    const item = node("li");
    const link = node("a", "", hit.meta?.title || hit.url);
    const address = new URL(hit.url, new URL(words.base, location.href));
    link.href = address.origin === location.origin ? address.href : "#"; // juga file://, yang asalnya "null"
    link.target = "_blank"; // isian di laman ini tidak boleh hilang
    link.rel = "noopener";
    item.append(link);
    return item;
  }));
}

for (const box of all(".formulir-saran")) {
  const field = form.elements[box.dataset.saran];
  let wait;
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => suggest(box, field.value.trim().slice(0, 200)), 400);
  });
}

// ---- mulai

root.classList.add("formulir-siap");
for (const each of all(".tanpa-skrip:not(.formulir-lampiran)")) each.remove();
form.addEventListener("submit", (event) => { event.preventDefault(); if (current > START) next(); });
form.addEventListener("input", () => { code = ""; status.dataset.sudah = ""; save(); });
act("mulai").addEventListener("click", () => go(0));
act("kembali").addEventListener("click", () => history.back());
act("ubah").addEventListener("click", () => history.back());
act("cetak").addEventListener("click", () => print());
act("kirim")?.addEventListener("click", send);
act("simpan").addEventListener("change", () => { forget(); save(); });
async function copy(button, text) {
  const { sudah, gagal } = button.dataset;
  status.textContent = await navigator.clipboard.writeText(text).then(() => sudah, () => gagal);
}
act("salin").addEventListener("click", () => copy(act("salin"), letter.textContent));
act("salin-sandi")?.addEventListener("click", () => copy(act("salin-sandi"), secret));
act("hapus").addEventListener("click", () => {
  forget();
  form.reset();
  code = "";
  secret = letter.textContent = "";
  find(".formulir-simpan-status").textContent = act("hapus").dataset.sudah;
  if (steps[current] === done || steps[current] === check) go(0);
});
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
}
