"use strict";
(() => {
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const root = document.documentElement;

  // Filter: every word has to stand in what is shown.
  const box = one("filter");
  const items = find(".filterable").map((item) => [item, item.textContent.toLowerCase()]);
  const sections = find("main > section");
  const filter = () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      shown += item.hidden ? 0 : 1;
    }
    for (const section of sections) {
      const own = find(".filterable", section);
      section.hidden = words.length > 0 && own.every((item) => item.hidden);
    }
    one("filtered").textContent = words.length ? (shown === 0 ? "nothing matches" : `${shown} of ${items.length}`) : "";
  };
  box.addEventListener("input", filter);

  // Sort: a button in each heading that has a kind; rows that are equal keep their order.
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const sort = (table, head) => {
    const column = [...head.parentNode.children].indexOf(head);
    const down = head.getAttribute("aria-sort") === "ascending";
    const key = (row) => row.children[column].dataset.sort ?? row.children[column].textContent.trim();
    const rows = [...table.tBodies[0].rows];
    const compare = (a, b) => collator.compare(key(a), key(b));
    rows.sort(down ? (a, b) => compare(b, a) : compare);
    find("th[aria-sort]", table.tHead).forEach((other) => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    table.tBodies[0].append(...rows);
  };
  for (const table of find("table.sortable")) {
    for (const head of find("th[data-kind]", table.tHead)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => sort(table, head));
    }
  }

  // Dark and light: what the system says, until somebody chooses. A page opened from disk may have no storage.
  const stored = (value) => {
    try {
      if (value) localStorage.setItem("factlint-theme", value);
      return localStorage.getItem("factlint-theme");
    } catch {
      return null;
    }
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = (theme) => {
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    one("theme").setAttribute("aria-pressed", String(dark()));
  };
  const turn = () => show((stored(dark() ? "light" : "dark"), dark() ? "light" : "dark"));
  one("theme").addEventListener("click", turn);
  system.addEventListener("change", () => show());
  show(stored());

  // Keys.
  const help = one("keyboard");
  one("help").addEventListener("click", () => help.showModal());
  const step = (by) => {
    const findings = find(".finding").filter((each) => !each.closest("[hidden]"));
    if (!findings.length) return;
    const at = findings.indexOf(document.activeElement.closest(".finding"));
    const next = at < 0 ? (by > 0 ? 0 : findings.length - 1) : Math.min(Math.max(at + by, 0), findings.length - 1);
    findings[next].focus();
    findings[next].scrollIntoView({ block: "start" });
  };
  const keys = { "/": () => box.focus(), j: () => step(1), k: () => step(-1), t: turn, "?": () => help.showModal() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target === box) {
      if (event.key === "Escape") {
        box.value = "";
        filter();
        box.blur();
      }
      return;
    }
    if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  find(".toolbar")[0].hidden = false;
})();
