// Akhir formulir: jawaban diperiksa; kode tanda terima, batas waktu, surat, dan jalan mengirimnya, bila perlu terenkripsi.
"use strict";
const kirim = (() => {
const { words, form, steps, check, asked, status, letter, state, node, fill, find, all, act, applies, answer, answered, told, go, save } = formulir;
const DAY = 86_400_000;
const LONGEST = 2_000; // panjang tautan surel atau WhatsApp, sesudah disandikan, yang masih dibuka semua program
const language = document.documentElement.lang;
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // tanpa I, L, O, U: tidak tertukar bila dibacakan

// ---- periksa jawaban

function enclosures() {
  const kind = answer("pemohon");
  return all(".formulir-lampiran li").filter((item) => item.dataset.untuk === kind);
}

const labelOf = (box) => find("legend, label", box).textContent.trim();

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
    const changing = node("dd");
    changing.append(change);
    row.append(node("dt", "", labelOf(box)), node("dd", "", told(box) || list.dataset.kosong), changing);
    return row;
  }));
  const needed = enclosures();
  find(".formulir-perlu").hidden = !needed.length;
  find(".formulir-perlu ul").replaceChildren(...needed.map((item) => node("li", "", item.textContent.trim())));
}

// ---- hasil

function receipt() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => LETTERS[byte & 31]).join("").replace(/(.{4})(?=.)/g, "$1-");
}

// Hari ini menurut jam kantor Badan Publik, bukan jam perangkat.
const today = () => new Date(Date.now() + Number(words.zona) * 3_600_000).toISOString().slice(0, 10);
const spoken = (iso, style, tongue) => new Intl.DateTimeFormat(tongue, { dateStyle: style, timeZone: "UTC" }).format(Date.parse(`${iso}T00:00:00Z`));

// Nama dan kalimat batas waktu, dengan kata tabel dan pola satu bahasa; tidak ada bila jaringan putus: permohonan tetap lengkap.
async function deadline(table, { pola, sementara }, tongue) {
  try {
    const data = globalThis.TENGGAT_LURING?.[table] ?? await (await fetch(table)).json();
    const event = data.peristiwa[words.peristiwa];
    const first = event.aturan.findLastIndex((each) => !data.aturan[each].mulai_dari);
    const special = data.masa_pemilu.some((each) => each.mulai <= today() && today() <= each.selesai);
    const code = event.aturan[first];
    const rule = (special && data.aturan_pemilu[code]) || data.aturan[code];
    const days = event.hari[Math.round((Date.parse(today()) - Date.parse(data.dari)) / DAY)];
    if (!days) return undefined;
    const due = new Date(Date.parse(today()) + days[first] * DAY).toISOString().slice(0, 10);
    const sure = [today(), due].every((each) => data.tahun_pasti.includes(Number(each.slice(0, 4))));
    return [rule.nama, fill(sure ? pola : sementara, { day: spoken(due, "full", tongue), time: rule.lama, basis: rule.dasar })];
  } catch {
    return undefined;
  }
}

// Di laman batas waktu disebut dengan bahasa pembaca, dalam surat dengan bahasa kantor.
async function due() {
  const box = find(".formulir-batas");
  const told = await deadline(words.tabel, box.dataset, language);
  if (!told) return undefined;
  [find("dt", box).textContent, find("dd", box).textContent] = told;
  box.hidden = false;
  return letter.lang === language ? told : deadline(letter.dataset.tabel, letter.dataset, letter.lang);
}

function write(promised) {
  const lines = [
    words.perihal,
    "",
    letter.dataset.kepada,
    `${letter.dataset.kode}: ${state.code}`,
    `${letter.dataset.tanggal}: ${spoken(today(), "long", letter.lang)}`,
    "",
    ...answered().flatMap((box) => [box.dataset.tertulis, `  ${written(box).replace(/\n/g, "\n  ")}`, ""]),
  ];
  const needed = enclosures();
  if (needed.length) lines.push(letter.dataset.lampiran, ...needed.map((item) => `- ${item.dataset.tertulis}`), "");
  if (promised) lines.push(promised.join(" "), "");
  lines.push(`${letter.dataset.tandaTangan}:`);
  return lines.join("\n");
}

async function finish() {
  state.code ||= receipt();
  save();
  find(".formulir-kode").textContent = state.code;
  status.textContent = "";
  present(write());
  present(write(await due()));
}

function offer(link, text, name) {
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
}

// Tautan surel dan WhatsApp memuat seluruh teks atau hanya kodenya, tidak pernah sepotong; dengan kunci selalu kodenya.
function present(text) {
  letter.textContent = text;
  offer(act("unduh"), text, `${words.nama}-${state.code}.txt`);
  const links = all("[data-jalan]");
  const whole = !words.kunci && links.every((link) => way(link, text).length <= LONGEST);
  const short = fill(words.kunci ? letter.dataset.pesanSandi : letter.dataset.pesan, { perihal: words.perihal, kode: state.code });
  for (const link of links) link.href = way(link, whole ? text : short);
  find(".formulir-panjang").hidden = whole || Boolean(words.kunci) || !links.length;
  if (words.kunci && links.length) protect(text);
}

function way(link, text) {
  if (link.dataset.jalan === "whatsapp") return `https://wa.me/${words.whatsapp}?${query({ text })}`;
  return `mailto:${words.surel}?${query({ subject: `${words.perihal} ${state.code}`, body: text })}`;
}

// Surel memerlukan %20, bukan +.
const query = (values) => Object.entries(values).map(([key, value]) => `${key}=${encodeURIComponent(value.replace(/\n/g, "\r\n"))}`).join("&");

async function sealed(text) {
  const { seal } = await import(new URL(words.age, location.href).href);
  return seal(words.kunci, text);
}

// Berkas terenkripsi untuk dilampirkan atau ditempelkan: terlalu panjang bagi tautan, maka diunduh atau disalin sendiri.
async function protect(text) {
  const box = find(".formulir-sandi");
  try {
    const made = await sealed(text);
    if (letter.textContent !== text) return; // surat sudah berganti
    state.secret = made;
    offer(act("unduh-sandi"), made, `${words.nama}-${state.code}.age`);
  } catch {
    state.secret = "";
  }
  find(".formulir-sandi-siap", box).hidden = !state.secret;
  find(".formulir-sandi-gagal", box).hidden = Boolean(state.secret);
}

// ---- pengiriman ke penerima milik Badan Publik

async function parcel() {
  const values = Object.fromEntries(answered().map((box) => [box.dataset.isian, answer(box.dataset.isian)]));
  const open = { versi: 1, jenis: words.nama, kode: state.code, dibuat: today() };
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

// Dalam surat tiap jawaban disebut dengan kata formulirnya, yang bahasanya bahasa kantor.
function written(box) {
  const picked = all("input:checked", box).map((input) => all("data", box).find((each) => each.value === input.value)?.textContent);
  return picked.length ? picked.join(", ") : answer(box.dataset.isian);
}


async function copy(button, text) {
  const { sudah, gagal } = button.dataset;
  status.textContent = await navigator.clipboard.writeText(text).then(() => sudah, () => gagal);
}
act("salin").addEventListener("click", () => copy(act("salin"), letter.textContent));
act("salin-sandi")?.addEventListener("click", () => copy(act("salin-sandi"), state.secret));
act("cetak").addEventListener("click", () => print());
act("kirim")?.addEventListener("click", send);
return { show: (step) => step === check ? review() : finish() };
})();
