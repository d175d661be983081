// Lacak permohonan. Kode disidik di peramban ini; yang diminta dari portal hanya berkas bernama sidiknya.
const root = document.querySelector(".lacak");
const words = root.dataset;
const form = root.querySelector("form");
const status = root.querySelector(".lacak-status");
const list = root.querySelector("dl");
const language = document.documentElement.lang || "id";

// Dari cakram tidak ada yang dapat diambil, dan keadaan dalam salinan akan segera basi.
const copied = location.protocol === "file:";
const note = root.querySelector(".tanpa-skrip");
if (copied) {
  const whole = document.querySelector("link[rel=canonical]");
  note.textContent = `${words.salinan} `;
  if (whole) note.append(Object.assign(document.createElement("a"), { href: whole.href, textContent: whole.href }));
}
note.hidden = !copied;
form.hidden = copied;

const spoken = (iso) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(`${iso}T00:00:00Z`));

// SHA-256 (FIPS 180-4). crypto.subtle hanya ada di alamat https; portal lama yang masih http pun harus dapat dipakai.
const right = (value, by) => (value >>> by) | (value << (32 - by));
const primes = [];
for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
const fraction = (value) => ((value % 1) * 2 ** 32) | 0;
const ROUNDS = primes.map((prime) => fraction(Math.cbrt(prime)));

function sha256(text) {
  const bytes = [...new TextEncoder().encode(text)];
  const length = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(length / 2 ** shift) & 0xff);
  const state = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  for (let start = 0; start < bytes.length; start += 64) {
    const w = Array.from({ length: 16 }, (_, n) => bytes.slice(start + n * 4, start + n * 4 + 4).reduce((sum, byte) => (sum << 8) | byte, 0));
    for (let n = 16; n < 64; n += 1) {
      const first = right(w[n - 15], 7) ^ right(w[n - 15], 18) ^ (w[n - 15] >>> 3);
      const second = right(w[n - 2], 17) ^ right(w[n - 2], 19) ^ (w[n - 2] >>> 10);
      w[n] = (w[n - 16] + first + w[n - 7] + second) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let n = 0; n < 64; n += 1) {
      const one = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[n] + w[n]) | 0;
      const two = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((value, n) => { state[n] = (state[n] + value) | 0; });
  }
  return state.map((value) => (value >>> 0).toString(16).padStart(8, "0")).join("");
}

const digest = (code) => sha256(`${words.garam}:${code.toUpperCase().replace(/[^0-9A-Z]/g, "")}`);

function row(name, value) {
  const line = document.createElement("div");
  const term = document.createElement("dt");
  const text = document.createElement("dd");
  term.textContent = name;
  text.textContent = value;
  line.append(term, text);
  return line;
}

function show(found) {
  status.textContent = words.per.replace("{hari}", spoken(found.as_of));
  list.replaceChildren(row(words.keadaan, found.state), ...found.days.map(([name, day]) => row(name, spoken(day))));
  list.hidden = false;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  list.hidden = true;
  const field = form.elements.code;
  const code = field.value.trim();
  if (!code) {
    status.textContent = words.isi;
    field.setAttribute("aria-invalid", "true");
    field.focus();
    return;
  }
  field.removeAttribute("aria-invalid");
  status.textContent = words.mencari;
  try {
    const answer = await fetch(`${words.folder}${digest(code)}.json`, { credentials: "omit", signal: AbortSignal.timeout(20_000) });
    if (answer.ok) show(await answer.json());
    else status.textContent = answer.status === 404 ? words.tidakAda : words.gagal;
  } catch {
    status.textContent = words.gagal;
  }
});
