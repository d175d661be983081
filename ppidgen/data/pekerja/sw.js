// Pekerja layanan: laman yang pernah dibuka dan pencarian tetap tersedia ketika jaringan putus. Isi baru selalu didahulukan;
// berkas yang namanya dibuat dari isinya diambil dari simpanan. Tidak ada permintaan ke pihak lain.
"use strict";
const FAMILY = "ppid-";
const STORE = `${FAMILY}1`;
const MOST = 400; // berkas yang disimpan; yang tertua dibuang
const LONGEST = 30 * 24 * 60 * 60 * 1000; // milidetik; yang telah ditarik atau berakhir tidak boleh tersimpan selamanya
const scope = new URL(self.registration.scope);
const within = (path) => new URL(path, scope).href;
const first = ["", "cari/", "cari/kamus.json", "404.html"].map(within);
// Folder tepat di bawah alamat portal saja: sebuah entri atau unit pun dapat bernama "aset".
const assets = within("aset/");
const lasting = [assets, ...["fragment/", "index/", "filter/"].map((folder) => within(`pagefind/${folder}`))];
// Dokumen terlalu besar; keadaan perkara hanya benar pada harinya, dan bukan untuk pemakai lain komputer yang sama.
const passing = (url) => url.startsWith(within("berkas/")) || url.includes("/layanan/lacak/keadaan/");

const newest = (url) => new Request(url, { cache: "reload" });

self.addEventListener("install", (event) => {
  const keep = async () => (await caches.open(STORE)).addAll(first.map(newest));
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

// Simpanan aplikasi lain di alamat yang sama bukan urusan portal ini.
const outdated = (name) => name.startsWith(FAMILY) && name !== STORE;

self.addEventListener("activate", (event) => {
  const clear = async () => Promise.all((await caches.keys()).filter(outdated).map((name) => caches.delete(name)));
  event.waitUntil(clear().then(() => self.clients.claim()));
});

// Satu laman disimpan sekali, apa pun yang dicari padanya; kata yang dicari tidak ikut tersimpan.
function place(url) {
  const bare = new URL(url);
  bare.search = "";
  return bare.href;
}

// Jawaban tanpa hari dianggap terlalu lama.
const recent = (known) => Date.now() - Date.parse(known.headers.get("date")) < LONGEST;

async function held(url) {
  const known = await (await caches.open(STORE)).match(place(url));
  return known && (url.startsWith(assets) || recent(known)) ? known : undefined;
}

// Laman tanpa jaringan membawa saat ia diambil, kosong bila yang dituju tidak tersimpan, agar pembaca tahu umurnya.
async function marked(known, isTheOne) {
  const headers = new Headers(known.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name); // isinya sudah terurai dan berubah
  const day = new Date(known.headers.get("date"));
  const html = (await known.text()).replace("<html", `<html data-disimpan="${isTheOne ? day.toJSON() : ""}"`);
  return new Response(html, { headers });
}

async function remember(url, answer) {
  const store = await caches.open(STORE);
  await store.put(place(url), answer);
  const others = (await store.keys()).filter((one) => !first.includes(one.url));
  await Promise.all(others.slice(0, Math.max(0, others.length - MOST)).map((old) => store.delete(old)));
}

async function forget(url) {
  await (await caches.open(STORE)).delete(place(url));
}

// Yang pertama diganti, tidak dihapus dahulu: jaringan dapat putus di antara keduanya, lalu kunjungan berikut mencobanya lagi.
const renew = (store, one) => store.add(newest(one.url)).catch(() => undefined);

async function sweep() {
  const store = await caches.open(STORE);
  for (const one of await store.keys()) {
    const known = await store.match(one);
    if (!known || one.url.startsWith(assets) || recent(known)) continue; // kunjungan lain dapat sudah menghapusnya
    await (first.includes(one.url) ? renew(store, one) : store.delete(one));
  }
}

const isPage = (answer) => (answer.headers.get("content-type") ?? "").startsWith("text/html");

async function answer(event) {
  const { request } = event;
  const { url } = request;
  const isVisit = request.mode === "navigate";
  if (lasting.some((folder) => url.startsWith(folder))) {
    const known = await held(url);
    if (known) return known;
  }
  try {
    // Tanpa ini peramban boleh memberi laman lama dari simpanannya sendiri, berhari-hari, tanpa bertanya ke portal.
    const fresh = await (isVisit ? fetch(request, { cache: "no-cache" }) : fetch(request));
    const isMoved = fresh.redirected || fresh.type === "opaqueredirect";
    if (isMoved || fresh.status === 404 || fresh.status === 410) event.waitUntil(forget(url));
    else if (fresh.ok && (!isVisit || isPage(fresh))) event.waitUntil(remember(url, fresh.clone()));
    // Bila jawaban sekarang pun tampak lama, jam perangkat ini keliru: tidak ada yang dapat dinilai menurut harinya.
    if (isVisit && recent(fresh)) event.waitUntil(sweep());
    return fresh;
  } catch (fault) {
    const known = await held(url);
    if (known) return isVisit ? marked(known, true) : known;
    // Bahwa tidak ada sambungan tetap benar, setua apa pun laman yang mengatakannya.
    const lost = isVisit ? await (await caches.open(STORE)).match(within("404.html")) : undefined;
    if (lost) return marked(lost, false);
    throw fault;
  }
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(scope.href) && !passing(url)) event.respondWith(answer(event));
});
