// While who wrote is not shown: y says that it is read right, w shows who wrote; and the keys of a reading, as on a case:
// data-presses is pressed, data-focuses has the focus. Never while somebody types or chooses.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable], dialog[open]");
  if (event.ctrlKey || event.altKey || event.metaKey || typing || localStorage.getItem("amends.keys") === "off") return;
  const key = CSS.escape(event.key);
  const press = document.querySelector(`[data-case-key="${key}"], [data-presses="${key}"]`);
  if (press) return press.click();
  const place = document.querySelector(`[data-focuses="${key}"]`);
  if (!place) return;
  event.preventDefault();
  const fold = place.closest("details");
  if (fold) fold.open = true;
  place.focus();
});
