// While who wrote is not shown: y says that it is read right, w shows who wrote. Never while somebody types or chooses.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable], dialog[open]");
  if (event.ctrlKey || event.altKey || event.metaKey || typing || localStorage.getItem("amends.keys") === "off") return;
  document.querySelector(`[data-case-key="${CSS.escape(event.key)}"]`)?.click();
});
