// Says which files were chosen and how large they are, and refuses too many before they travel. Without it, the server says so.
for (const input of document.querySelectorAll("input[type=file][data-most-files]")) {
  const told = document.createElement("p");
  told.className = "chosen";
  told.setAttribute("role", "status");
  input.after(told);
  const tell = () => {
    const files = [...input.files];
    const megabytes = files.reduce((sum, file) => sum + file.size, 0) / 1048576;
    const { mostFiles, mostMegabytes } = input.dataset;
    let trouble = "";
    if (files.length > Number(mostFiles)) trouble = `These are ${files.length} files; at most ${mostFiles} can be sent at once.`;
    else if (megabytes > Number(mostMegabytes)) trouble = `These are ${megabytes.toFixed(1)} MB; at most ${mostMegabytes} MB can be sent at once.`;
    input.setCustomValidity(trouble);
    told.classList.toggle("alarmed", Boolean(trouble));
    told.textContent = trouble || files.map((file) => file.name).join(", ");
  };
  input.addEventListener("change", tell);
}
