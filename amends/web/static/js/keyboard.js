// Shortcuts: g t Today, g b begin with what is due first, g p Promises, g h Who is here, g c Customers, g r Practice, / search, n new case,
// j and k through a list, o or Enter to open, ? for this list.
// Never while somebody types, never with Ctrl, Alt or Meta, and not at all once they are switched off.
(() => {
  const off = () => localStorage.getItem("amends.keys") === "off";
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  const help = () => document.getElementById("shortcuts");
  const follow = (name) => document.querySelector(`[data-key="${name}"]`)?.click();
  let before = "";

  function step(by) {
    const links = [...document.querySelectorAll("[data-row]")];
    const now = links.indexOf(document.activeElement);
    const next = links[Math.min(links.length - 1, Math.max(0, now + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  const search = () => document.getElementById("search")?.focus();
  const KEYS = {
    "g t": () => follow("today"),
    "g p": () => follow("promises"),
    "g h": () => follow("here"),
    "g b": () => follow("begin"),
    "g c": () => follow("customers"),
    "g k": () => follow("kept-mail"),
    "g r": () => follow("practice"),
    "/": search,
    n: () => follow("new-case"),
    j: () => step(1),
    k: () => step(-1),
    o: () => document.activeElement?.matches("[data-row]") && document.activeElement.click(),
    "?": () => help()?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) event.target.blur();
    if (event.ctrlKey || event.altKey || event.metaKey || off() || typing(event.target) || help()?.open) return;
    const pair = `${before} ${event.key}`;
    before = event.key === "g" ? "g" : "";
    const act = KEYS[pair] ?? KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-shortcuts]")) help()?.showModal();
  });

  const box = document.getElementById("shortcuts-on");
  if (box) {
    box.checked = !off();
    box.addEventListener("change", () => localStorage.setItem("amends.keys", box.checked ? "on" : "off"));
  }
})();
