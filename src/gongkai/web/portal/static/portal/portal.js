// Drag and drop, the size told before sending, and a way to change the display on an answer that cannot be reloaded.
// The page does all its work without this file.
"use strict";

(() => {
  const root = document.documentElement;

  for (const box of document.querySelectorAll("[data-drop]")) {
    const form = box.closest("form");
    const input = box.querySelector("input[type=file]");
    const chosen = box.querySelector("[data-chosen]");
    const megabyte = 1024 * 1024;
    const limit = Number(form.dataset.limit) * megabyte;
    const total = Number(form.dataset.total) * megabyte;
    const most = Number(form.dataset.files);
    const words = box.querySelector("[data-drop-words]");
    words.hidden = false;
    box.classList.add("scripted");

    const tell = () => {
      const files = Array.from(input.files);
      const large = files.find((file) => file.size > limit);
      const sum = files.reduce((bytes, file) => bytes + file.size, 0);
      const wrong = large ? `“${large.name}”超过 ${form.dataset.limit} MB，请换一个小一些的文件。`
        : sum > total ? `合计超过 ${form.dataset.total} MB，请分几批提交。`
        : files.length > most ? `一次最多 ${most} 个文件，请分几批提交。` : "";
      chosen.classList.toggle("too-large", Boolean(wrong));
      chosen.textContent = wrong || (files.length === 0 ? "" : files.length === 1
        ? `已选好：${files[0].name}`
        : `已选好 ${files.length} 个文件：${files.slice(0, 3).map((file) => file.name).join("、")}${files.length > 3 ? " 等" : ""}`);
      input.setCustomValidity(wrong);
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
