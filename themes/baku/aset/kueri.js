// Memahami pertanyaan: kata henti, ejaan, padanan, urutan hasil. Tidak menyentuh laman, maka dapat diuji sendiri.
// `open` membuka mesin cari beserta kamusnya; dipakai laman pencarian dan saran pada formulir.
"use strict";
const kueri = (() => {
  // Kata terbanyak dalam satu padanan.
  const LONGEST = 7;
  // Cara bertanya terbanyak.
  const VARIANTS = 8;
  // Hasil yang dibaca untuk diurutkan kembali.
  const POOL = 24;
  // Nilai yang hilang setiap tahun sebuah informasi lebih tua daripada yang terbaru di antaranya.
  const AGE = 1 / 30;
  // Laman tanpa tahun diperlakukan seperti yang setua ini.
  const UNDATED = 6;
  // Kurang dari ini, pertanyaan dilonggarkan.
  const ENOUGH = 8;
  const YEAR = /^(?:19|20)\d\d$/;

  const tokens = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  // Cukup untuk mencocokkan judul: akhiran dan awalan yang lazim, sisa sedikitnya empat huruf.
  function stem(word) {
    let rest = word.length > 5 ? word.replace(/(?:nya|lah|kah|pun)$/, "") : word;
    const bare = rest.replace(/(?:kan|an|i)$/, "");
    if (bare.length > 3) rest = bare;
    const root = rest.replace(/^(?:meng|meny|mem|men|me|peng|peny|pem|pen|per|pe|ber|ter|di|ke|se)/, "");
    return root.length > 3 ? root : rest;
  }

  // Jarak Damerau–Levenshtein, berhenti bila pasti lebih dari `most`.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  // Kamus siap pakai dari berkas kamus: bobot kata 1 (jarang) sampai 9 (lazim).
  function lexicon(raw = {}) {
    const words = raw.words ? raw.words.split(" ") : [];
    const weight = new Map(words.map((word, place) => [word, Number(raw.weights[place])]));
    const groups = new Map();
    for (const group of raw.alike ?? []) for (const phrase of group) {
      const key = tokens(phrase).join(" ");
      groups.set(key, [...(groups.get(key) ?? []), ...group.map((each) => tokens(each))]);
    }
    return { stop: new Set(raw.stop ?? []), weight, stems: new Set(words.map(stem)), groups };
  }

  function nearest(word, known) {
    let best = "", least = word.length > 7 ? 2 : 1, common = 0;
    for (const [other, weight] of known.weight) {
      if (other.length < 4) continue;
      const far = distance(word, other, least);
      if (far < least || (far === least && weight > common)) [best, least, common] = [other, far, weight];
    }
    return best;
  }

  // Nama tempat ditulis warga bersambung atau berpisah ("Sukamaju", "Suka Maju"): kata tak dikenal yang terdiri atas dua kata.
  function halves(word, known) {
    for (let at = 4; at <= word.length - 4; at++) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => known.weight.has(part))) return parts;
    }
  }

  // Dari pertanyaan menjadi konsep; tiap konsep sebuah kata atau frasa dengan padanannya.
  function understand(question, known) {
    const asked = tokens(question);
    const telling = asked.filter((word) => !known.stop.has(word));
    const kept = telling.length ? telling : asked;
    const right = kept.map((word) => {
      if (word.length < 4 || /\d/.test(word) || !known.weight.size || known.weight.has(word) || known.stems.has(stem(word))) return word;
      return halves(word, known) ? word : nearest(word, known) || word;
    });
    const concepts = [];
    for (let at = 0; at < right.length;) {
      let length = Math.min(LONGEST, right.length - at);
      while (length > 1 && !known.groups.has(right.slice(at, at + length).join(" "))) length--;
      const joined = right[at] + right[at + 1];
      const isOneWord = length < 2 && known.weight.has(joined);
      if (isOneWord) length = 2;
      const own = right.slice(at, at + length), key = own.join(" ");
      const others = (known.groups.get(key) ?? []).filter((each) => each.join(" ") !== key);
      const parts = isOneWord ? [joined] : length < 2 && !known.weight.has(key) && halves(key, known);
      if (parts) others.push(parts);
      const weight = own.reduce((sum, word) => sum + 10 - (known.weight.get(word) ?? 1), 0) / length;
      concepts.push({ own, others, weight, year: length === 1 && YEAR.test(key) });
      at += length;
    }
    return { kept, right, concepts, corrected: right.some((word, place) => word !== kept[place]) };
  }

  // Cara-cara bertanya kepada indeks: apa adanya, dengan ejaan yang benar, lalu dengan padanan.
  function variants({ kept, right, concepts }) {
    const found = new Map([[kept.join(" "), 1], [right.join(" "), 1]]);
    const named = concepts.filter(({ year }) => !year);
    for (const concept of named) for (const other of concept.others) {
      const text = concepts.map((each) => (each === concept ? other : each.own).join(" ")).join(" ");
      if (!found.has(text)) found.set(text, 0.8);
      if (found.size > VARIANTS) break;
    }
    return [...found];
  }

  // Bila terlalu sedikit yang memuat semuanya: tinggalkan satu konsep, lalu cari tiap konsep sendiri-sendiri.
  function looser({ concepts }) {
    if (concepts.length < 2) return [];
    const text = (some) => some.map(({ own }) => own.join(" ")).join(" ");
    const without = concepts.length > 2 ? concepts.map((one) => [text(concepts.filter((each) => each !== one)), 0.5]) : [];
    const alone = concepts.filter(({ year }) => !year).flatMap(({ own, others }) =>
      [own, ...others.slice(0, 3)].map((phrase) => [phrase.join(" "), 0.3]));
    return [...without, ...alone];
  }

  const has = (stems, phrase) => phrase.every((word) => stems.has(stem(word)));

  function worth({ concepts }, { title, place, body, year, base }, newest) {
    const [inTitle, inPlace, inBody] = [title, place, body].map((text) => new Set(tokens(text).map(stem)));
    let score = 0, all = 0, hit = 0;
    for (const concept of concepts) {
      if (concept.year) {
        score += year === concept.own[0] || inTitle.has(concept.own[0]) ? 1.5 : year ? -1 : 0;
        continue;
      }
      all += concept.weight;
      const ways = [concept.own, ...concept.others];
      if (ways.some((way) => has(inTitle, way))) { score += concept.weight * (has(inTitle, concept.own) ? 1 : 0.95); hit++; }
      else if (ways.some((way) => has(inPlace, way))) score += concept.weight * 0.9;
      else if (ways.some((way) => has(inBody, way))) score += concept.weight * 0.5;
      else score += concept.weight * 0.3 * Math.max(0, ...ways.map((way) => way.filter((word) => inTitle.has(stem(word))).length / way.length));
    }
    const short = inTitle.size ? Math.min(1, (hit + 1) / inTitle.size) : 0;
    return (all ? (3 * score) / all : score) + 0.6 * short + 0.6 * base - AGE * (year ? newest - Number(year) : UNDATED);
  }

  // Mesin cari dan kamusnya. Dalam salinan luring keduanya sudah dimuat sebagai skrip, dengan awal isi dokumen.
  async function open({ pagefind, base, kamus }) {
    if (typeof mesinLuring !== "undefined") {
      const engine = mesinLuring(base);
      return { engine, known: lexicon(engine.dictionary), offline: true };
    }
    const address = new URL(pagefind, location.href).href;
    // Modul yang gagal dimuat diingat peramban menurut alamatnya; sambungan yang terputus sebentar dicoba sekali lagi.
    return start(address, base, kamus).catch(() => start(`${address}?lagi`, base, kamus));
  }

  async function start(address, base, kamus) {
    const engine = await import(address);
    const ranking = { metaWeights: { title: 6, summary: 1.5, synonyms: 2, unit: 1 } };
    await engine.options({ baseUrl: base, excerptLength: 28, ranking });
    const [, raw] = await Promise.all([engine.init().then(() => engine.filters()), kamus ? fetch(kamus).then((got) => got.json(), () => ({})) : {}]);
    await breath();
    return { engine, known: lexicon(raw) };
  }

  const of = (hit, name) => [hit.filters?.[name] ?? hit.meta?.[name] ?? []].flat().filter(Boolean).map(String);

  // Kata laman itu sendiri; di belakangnya berdiri isi dokumen, masing-masing di bawah sebuah jangkar.
  const ownWords = ({ content = "", anchors = [] }) => (anchors.length ? content.split(/\s+/, anchors[0].location).join(" ") : content);

  const told = (data) => ({
    title: data.meta?.title ?? "",
    place: data.meta?.unit ?? "",
    body: `${data.meta?.summary ?? ""} ${data.meta?.synonyms ?? ""} ${ownWords(data)}`,
    year: of(data, "tahun")[0] ?? "",
  });

  // Peramban sempat menanggapi pembaca di antara dua pekerjaan panjang.
  const breath = () => new Promise((done) => { setTimeout(done); });

  // `ask(text)` memberi [{id, score, data}], `tell(data)` memberi {title, place, body, year}; paling banyak `most` dibaca.
  async function find(question, known, ask, tell, most = POOL) {
    const plan = understand(question, known);
    const pool = new Map();
    const gather = async (ways) => {
      for (const [text, weight] of ways) {
        const found = await ask(text);
        const top = found[0]?.score || 1;
        for (const hit of found) {
          const base = (weight * hit.score) / top;
          if (base > (pool.get(hit.id)?.base ?? 0)) pool.set(hit.id, { ...hit, base });
        }
      }
    };
    const ways = variants(plan);
    await gather(ways);
    const exact = pool.size;
    if (exact < ENOUGH) await gather(looser(plan));
    const ordered = [...pool.values()].sort((a, b) => b.base - a.base || (a.id < b.id ? -1 : 1));
    const read = await Promise.all(ordered.slice(0, most).map(async (hit) => ({ hit, data: await hit.data() })));
    await breath();
    const weighed = read.map(({ hit, data }) => ({ data, facts: { ...tell(data), base: hit.base } }));
    const newest = Math.max(0, ...weighed.map(({ facts }) => Number(facts.year)));
    const ranked = weighed.map(({ data, facts }) => ({ data, score: worth(plan, facts, newest) }));
    ranked.sort((a, b) => b.score - a.score);
    // Yang longgar hanya yang terdekat.
    const rest = exact < ENOUGH ? [] : ordered.slice(most);
    return { plan, exact, whole: exact >= ENOUGH && ways.length < 3, first: ranked.map(({ data }) => data), rest };
  }

  return { tokens, stem, lexicon, understand, find, open, of, told, breath };
})();
