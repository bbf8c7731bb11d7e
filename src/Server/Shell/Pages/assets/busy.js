// A pressed button says so until the answer comes; going back makes it usable again.
const pressed = new Map();

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.defaultPrevented || button.dataset.busy === undefined) {
    return;
  }
  const label = button.querySelector("span") ?? button;
  pressed.set(button, label.textContent);
  button.setAttribute("aria-busy", "true");
  label.textContent = button.dataset.busy || "Saving…";
});

addEventListener("pageshow", () => {
  for (const [button, text] of pressed) {
    button.removeAttribute("aria-busy");
    (button.querySelector("span") ?? button).textContent = text;
  }
  pressed.clear();
});
