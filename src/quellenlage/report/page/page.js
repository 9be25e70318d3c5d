"use strict";
(() => {
  const all = () => document.querySelectorAll("main details");
  const button = document.querySelector(".tools button");
  if (button) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-pressed") !== "true";
      all().forEach((d) => { d.open = open; });
      button.setAttribute("aria-pressed", String(open));
      button.textContent = open ? button.dataset.close : button.dataset.open;
    });
  }
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  reveal();
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".first > .claim, .more, .article")].filter((d) => !d.open);
    closed.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((d) => { d.open = false; }));
})();
