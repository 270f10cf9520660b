// A form that is sent twice by a double click is sent once; and while it is on its way, what it keeps or asks by itself rests:
// a draft kept after its letter went would come back into the next one.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  form.querySelectorAll("[hx-post]").forEach((place) => window.htmx?.trigger(place, "htmx:abort"));
  setTimeout(() => delete form.dataset.sent, 4000);
});
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.closest("form")?.dataset.sent) event.preventDefault();
});
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => delete form.dataset.sent));
