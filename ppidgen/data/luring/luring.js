// Mesin cari salinan luring: indeks dan kamus sudah dimuat sebagai skrip biasa, sebab file:// tidak dapat mengambil apa pun.
// Bentuknya sama dengan Pagefind (search, data), sehingga laman pencarian tidak perlu tahu bedanya.
"use strict";
const mesinLuring = (base) => {
  const { records, dictionary, reach } = INDEKS_LURING;
  const engine = new MiniSearch({
    fields: ["title", "summary", "synonyms", "unit", "documents"],
    tokenize: kueri.tokens,
    processTerm: (word) => kueri.stem(word),
    searchOptions: { boost: { title: 6, synonyms: 2, summary: 1.5, documents: 0.5 }, prefix: (word) => word.length > 3, fuzzy: (word) => (word.length > 5 ? 0.2 : 0), combineWith: "AND" },
  });
  engine.addAll(records.map((record, id) => ({ id, ...record.meta, documents: record.documents.map(([, text]) => text).join(" ") })));
  const fits = ({ filters }, chosen) =>
    Object.entries(chosen ?? {}).every(([name, { any }]) => any.some((value) => filters[name]?.includes(value)));
  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
  // Dokumen yang memuat sesuatu yang dicari; `terms` kata yang ditemukan di dalam dokumen.
  const within = (record, terms) => record.documents
    .filter(([, text]) => kueri.tokens(text).some((word) => terms.has(kueri.stem(word))))
    .map(([title]) => ({ title, anchor: {} }));
  const data = (record, terms) => async () => {
    const excerpt = escaped(record.meta.summary ?? "");
    return {
      url: new URL(record.url, new URL(base, location.href)).href,
      meta: record.meta, filters: record.filters, content: record.meta.summary ?? "", excerpt,
      sub_results: [{ excerpt }, ...(terms.size ? within(record, terms) : [])],
    };
  };
  const inDocuments = (match = {}) => new Set(Object.keys(match).filter((term) => match[term].includes("documents")));
  return {
    dictionary,
    reach: records.some(({ documents }) => documents.length) ? reach : 0,
    async search(text, { filters: chosen } = {}) {
      const found = text ? engine.search(text) : records.map((_, id) => ({ id, score: 1 }));
      const kept = found.filter(({ id }) => fits(records[id], chosen));
      const filters = {};
      for (const { id } of kept) for (const [name, values] of Object.entries(records[id].filters)) {
        filters[name] ??= {};
        for (const value of values) filters[name][value] = (filters[name][value] ?? 0) + 1;
      }
      return { results: kept.map(({ id, score, match }) => ({ id, score, data: data(records[id], inDocuments(match)) })), filters };
    },
  };
};
