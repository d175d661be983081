// Informasi yang mungkin sudah terbit, selagi orang menulis; bila mesin pencari tidak ada, tidak terjadi apa-apa.
"use strict";
const saran = (() => {
const { words, node, fill, find, need } = formulir;
const READ = 10; // hasil pencarian yang dibaca untuk saran; jaringan lambat membayar setiap bacaan
const SHOWN = 5; // saran yang diperlihatkan
let opened;
let turn = 0;

async function published(text) {
  opened ??= need(words.kueri).then(() => kueri.open(words));
  const { engine, known } = await opened;
  const ask = async (some) => (await engine.search(some)).results;
  const { first } = await kueri.find(text, known, ask, kueri.told, READ);
  return first.filter(({ url }) => words.entri.split(" ").some((place) => url.includes(place))).slice(0, SHOWN);
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

return { suggest };
})();
