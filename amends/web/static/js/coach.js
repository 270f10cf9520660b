// While somebody writes, what the coach speaks of is underlined behind the words: the server sends the same words with marks,
// and they lie under the field, scrolled along with it. A click on a quote selects the words; "Use this" puts the edit there.
(() => {
  const field = (from, name) => from.closest("form")?.querySelector(`textarea[name="${name}"]`);

  function under(area) {
    if (area.parentElement.classList.contains("coach-field")) return area.parentElement.firstElementChild;
    const frame = document.createElement("div");
    frame.className = "coach-field";
    const held = document.activeElement === area;
    area.before(frame);
    const sheet = document.createElement("div");
    sheet.className = "coach-sheet";
    sheet.ariaHidden = "true";
    frame.append(sheet, area);
    const look = getComputedStyle(area);
    for (const name of ["font", "letterSpacing", "wordSpacing", "lineHeight", "padding", "borderWidth"]) sheet.style[name] = look[name];
    if (held) area.focus();
    area.addEventListener("scroll", () => (sheet.scrollTop = area.scrollTop));
    area.addEventListener("input", () => sheet.replaceChildren()); // stale marks are worse than none
    return sheet;
  }

  function draw(place) {
    for (const mirror of place.querySelectorAll("[data-coach-mirror]")) lay(mirror);
  }

  function lay(mirror) {
    const area = field(mirror, mirror.dataset.field);
    if (!area || mirror.textContent !== area.value.replaceAll("\r\n", "\n")) return;
    const sheet = under(area);
    sheet.replaceChildren(...[...mirror.childNodes].map((node) => node.cloneNode(true)), "\n");
    sheet.scrollTop = area.scrollTop;
  }

  function select(button) {
    const area = field(button, button.dataset.field);
    area.focus();
    area.setSelectionRange(Number(button.dataset.start), Number(button.dataset.end));
  }

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.matches?.("[data-coach]")) draw(event.target);
  });
  document.addEventListener("click", (event) => {
    const go = event.target.closest("[data-coach-go]");
    if (go) select(go);
  });
  document.querySelectorAll("[data-coach]").forEach(draw);
})();
