// Drag and drop, the size told before sending, and a way to change the display on an answer that cannot be reloaded.
// The page does all its work without this file.
"use strict";

(() => {
  const root = document.documentElement;

  for (const box of document.querySelectorAll("[data-drop]")) {
    const form = box.closest("form");
    const input = box.querySelector("input[type=file]");
    const chosen = box.querySelector("[data-chosen]");
    const limit = Number(form.dataset.limit) * 1024 * 1024;
    const words = box.querySelector("[data-drop-words]");
    words.hidden = false;
    box.classList.add("scripted");

    const tell = () => {
      const file = input.files[0];
      const large = Boolean(file) && file.size > limit;
      chosen.classList.toggle("too-large", large);
      chosen.textContent = !file ? "" : large
        ? `“${file.name}”超过 ${form.dataset.limit} MB，请换一个小一些的文件。`
        : `已选好：${file.name}`;
      input.setCustomValidity(large ? `文件超过 ${form.dataset.limit} MB。` : "");
    };
    input.addEventListener("change", tell);
    for (const name of ["dragenter", "dragover"]) {
      box.addEventListener(name, (event) => { event.preventDefault(); box.classList.add("over"); });
    }
    for (const name of ["dragleave", "drop"]) {
      box.addEventListener(name, () => box.classList.remove("over"));
    }
    box.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        tell();
      }
    });
  }

  for (const group of document.querySelectorAll("[data-modes]")) {
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      root.dataset.mode = button.dataset.modeKey;
      for (const other of group.querySelectorAll("button")) {
        other.setAttribute("aria-pressed", String(other === button));
      }
      for (const field of document.querySelectorAll("input[name=mode]")) field.value = button.dataset.modeKey;
    });
  }
})();
