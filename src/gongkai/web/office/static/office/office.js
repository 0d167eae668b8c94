// Keys for those who work here all day: / to the search, j and k through a list, g and a letter to a column of the
// navigation, ? to the page that lists them. Every page does all its work without this file.
"use strict";

(() => {
  let waits = false;
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  const step = (by) => {
    const links = [...document.querySelectorAll(".listed tbody tr, .waiting li")]
      .map((row) => row.querySelector("a"))
      .filter(Boolean);
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))].focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    if (waits) {
      waits = false;
      const link = [...document.querySelectorAll(".rooms a[data-key]")].find((a) => a.dataset.key === event.key);
      if (link) link.click();
      return;
    }
    if (event.key === "g") waits = true;
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") window.location.assign("/office/keys/");
    else if (event.key === "/") {
      const search = document.getElementById("asked");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });
})();
