// Pekerja layanan: laman yang pernah dibuka dan pencarian tetap tersedia ketika jaringan putus. Isi baru selalu didahulukan;
// berkas yang namanya dibuat dari isinya diambil dari simpanan. Tidak ada permintaan ke pihak lain.
"use strict";
const STORE = "ppid-1";
const MOST = 400; // berkas yang disimpan; yang tertua dibuang
const scope = new URL(self.registration.scope);
const first = ["", "cari/", "cari/kamus.json", "404.html"];
const lasting = /\/(?:aset|pagefind\/(?:fragment|index|filter))\//;

self.addEventListener("install", (event) => {
  const keep = async () => (await caches.open(STORE)).addAll(first.map((path) => new URL(path, scope).href));
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const clear = async () => Promise.all((await caches.keys()).filter((name) => name !== STORE).map((name) => caches.delete(name)));
  event.waitUntil(clear().then(() => self.clients.claim()));
});

async function remember(request, answer) {
  const store = await caches.open(STORE);
  await store.put(request, answer);
  const held = await store.keys();
  await Promise.all(held.slice(0, Math.max(0, held.length - MOST)).map((old) => store.delete(old)));
}

async function answer(event) {
  const { request } = event;
  const held = () => caches.match(request, { ignoreSearch: true });
  if (lasting.test(request.url)) {
    const known = await held();
    if (known) return known;
  }
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected) event.waitUntil(remember(request, fresh.clone()));
    return fresh;
  } catch (fault) {
    const known = (await held()) ?? (request.mode === "navigate" ? await caches.match(new URL("404.html", scope).href) : undefined);
    if (known) return known;
    throw fault;
  }
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(scope.href) && !url.includes("/berkas/")) event.respondWith(answer(event));
});
