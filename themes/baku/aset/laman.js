// Menu: Escape menutup lalu kembali ke tombolnya; klik di luar menutup. Tanpa skrip ini menu tetap dapat dipakai.
"use strict";
const bar = document.querySelector(".navigasi");
const wide = matchMedia("(min-width: 64em)");

if (bar) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = [...bar.querySelectorAll("details[open]")].pop();
    if (!open) return;
    if (open.contains(document.activeElement)) open.querySelector("summary").focus();
    open.open = false;
  });
  document.addEventListener("click", (event) => {
    if (bar.contains(event.target)) return;
    for (const details of bar.querySelectorAll("details[open]")) details.open = false;
  });
  bar.addEventListener("focusout", (event) => {
    if (!wide.matches || !event.relatedTarget || bar.contains(event.relatedTarget)) return;
    for (const details of bar.querySelectorAll(".menu-cabang[open]")) details.open = false;
  });
}

// Tabel yang muat seluruhnya tidak perlu digulir, jadi bukan perhentian papan tik.
const seen = new ResizeObserver((all) => {
  for (const { target } of all) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
});
for (const table of document.querySelectorAll(".gulir")) seen.observe(table);

// Pekerja layanan menandai laman yang diambil dari simpanan: saat laman itu diambil, kosong bila yang dituju tidak tersimpan.
const { disimpan } = document.documentElement.dataset;
if (disimpan) {
  const { lang } = document.documentElement;
  const when = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeStyle: "short" });
  const told = document.createElement("p");
  told.className = "luring";
  told.textContent = document.currentScript.dataset.luring.replace("{n}", when.format(new Date(disimpan)));
  document.querySelector(".lompat").after(told);
} else if (disimpan === "") {
  const head = document.querySelector(".judul");
  document.title = head.querySelector("h1").textContent = head.dataset.luringJudul;
  head.querySelector(".pembuka").textContent = head.dataset.luringArti;
}

// Hanya di alamat resmi (https): pratinjau petugas selalu memperlihatkan isi terbaru.
if (location.protocol === "https:" && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(`${document.currentScript.dataset.dasar}sw.js`).catch(() => {});
}
