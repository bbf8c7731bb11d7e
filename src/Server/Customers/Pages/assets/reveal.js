// Shows values for a while and masks them again: after the time, with Shift Esc, and at once when the page is left.
import { byCode, byPasskey, post } from "./stepup.js";
import { valueLines, Ring } from "./shown.js";

const form = document.querySelector("form[data-reveal]");
const dialog = document.querySelector("#why");
const slot = (name) => document.querySelector(`[data-slot="${name}"]`);
const path = `customers/${form.dataset.code}/reveals`;
const open = new Map();
let recent = { purpose: form.dataset.purpose, case: form.dataset.case, until: Number(form.dataset.until ?? 0) };
let asked = null;

function say(text) {
  slot("status").textContent = text;
}

function mask(line) {
  const shown = open.get(line);
  if (shown) {
    clearInterval(shown.tick);
    shown.parts.forEach((part) => part.remove());
    line.classList.remove("open");
    line.querySelector(".mask").hidden = false;
    shown.button.hidden = false;
    open.delete(line);
  }
}

function maskAll() {
  [...open.keys()].forEach(mask);
}

function make(text, key, label, click) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.dataset.key = key;
  button.dataset.keyLabel = label;
  button.addEventListener("click", click);
  return button;
}

function show(button, value, answer) {
  const line = button.closest("li");
  const had = line.contains(document.activeElement) || document.activeElement === document.body;
  mask(line);
  const text = document.createElement("span");
  text.className = "shown";
  text.textContent = valueLines(value).join("\n");
  const ring = new Ring(Number(form.dataset.seconds));
  const hide = make("Hide", "h", "Hide the value", () => { mask(line); button.focus(); });
  const more = make("+1 min", "+", "Another minute", async () => {
    const extended = await post(`${path}/${answer.entry}/extensions`);
    if (extended.ok) { ring.add(60); say("Another minute."); } else { say(extended.body.detail); }
  });
  const copy = make("Copy", "c", "Copy the value", async () => {
    await navigator.clipboard.writeText(text.textContent);
    await post(`${path}/${answer.entry}/copies`);
    say("Copied; that is written to the log.");
  });
  line.querySelector(".mask").hidden = true;
  button.hidden = true;
  line.classList.add("open");
  line.querySelector(".field-value").append(text, ring.element);
  line.querySelector(".field-actions").append(more, copy, hide);
  const tick = setInterval(() => ring.isOver() && mask(line), 250);
  open.set(line, { tick, button, parts: [text, ring.element, more, copy, hide] });
  if (had) { hide.focus(); }
  say(`${button.dataset.label} is shown for ${form.dataset.seconds} seconds.`);
}

// The field that the person means: "s" goes to the line with the focus, else to the first one that is masked.
function ask(button, sentence) {
  asked = button;
  dialog.returnValue = "";
  slot("label").textContent = button.dataset.label;
  slot("fault").textContent = sentence ?? "";
  slot("fault").hidden = !sentence;
  if (!dialog.open) { dialog.showModal(); }
  const chosen = dialog.querySelector("[name=purpose]:checked");
  const code = dialog.querySelector("[name=code]");
  (!slot("code").hidden ? code : chosen ? dialog.querySelector(".primary") : dialog.querySelector("[name=purpose]")).focus();
}

async function reveal(button, why) {
  const body = { fields: [button.value], purpose: why.purpose, case: why.case || undefined, confirmed: why.confirmed };
  let answer = await post(path, body);
  if (answer.body.code === "step-up-required") {
    const act = { name: "reveal", customer: form.dataset.code, fields: body.fields, purpose: body.purpose };
    if (why.code) {
      const step = await byCode(why.code);
      if (!step.ok) { slot("code").hidden = false; return ask(button, step.body.detail); }
    } else if (!await byPasskey(act)) {
      slot("code").hidden = false;
      return ask(button);
    }
    answer = await post(path, body);
  }
  if (answer.status === 401 && answer.body.code !== "step-up-required") {
    location.assign(`/log-in?back=${encodeURIComponent(location.pathname)}`);
  } else if (!answer.ok) {
    dialog.dataset.confirmed = answer.body.code === "reveals-unusual" ? "1" : "";
    ask(button, answer.body.detail ?? "The server did not answer. Nothing was shown; try again.");
  } else {
    recent = { purpose: body.purpose, case: body.case, until: Date.now() + 15 * 60_000 };
    show(button, answer.body.values[button.value], answer.body);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (recent.purpose && Date.now() < recent.until) {
    reveal(button, recent);
  } else {
    ask(button);
  }
});

form.addEventListener("focusin", (event) => {
  const line = event.target.closest("li");
  form.querySelectorAll("button[name=field]").forEach((button) => {
    const isMeant = !line || line.contains(button) || line.classList.contains("open");
    if (isMeant) { button.dataset.key = "s"; } else { delete button.dataset.key; }
  });
});

dialog?.querySelector("[data-close]").addEventListener("click", () => dialog.close());
dialog?.addEventListener("close", () => {
  const fields = new FormData(dialog.querySelector("form"));
  dialog.querySelector("[name=code]").value = "";
  slot("code").hidden = true;
  if (dialog.returnValue !== "show") { asked.focus(); return; }
  const confirmed = dialog.dataset.confirmed === "1" || undefined;
  dialog.dataset.confirmed = "";
  reveal(asked, { purpose: fields.get("purpose"), case: fields.get("case"), code: fields.get("code"), confirmed });
});

addEventListener("pagehide", maskAll);
document.addEventListener("visibilitychange", () => document.hidden && maskAll());
document.addEventListener("keydown", (event) => event.key === "Escape" && event.shiftKey && maskAll());
