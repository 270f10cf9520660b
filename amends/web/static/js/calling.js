// On a caller's page one key records one result: what carries data-press="3" is pressed by 3. Never while somebody types.
(() => {
  const off = () => localStorage.getItem("amends.keys") === "off";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || off()) return;
    if (event.target.closest("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
    const button = document.querySelector(`[data-press="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
})();
