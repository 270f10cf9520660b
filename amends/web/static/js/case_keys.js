// On a case, one letter opens one act: what carries data-opens="r" opens with r, and its first field has the focus;
// what carries data-presses="y" is pressed with y, and what carries data-focuses="m" has the focus with m.
// Never while somebody types, and not at all once shortcuts are switched off. A refused act has the focus at once.
(() => {
  const off = () => localStorage.getItem("amends.keys") === "off";
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  const field = (place) => place?.querySelector("textarea") ?? place?.querySelector("input:not([type=hidden]), select, button");

  function open(mark) {
    if (mark.tagName === "A") return mark.click();
    const fold = mark.closest("details");
    fold.open = true;
    field(fold.querySelector("form"))?.focus();
    fold.scrollIntoView({ block: "nearest" });
  }

  function reach(place) {
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.focus();
  }

  let before = "";
  document.addEventListener("keydown", (event) => {
    const pair = before === "g"; // "g t" and its like lead away from the page
    before = event.key;
    if (pair || event.ctrlKey || event.altKey || event.metaKey || off() || typing(event.target)) return;
    if (document.querySelector("dialog[open]") || event.key.length !== 1) return;
    if (event.key === "x") return void (event.preventDefault(), field(document.querySelector("#next form"))?.focus());
    const press = document.querySelector(`[data-presses="${CSS.escape(event.key)}"]`);
    if (press) return void (event.preventDefault(), press.click());
    const place = document.querySelector(`[data-focuses="${CSS.escape(event.key)}"]`);
    if (place) return void (event.preventDefault(), reach(place));
    const mark = document.querySelector(`[data-opens="${CSS.escape(event.key)}"]`);
    if (!mark) return;
    event.preventDefault();
    open(mark);
  });

  function arrive() {
    const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place && place.tagName === "DETAILS") place.open = true;
  }
  arrive();
  window.addEventListener("hashchange", arrive);

  const refused = document.querySelector("[data-focus]");
  (refused?.querySelector("[aria-invalid=true], [data-asked]") ?? field(refused?.querySelector("form")))?.focus();
})();
