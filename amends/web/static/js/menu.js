// A menu closes when Escape is pressed, when another thing is clicked, and when focus goes elsewhere.
(() => {
  const open = () => document.querySelectorAll("details.menu[open]");
  const elsewhere = (event) => open().forEach((menu) => menu.contains(event.target) || (menu.open = false));
  document.addEventListener("click", elsewhere);
  document.addEventListener("focusin", elsewhere);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
})();
