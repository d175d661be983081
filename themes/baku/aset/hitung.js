// Kalkulator batas waktu. Tiap batas sudah dihitung ppidgen dan tertulis dalam tabel JSON; di sini hanya dicari.
// Yang dirangkai di sini hanya penjelasannya: nama tiap hari antara peristiwa dan batas, dari daftar libur tabel itu.
// Skrip biasa, bukan modul: modul tidak dapat dibuka dari cakram (file://).
"use strict";
{
const root = document.querySelector(".hitung");
const words = root.dataset;
const form = root.querySelector("form");
const status = root.querySelector(".hitung-status");
const list = root.querySelector(".hitung-hasil");
const DAY = 86_400_000;
const speech = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" });
let table; // janji akan tabel

root.querySelector(".tanpa-skrip").remove();
form.hidden = false;

const stamp = (iso) => Date.parse(`${iso}T00:00:00Z`);
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const told = (time) => speech.format(time);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

function node(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Dalam salinan luring tabelnya sudah dimuat sebagai skrip.
function load() {
  const kept = globalThis.TENGGAT_LURING?.[words.tabel];
  table ??= kept ? Promise.resolve(kept) : fetch(words.tabel).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  });
  return table;
}

// Mengapa sebuah hari tidak dihitung; "" bila hari kerja. Hari libur disebut sebagai hari libur, juga pada hari Minggu.
function off(data, time) {
  const feast = data.libur[iso(time)];
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  if (feast) return feast;
  return weekday < data.pekan_kerja ? "" : told(time).split(/[ ,]/)[0];
}

function startOf(data, rule, event) {
  let start = event;
  while (rule.digeser && off(data, start)) start += DAY;
  return start;
}

function days(data, rule, event, start, due) {
  const made = node("ol", "hitung-hari");
  let number = 0;
  for (let time = event; time <= due; time += DAY) {
    const reason = time > event && rule.semua_hari ? "" : off(data, time);
    const item = node("li", reason ? "hitung-lewat" : "");
    item.append(node("span", "", told(time)));
    if (reason) item.append(node("span", "", fill(words.lewat, { nama: reason })));
    else if (time <= start) item.append(node("span", "", words.mulai));
    else item.append(node("span", "", fill(words.ke, { n: ++number })));
    made.append(item);
  }
  return made;
}

// Dalam masa pemilu sebagian aturan lain bunyinya; yang menentukan hari peristiwanya.
function ruleOf(data, code, event) {
  const day = iso(event);
  const special = data.masa_pemilu.some((each) => each.mulai <= day && day <= each.selesai);
  return (special && data.aturan_pemilu[code]) || data.aturan[code];
}

function undecided(data, event, due) {
  const years = [];
  for (let year = new Date(event).getUTCFullYear(); year <= new Date(due).getUTCFullYear(); year++)
    if (!data.tahun_pasti.includes(year)) years.push(year);
  return years;
}

function item(data, code, event, due, chained, years) {
  const rule = ruleOf(data, code, event);
  const start = startOf(data, rule, event);
  const made = node("li");
  made.dataset.aturan = code;
  made.dataset.batas = iso(due);
  made.append(node("p", "hitung-batas", told(due)), node("p", "hitung-nama", rule.nama));
  if (chained && rule.keadaan) made.append(node("p", "", rule.keadaan));
  made.append(node("p", "", fill(words.sejak, { lama: rule.lama, hari: told(start) })));
  if (start !== event) made.append(node("p", "", fill(words.digeser, { hari: told(event) })));
  if (years.length) made.append(node("p", "lencana lencana-peringatan", fill(words.sementara, { tahun: years.join(", ") })));
  made.append(node("p", "catatan", `${words.dasar}: ${rule.dasar}`));
  const why = node("details");
  why.append(node("summary", "", words.mengapa), days(data, rule, event, start, due));
  made.append(why);
  return made;
}

async function count(focus) {
  const { event: event_, day } = form.elements;
  const name = event_.value;
  if (!day.value) {
    status.textContent = words.isiTanggal;
    if (focus) day.focus();
    return;
  }
  const event = stamp(day.value);
  try {
    const data = await load();
    const place = Math.round((event - stamp(data.dari)) / DAY);
    const found = data.peristiwa[name];
    list.replaceChildren();
    list.hidden = !found?.hari[place];
    if (list.hidden) {
      const bounds = { dari: told(stamp(data.dari)), sampai: told(stamp(data.sampai)) };
      status.textContent = fill(words.diLuar, bounds);
      return;
    }
    const ends = {};
    found.aturan.forEach((code, index) => {
      const due = event + found.hari[place][index] * DAY;
      const before = ends[data.aturan[code].mulai_dari];
      const start = before?.due ?? event;
      // Yang dapat menggeser batas sebelumnya menggeser batas ini juga.
      const own = data.aturan[code].semua_hari ? [] : undecided(data, start, due);
      const years = [...new Set([...(before?.years ?? []), ...own])];
      ends[code] = { due, years };
      list.append(item(data, code, start, due, before !== undefined, years));
    });
    status.textContent = fill(words.hasil, { n: list.children.length, hari: told(event) });
  } catch {
    table = undefined;
    status.textContent = words.gagal;
  }
}

form.addEventListener("submit", (sent) => {
  sent.preventDefault();
  history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}`);
  count(true);
});

// Mula-mula hari ini menurut jam pembaca; yang tertulis di HTML hari portal dibangun.
const now = new Date();
form.elements.day.value = iso(now.getTime() - now.getTimezoneOffset() * 60_000);
const asked = new URLSearchParams(location.search);
for (const name of ["event", "day"]) if (asked.get(name)) form.elements[name].value = asked.get(name);
if (asked.get("day")) count(false);
}
