// Laman pencarian. Pagefind dimuat saat pertama kali diperlukan; semua kata datang dari atribut data-* templat.
// Skrip biasa, bukan modul: modul tidak dapat dibuka dari cakram (file://).
// Isi hasil hanya pernah menjadi textContent. Cuplikan Pagefind adalah HTML yang sudah di-escape: hanya <mark> dikenali.
"use strict";
{
const root = document.querySelector(".cari");
const words = root.dataset;
// Sampai di sini berarti skrip berjalan.
root.querySelector(".tanpa-skrip").remove();
const form = root.querySelector("form");
const input = form.elements.q;
const status = root.querySelector(".cari-status");
const room = root.querySelector(".cari-ruang");
const groups = room.querySelector(".cari-kelompok");
const advice = root.querySelector(".cari-saran");
const lists = root.querySelector(".cari-cadangan");
// Bagi yang tidak ditemukan, atau tidak seluruhnya.
const ask = root.querySelector(".cari-minta");
const kinds = [...root.querySelectorAll(".cari-jenis")].map((each) => [new URL(each.value, location.href).pathname.replace(/index\.html$/, ""), each.textContent]).sort(([a], [b]) => b.length - a.length);
// Jalan masuk selama belum ada pertanyaan.
const entries = [...root.parentElement.children].filter((each) => each !== root);
const more = room.querySelector("[data-aksi=lagi]");
const clear = room.querySelector("[data-aksi=bersihkan]");
const fieldsets = new Map([...room.querySelectorAll("[data-facet]")].map((set) => [set.dataset.facet, set]));

// Di layar sempit saringan berada di atas hasil, maka mulanya tertutup.
const sieve = room.querySelector("details");
sieve.open = matchMedia("(min-width: 56em)").matches;
const sieveName = sieve.firstElementChild;
const sieveText = sieveName.textContent;

// Laman ini dalam bahasa lain mencari kata yang sama; saringannya bernama lain di sana.
const tongues = document.querySelectorAll('.bahasa [href*="cari/"]');

// Hasil yang ditampilkan sekaligus.
const PAGE = 10;
// Janji akan modul Pagefind.
let engine;
// Kamus yang sudah siap.
let known;
// Hasil yang menunggu ditampilkan.
let hits = [];
let shown = 0;
// Pencarian terakhir menang.
let turn = 0;

// Seberapa jauh isi dokumen ikut dicari di salinan luring; 0 berarti tidak ada.
function tellReach(most) {
  const told = root.querySelector(".cari-jangkauan");
  if (told) told.textContent = most ? words.jangkauan.replace("{n}", most.toLocaleString(document.documentElement.lang)) : "";
}

function load() {
  engine ??= kueri.open(words).then((opened) => {
    if (opened.offline) tellReach(opened.engine.reach);
    known = opened.known;
    return opened.engine;
  });
  return engine;
}

// Keadaan laman seluruhnya ada di alamat: ?q=…&kategori=…&unit=…
function state() {
  const asked = new URLSearchParams(location.search);
  const chosen = {};
  for (const name of fieldsets.keys()) {
    const values = asked.getAll(name).filter(Boolean);
    if (values.length) chosen[name] = values;
  }
  return { query: (asked.get("q") ?? "").trim(), chosen };
}

function remember() {
  const asked = new URLSearchParams();
  if (input.value.trim()) asked.set("q", input.value.trim());
  for (const box of room.querySelectorAll("[data-facet] input:checked")) asked.append(box.name, box.value);
  history.pushState(null, "", asked.size ? `?${asked}` : location.pathname);
}

function say(text, values = {}) {
  status.textContent = text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

const { of, told } = kueri;

// Hasil yang longgar tidak memuat semua kata: jumlahnya dihitung dari hasil itu sendiri.
function tallyOf(all, atLeast) {
  const counts = Object.fromEntries([...fieldsets.keys()].map((name) => [name, {}]));
  for (const data of all) for (const name of fieldsets.keys())
    for (const value of of(data, name)) counts[name][value] = (counts[name][value] ?? 0) + 1;
  for (const values of Object.values(counts)) for (const value of Object.keys(values)) values[value] += atLeast;
  return counts;
}

// Yang ditemukan dengan saringan itu, dan banyaknya untuk tiap pilihan: "21+" bila yang terhitung hanya hasil terdekat.
async function seek(pagefind, query, filters) {
  const ask = (text) => pagefind.search(text, { filters });
  if (!query) {
    const { results, filters: counts } = await ask(null);
    return { first: [], rest: results, exact: results.length, counts: { ...counts } };
  }
  const found = await kueri.find(query, known, async (text) => (await ask(text)).results, told);
  const counts = found.whole ? { ...(await ask(found.plan.right.join(" "))).filters } : tallyOf(found.first, found.exact === found.first.length ? "" : "+");
  return { ...found, counts };
}

// Jumlah di sebelah pilihan dihitung tanpa saringan itu sendiri, supaya pilihan lain tetap terlihat.
async function consult(pagefind, query, chosen) {
  const filters = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]));
  const found = await seek(pagefind, query, filters);
  for (const name of Object.keys(chosen)) {
    const { [name]: _, ...others } = filters;
    found.counts[name] = (await seek(pagefind, query, others)).counts[name];
  }
  return found;
}

function node(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };

// Judul yang mengawali cuplikan sudah tertulis di atasnya.
function excerpt(html, title) {
  const made = node("p", "entri-ringkasan");
  const parts = html.split(/(<\/?mark>)/).map((part) => part.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity]));
  const pieces = parts.filter((_, place) => place % 2 === 0);
  let skip = pieces.join("").startsWith(title) ? title.length : 0;
  pieces.forEach((piece, place) => {
    const text = piece.slice(skip);
    skip = Math.max(0, skip - piece.length);
    if (text) made.append(parts[2 * place - 1] === "<mark>" ? node("mark", "", text) : text);
  });
  return made;
}

function item(hit) {
  const made = node("li");
  const title = node("p", "entri-judul");
  const link = node("a", "", hit.meta?.title || hit.url);
  const address = new URL(hit.url, location.href);
  // Juga file://, yang asalnya "null".
  link.href = address.origin === location.origin ? address.href : "#";
  title.append(link);
  const details = node("p", "rincian");
  for (const value of of(hit, "kategori")) {
    const tag = node("span", "tanda", value);
    tag.dataset.tanda = value.toLowerCase();
    details.append(tag);
  }
  for (const name of ["unit", "tahun"]) for (const value of of(hit, name)) details.append(node("span", "", value));
  for (const value of of(hit, "format")) details.append(node("span", "format-kecil", value));
  const parts = hit.sub_results ?? [];
  const documents = parts.filter(({ anchor }) => anchor);
  const best = parts.find(({ anchor }) => !anchor) ?? documents[0] ?? hit;
  made.append(title, excerpt(best.excerpt ?? "", hit.meta?.title ?? ""));
  if (documents.length) made.append(node("p", "cari-dokumen", `${words.dalamDokumen}: ${documents.map((each) => each.title).join("; ")}`));
  made.append(details);
  return made;
}

const kindOf = (hit) => kinds.find(([address]) => new URL(hit.url, location.href).pathname.startsWith(address))?.[1] ?? "";

// Peringatan yang sedang berlaku (tautannya ada di pita siaga) mendahului berita lama tentang hal yang sama.
const warned = new Set([...document.querySelectorAll(".siaga a")].map((each) => each.href));
const inForce = (hit) => warned.has(new URL(hit.url, location.href).href);

// Hasil dikelompokkan menurut jenisnya; kelompok dengan hasil terbaik didahulukan.
function listOf(kind) {
  const made = [...groups.children].find((group) => group.dataset.jenis === kind);
  if (made) return made.querySelector("ol");
  const group = node("section", "cari-jenis-hasil");
  group.dataset.jenis = kind;
  if (kind) group.append(node("h2", "", kind));
  const list = node("ol", "entri");
  group.append(list);
  groups.append(group);
  return list;
}

async function showMore(focus) {
  const mine = turn;
  const data = await Promise.all(hits.slice(shown, shown + PAGE).map((hit) => hit.data()));
  if (mine !== turn) return;
  data.sort((one, other) => inForce(other) - inForce(one));
  const items = data.map((hit) => [kindOf(hit), item(hit)]);
  for (const [kind, made] of items) listOf(kind).append(made);
  shown += items.length;
  more.hidden = shown >= hits.length;
  if (!focus) return;
  items[0]?.[1].querySelector("a").focus();
  // Siapa yang kembali dari sebuah hasil menemukan daftarnya sepanjang tadi, juga bila laman dimuat ulang.
  history.replaceState(shown, "");
}

// Kata yang salah ketik: hasil untuk ejaan yang benar ditampilkan, dan dikatakan begitu.
function advise(plan) {
  advice.hidden = !plan?.corrected;
  if (advice.hidden) return;
  const link = node("a", "", plan.right.join(" "));
  link.href = `?${new URLSearchParams({ q: plan.right.join(" ") })}`;
  advice.replaceChildren(`${words.mungkin}: `, link, "?");
}

function offer(counts, chosen) {
  for (const [name, set] of fieldsets) {
    const picked = chosen[name] ?? [];
    const values = new Map(Object.entries(counts[name] ?? {}).filter(([, count]) => count));
    for (const value of picked) if (!values.has(value)) values.set(value, 0);
    const order = name === "tahun" ? (a, b) => b.localeCompare(a) : (a, b) => a.localeCompare(b, "id");
    const boxes = [...values.keys()].sort(order).map((value) => {
      const label = node("label");
      const box = node("input");
      Object.assign(box, { type: "checkbox", name, value, checked: picked.includes(value) });
      label.append(box, node("span", "", `${value} (${values.get(value)})`));
      return label;
    });
    const held = document.activeElement?.closest?.("[data-facet]") === set ? document.activeElement.value : null;
    set.querySelector(".cari-pilihan").replaceChildren(...boxes);
    set.hidden = boxes.length === 0;
    if (held !== null) [...set.querySelectorAll("input")].find((box) => box.value === held)?.focus();
  }
  // Juga yang tertutup mengatakan apa yang disaring: tautan yang dibagikan membawa saringannya.
  const picked = Object.values(chosen).flat();
  sieveName.textContent = [sieveText, picked.join(", ")].filter(Boolean).join(": ");
  clear.hidden = !picked.length;
  sieve.hidden = [...fieldsets.values()].every((set) => set.hidden);
}

// Jalan masuk lagi, di tempat hasil.
function front() {
  room.hidden = true;
  for (const each of entries) each.hidden = false;
}

async function search() {
  const mine = ++turn;
  const { query, chosen } = state();
  input.value = query;
  for (const other of tongues) other.search = query && new URLSearchParams({ q: query });
  if (ask) ask.hidden = true;
  if (!query && !Object.keys(chosen).length) {
    front();
    advise(null);
    return say(words.ketik);
  }
  say(words.mencari);
  for (const each of entries) each.hidden = true;
  // Kembali di bawah hasil: yang sedang dibaca tidak bergeser.
  if (lists) lists.hidden = true;
  try {
    const pagefind = await load();
    const found = await consult(pagefind, query, chosen);
    if (mine !== turn) return;
    [hits, shown] = [[...found.first.map((data) => ({ data: async () => data })), ...found.rest], 0];
    groups.replaceChildren();
    offer(found.counts, chosen);
    advise(found.plan);
    room.hidden = false;
    await kueri.breath();
    if (mine !== turn) return;
    do await showMore(false);
    while (mine === turn && shown < Math.min(history.state, hits.length));
    if (mine !== turn) return;
    const sentence = hits.length ? (query ? words.ditemukan : words.ditemukanSemua) : words.tidakDitemukan;
    const loose = hits.length && query && !found.exact ? ` ${words.longgar}` : "";
    if (ask) ask.hidden = hits.length && !loose;
    say(sentence + loose, { n: hits.length.toLocaleString(document.documentElement.lang), q: query });
  } catch {
    engine = undefined;
    if (mine === turn) {
      front();
      say(words.gagal);
    }
  }
  if (lists && mine === turn) lists.hidden = false;
}

form.addEventListener("submit", (event) => { event.preventDefault(); remember(); search(); });
room.addEventListener("change", () => { remember(); search(); });
more.addEventListener("click", () => showMore(true));
clear.addEventListener("click", () => {
  for (const box of room.querySelectorAll("[data-facet] input")) box.checked = false;
  remember(); search(); input.focus();
});
addEventListener("popstate", search);
input.addEventListener("focus", () => load().catch(() => { engine = undefined; }), { once: true });
search();
}
