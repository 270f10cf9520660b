// While the page is looked at, ask every two seconds whether anything happened at the desk; if so, fetch the lanes anew.
// The question is one cheap statement; the lanes are fetched at most every five seconds.
(() => {
  const lanes = document.querySelector("[data-fresh]");
  if (!lanes) return;
  const url = lanes.dataset.fresh;
  let seen = lanes.dataset.seen;
  let fetched = Date.now();

  async function ask() {
    if (document.hidden || Date.now() - fetched < 5000) return;
    const answer = await fetch(url, { headers: { "If-None-Match": seen }, cache: "no-store" }).catch(() => null);
    if (!answer || answer.status !== 200) return;
    seen = answer.headers.get("ETag");
    fetched = Date.now();
    htmx.trigger("#lanes", "fresh");
  }

  setInterval(ask, 2000);
  document.addEventListener("visibilitychange", ask);
})();
