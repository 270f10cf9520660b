// While somebody writes, Alt+P makes a promise of the selected words, or of the sentence the cursor is in: a row below the
// words holds them, and the server guesses the time and the kind. The button does the same for whoever has no keys.
(() => {
  const place = (form) => form?.querySelector("[data-promises]");
  const input = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const rows = (fold) => [...fold.querySelectorAll("[data-promise-row]")];
  let last = null; // where one wrote before the button took the focus

  function reveal(root) {
    root.querySelectorAll("[data-needs-script]").forEach((shy) => (shy.hidden = false));
  }

  function sentence(area) {
    const { value, selectionStart: from, selectionEnd: to } = area;
    if (to > from) return value.slice(from, to);
    const ends = [...value.slice(0, from).matchAll(/[.!?]\s+|\n/g)];
    const rest = value.slice(ends.length ? ends.at(-1).index + ends.at(-1)[0].length : 0);
    return rest.slice(0, rest.search(/[.!?](\s|$)|\n|$/) + 1);
  }

  function another(fold) {
    const number = Math.max(-1, ...rows(fold).map((row) => Number(input(row, "words").name.split("-")[1]))) + 1;
    const made = document.createElement("ol");
    made.innerHTML = fold.querySelector("template").innerHTML.replaceAll("promise-999-", `promise-${number}-`);
    const row = made.firstElementChild;
    fold.querySelector(".promise-rows").append(row);
    reveal(row);
    window.htmx?.process(row); // the date that would hold is asked for as the row is filled in
    return row;
  }

  async function guess(fold, row, words) {
    const token = fold.closest("form").querySelector("[name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams({ words, csrfmiddlewaretoken: token });
    const answer = await fetch(fold.dataset.promises, { method: "POST", body }).catch(() => null);
    if (!answer?.ok) return;
    const { due, kind } = await answer.json();
    if (!input(row, "due").value) input(row, "due").value = due;
    if (kind) input(row, "kind").value = kind;
    input(row, "due").dispatchEvent(new Event("input", { bubbles: true })); // the draft keeps it
  }

  function take(area) {
    const fold = place(area.form);
    const words = sentence(area).trim().replace(/\s+/g, " ");
    const said = fold.querySelector("[data-promise-said]");
    fold.open = true;
    if (said) said.textContent = words ? "" : "Select the words that promise something, then press Alt P.";
    if (!words) return;
    const known = rows(fold).find((row) => input(row, "words").value.trim() === words);
    const row = known ?? rows(fold).find((one) => !input(one, "words").value.trim()) ?? another(fold);
    if (!known) {
      input(row, "words").value = words;
      guess(fold, row, words);
    }
    input(row, "due").focus();
    row.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("focusin", (event) => {
    if (event.target.tagName === "TEXTAREA" && place(event.target.form)) last = event.target;
  });
  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyP" || !event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.tagName !== "TEXTAREA" || !place(event.target.form)) return;
    event.preventDefault();
    take(event.target);
  });
  document.addEventListener("click", (event) => {
    const form = event.target.closest("[data-promise-take]")?.form;
    if (form) take(last?.form === form ? last : form.querySelector("textarea[name=words]"));
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take-date]");
    const due = button?.closest("[data-promise-row]").querySelector("input[type=datetime-local]");
    if (!due) return;
    due.value = button.dataset.takeDate;
    due.dispatchEvent(new Event("input", { bubbles: true })); // the draft keeps it, and the page says that it holds
    due.focus();
  });
  document.addEventListener("htmx:load", (event) => reveal(event.detail.elt));
  reveal(document);
})();
