// Keys for people who keep their hands on the keyboard. "/" finds, "g" and a letter goes, "?" lists.
// Single keys can be switched off (WCAG 2.1.4); the choice stays in this browser.
const SWITCH = "strongroom-single-keys";
const isOn = () => localStorage.getItem(SWITCH) !== "off";
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
let goUntil = 0;

function make(name, text, ...children) {
  const element = document.createElement(name);
  if (text) {
    element.textContent = text;
  }
  element.append(...children);
  return element;
}

function keysOfThisPage() {
  const found = [["?", "This list"]];
  for (const element of document.querySelectorAll("[data-key]")) {
    const label = element.dataset.keyLabel ?? element.labels?.[0]?.textContent ?? element.textContent.trim();
    found.push([element.dataset.key, label]);
  }
  for (const way of document.querySelectorAll("[data-go]")) {
    found.push([`g ${way.dataset.go}`, way.textContent.trim()]);
  }
  found.push(["Shift Esc", "Mask every shown value"]);
  return found;
}

function list() {
  const dialog = make("dialog");
  dialog.className = "shortcuts";
  const heading = make("h2", "Keyboard shortcuts");
  heading.id = "shortcuts-heading";
  dialog.setAttribute("aria-labelledby", heading.id);
  const rows = make("dl");
  for (const [key, label] of keysOfThisPage()) {
    rows.append(make("dt", "", make("kbd", key)), make("dd", label));
  }
  const box = make("input");
  box.type = "checkbox";
  box.id = "single-keys";
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
  const label = make("label", "Single keys work on every page");
  label.htmlFor = box.id;
  const choice = make("div", "", box, label);
  choice.className = "choice";
  const close = make("button", "Close");
  close.type = "button";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(heading, rows, choice, close);
  document.body.append(dialog);
  dialog.showModal();
}

function press(key) {
  const element = [...document.querySelectorAll("[data-key]")].find(
    (one) => one.dataset.key === key && !one.disabled && one.checkVisibility());
  if (!element) {
    return false;
  }
  if (element.matches("input, select, textarea")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!isPlain || !isOn() || isTyping(event.target) || document.querySelector("dialog[open]")) {
    return;
  }
  if (event.key === "?") {
    list();
    event.preventDefault();
  } else if (performance.now() < goUntil) {
    goUntil = 0;
    document.querySelector(`[data-go="${CSS.escape(event.key)}"]`)?.click();
    event.preventDefault();
  } else if (event.key === "g") {
    goUntil = performance.now() + 1500;
  } else if (event.key.length === 1 && press(event.key)) {
    event.preventDefault();
  }
});

for (const button of document.querySelectorAll("[data-shortcuts]")) {
  button.hidden = false;
  button.addEventListener("click", list);
}
