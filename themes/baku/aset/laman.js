// Menu: Escape menutup lalu kembali ke tombolnya; klik di luar menutup. Tanpa skrip ini menu tetap dapat dipakai.
"use strict";
const bar = document.querySelector(".navigasi");
const wide = matchMedia("(min-width: 64em)");

function shut(details, focus) {
  details.open = false;
  if (focus) details.querySelector("summary").focus();
}

if (bar) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = [...bar.querySelectorAll("details[open]")].pop();
    if (open) shut(open, open.contains(document.activeElement));
  });
  document.addEventListener("click", (event) => {
    if (bar.contains(event.target)) return;
    for (const details of bar.querySelectorAll("details[open]")) shut(details, false);
  });
  bar.addEventListener("focusout", (event) => {
    if (!wide.matches || !event.relatedTarget || bar.contains(event.relatedTarget)) return;
    for (const details of bar.querySelectorAll(".menu-cabang[open]")) shut(details, false);
  });
}

// Tabel yang muat seluruhnya tidak perlu digulir, jadi bukan perhentian papan tik.
const seen = new ResizeObserver((all) => {
  for (const { target } of all) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
});
for (const table of document.querySelectorAll(".gulir")) seen.observe(table);

// Hanya di alamat resmi (https): pratinjau petugas selalu memperlihatkan isi terbaru.
if (location.protocol === "https:" && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(`${document.currentScript.dataset.dasar}sw.js`).catch(() => {});
}
