// Laman pencarian. Pagefind dimuat saat pertama kali diperlukan; semua kata datang dari atribut data-* templat.
// Isi hasil hanya pernah menjadi textContent. Cuplikan Pagefind adalah HTML yang sudah di-escape: hanya <mark> dikenali.
const root = document.querySelector(".cari");
const words = root.dataset;
root.querySelector(".tanpa-skrip").remove(); // sampai di sini berarti skrip berjalan
const form = root.querySelector("form");
const input = form.elements.q;
const status = root.querySelector(".cari-status");
const room = root.querySelector(".cari-ruang");
const list = room.querySelector(".entri");
const more = room.querySelector("[data-aksi=lagi]");
const clear = room.querySelector("[data-aksi=bersihkan]");
const fieldsets = new Map([...room.querySelectorAll("[data-facet]")].map((set) => [set.dataset.facet, set]));

// Di layar sempit saringan berada di atas hasil, maka mulanya tertutup.
room.querySelector("details").open = matchMedia("(min-width: 56em)").matches;

const PAGE = 10; // hasil yang ditampilkan sekaligus
const DEEPEST = 300; // hasil yang dibaca bila saringan harus dihitung di sini
let engine; // janji akan modul Pagefind
let indexed; // benar bila indeks memuat saringan
let hits = []; // hasil yang menunggu ditampilkan
let shown = 0;
let turn = 0; // pencarian terakhir menang

function load() {
  engine ??= (async () => {
    const pagefind = await import(new URL(words.pagefind, location.href).href);
    await pagefind.options({ baseUrl: words.base, excerptLength: 28 });
    await pagefind.init();
    indexed = Object.keys(await pagefind.filters()).length > 0;
    return pagefind;
  })();
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

const of = (hit, name) => [hit.filters?.[name] ?? hit.meta?.[name] ?? []].flat().filter(Boolean).map(String);

async function searchIndex(pagefind, query, chosen) {
  const filters = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]));
  const found = await pagefind.search(query || null, { filters });
  // Jumlah di sebelah pilihan dihitung tanpa saringan itu sendiri, supaya pilihan lain tetap terlihat.
  const counts = {};
  for (const name of fieldsets.keys()) {
    const others = { ...filters };
    delete others[name];
    counts[name] = chosen[name]
      ? (await pagefind.search(query || null, { filters: others })).filters[name]
      : found.filters[name];
  }
  return { hits: found.results, counts };
}

async function searchHere(pagefind, query, chosen) {
  const found = await pagefind.search(query || null);
  const all = await Promise.all(found.results.slice(0, DEEPEST).map((result) => result.data()));
  const counts = {};
  const fits = (hit, but) =>
    Object.entries(chosen).every(([name, values]) => name === but || of(hit, name).some((value) => values.includes(value)));
  for (const name of fieldsets.keys()) {
    counts[name] = {};
    for (const hit of all.filter((each) => fits(each, name)))
      for (const value of of(hit, name)) counts[name][value] = (counts[name][value] ?? 0) + 1;
  }
  const kept = all.filter((hit) => fits(hit));
  const beyond = Object.keys(chosen).length ? [] : found.results.slice(DEEPEST);
  return { hits: [...kept.map((hit) => ({ data: async () => hit })), ...beyond], counts };
}

function node(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };

function excerpt(html) {
  const made = node("p", "entri-ringkasan");
  let marked = false;
  for (const part of html.split(/(<\/?mark>)/)) {
    if (part === "<mark>" || part === "</mark>") marked = part === "<mark>";
    else if (part) {
      const text = part.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity]);
      made.append(marked ? node("mark", "", text) : text);
    }
  }
  return made;
}

function item(hit) {
  const made = node("li");
  const title = node("p", "entri-judul");
  const link = node("a", "", hit.meta?.title || hit.url);
  const address = new URL(hit.url, location.href);
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
  made.append(title, excerpt(hit.excerpt ?? ""), details);
  return made;
}

async function showMore(focus) {
  const mine = turn;
  const items = (await Promise.all(hits.slice(shown, shown + PAGE).map((hit) => hit.data()))).map(item);
  if (mine !== turn) return;
  list.append(...items);
  shown += items.length;
  more.hidden = shown >= hits.length;
  if (focus) items[0]?.querySelector("a").focus();
}

function offer(counts, chosen) {
  for (const [name, set] of fieldsets) {
    const picked = chosen[name] ?? [];
    const values = new Map(Object.entries(counts[name] ?? {}).filter(([, count]) => count > 0));
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
  clear.hidden = Object.keys(chosen).length === 0;
}

async function search() {
  const mine = ++turn;
  const { query, chosen } = state();
  input.value = query;
  if (!query && !Object.keys(chosen).length) {
    room.hidden = true;
    return say(words.ketik);
  }
  say(words.mencari);
  try {
    const pagefind = await load();
    const found = await (indexed ? searchIndex : searchHere)(pagefind, query, chosen);
    if (mine !== turn) return;
    [hits, shown] = [found.hits, 0];
    list.replaceChildren();
    offer(found.counts, chosen);
    room.hidden = false;
    await showMore(false);
    const sentence = hits.length ? (query ? words.ditemukan : words.ditemukanSemua) : words.tidakDitemukan;
    say(sentence, { n: hits.length.toLocaleString(document.documentElement.lang), q: query });
  } catch {
    engine = undefined;
    room.hidden = true;
    if (mine === turn) say(words.gagal);
  }
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
