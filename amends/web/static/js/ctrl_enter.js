// Ctrl or Cmd with Enter sends the form one is typing in, with its first button.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.target.closest("form")?.requestSubmit();
});
