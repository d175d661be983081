// Pencarian: hasil ditulis sebagai teks, tidak pernah sebagai HTML. Tanpa skrip daftar di bawahnya tetap melayani.
"use strict";
addEventListener("DOMContentLoaded", async () => {
  const room = document.querySelector(".cari");
  const query = new URLSearchParams(location.search).get("q")?.trim();
  if (!room || !query) return;
  room.querySelector("input").value = query;
  const status = room.querySelector("[role=status]"), list = room.querySelector("ol");
  try {
    const engine = await import(new URL(room.dataset.pagefind, location.href).href);
    await engine.options({ baseUrl: room.dataset.base });
    const { results } = await engine.search(query);
    const text = results.length ? room.dataset.ditemukan : room.dataset.kosong;
    status.textContent = text.replace("{n}", results.length).replace("{q}", query);
    for (const hit of await Promise.all(results.slice(0, 30).map((one) => one.data()))) {
      const item = document.createElement("li"), link = document.createElement("a");
      [link.href, link.textContent] = [hit.url, hit.meta.title];
      item.append(link, ` ${hit.meta.summary ?? ""}`);
      list.append(item);
    }
  } catch { status.textContent = room.dataset.gagal; }
});
