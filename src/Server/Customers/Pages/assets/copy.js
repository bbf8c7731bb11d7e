// Copies a customer's code, and prints a label: both need a script, so their buttons show only here.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.querySelector("span");
  const before = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = "Copied";
    setTimeout(() => { label.textContent = before; }, 2000);
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
