// Decides on boxes by single keys: the list is the control, the page shows what is decided. Each press is sent in turn.
import { begin, isDrawing } from "./draw.js";

const root = document.querySelector("[data-review]");
const rows = [...root.querySelectorAll("[data-row]")];
const copy = document.querySelector("[data-copy]");
const said = root.querySelector("[data-said]");
const preview = root.querySelector("[data-preview]");
const WORDS = { accepted: "Accepted", rejected: "Rejected", undecided: "To decide" };
const BADGES = { accepted: "accepted", rejected: "rejected", undecided: "warn" };
const DONE = { accept: "accepted", reject: "rejected", undecide: "undecided" };
let left = Number(root.dataset.undecided);
let version = root.dataset.version;
let current = rows.find((row) => row.tabIndex === 0);
let sending = Promise.resolve();
let waiting = 0;

const shapes = (row) => root.querySelectorAll(`[data-box="${row.dataset.row}"]`);
const labelOf = (row) => row.querySelector("strong").firstChild.textContent;

function choose(row, moves = true) {
  if (!row) {
    return;
  }
  if (current) {
    current.tabIndex = -1;
    shapes(current).forEach((shape) => shape.classList.remove("current"));
  }
  current = row;
  row.tabIndex = 0;
  shapes(row).forEach((shape) => shape.classList.add("current"));
  if (moves) {
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    shapes(row)[0]?.scrollIntoView({ block: "nearest" });
  }
}

function paint(row, decision) {
  left += (decision === "undecided") - (row.dataset.decision === "undecided");
  for (const one of [row, ...shapes(row)]) {
    one.classList.remove(...Object.keys(WORDS));
    one.classList.add(decision);
  }
  row.dataset.decision = decision;
  const badge = row.querySelector("[data-state]");
  badge.className = `badge ${BADGES[decision]}`;
  badge.textContent = WORDS[decision];
  const words = left === 0 ? "Everything is decided" : `${left} left to decide`;
  document.querySelector("[data-left-words]").textContent = words;
  document.querySelector("#left").textContent = words;
  said.textContent = `${labelOf(row)} ${decision}. ${left === 0 ? "Nothing left." : `${left} left.`}`;
  copy.disabled = left > 0;
}

async function send(box, decision) {
  const answer = await fetch(`/api/v1/documents/${root.dataset.review}/boxes`, {
    method: "PATCH",
    headers: { "Content-Type": "application/json", "If-Match": `"${version}"` },
    body: JSON.stringify({ decisions: [{ box, decision }] }),
  });
  if (!answer.ok) {
    throw new Error("refused");
  }
  version = answer.headers.get("ETag").replaceAll('"', "");
  document.querySelectorAll("[data-versioned]").forEach((field) => { field.value = version; });
}

function decide(row, decision) {
  paint(row, DONE[decision]);
  waiting += 1;
  // Whoever decides at the same time was faster, or the session is over: the page tells how it stands.
  sending = sending.then(() => send(Number(row.dataset.row), decision)).then(
    () => { waiting -= 1; },
    () => location.reload());
}

function goOn(row) {
  const isOpen = (one) => one.dataset.decision === "undecided";
  const next = rows.slice(rows.indexOf(row) + 1).find(isOpen) ?? rows.find(isOpen);
  if (next) {
    choose(next);
  } else if (left === 0) {
    copy.focus();
  } else {
    sending.then(() => location.assign(location.pathname)); // the first page with something left
  }
}

const TOOLS = {
  accept: () => { decide(current, "accept"); goOn(current); },
  reject: () => { decide(current, "reject"); goOn(current); },
  undo: () => { decide(current, "undecide"); choose(current); },
  next: () => choose(rows[rows.indexOf(current) + 1]),
  before: () => choose(rows[rows.indexOf(current) - 1]),
};

root.querySelector("[data-tools]").hidden = false;
root.querySelector("[data-tools]").addEventListener("click", (event) => {
  const tool = event.target.closest("button")?.dataset.tool;
  if (tool === "new") {
    begin(null);
  } else if (tool === "move") {
    if (current?.dataset.drawn) { begin(current); } else { said.textContent = "Only a drawn box moves. Reject this one and draw another."; }
  } else if (current && !isDrawing()) {
    TOOLS[tool]?.();
  }
});

root.addEventListener("keydown", (event) => {
  const step = { ArrowDown: "next", ArrowUp: "before" }[event.key];
  if (step && event.target.matches("[data-row]")) {
    event.preventDefault();
    TOOLS[step]();
  }
});

root.addEventListener("focusin", (event) => choose(event.target.closest("[data-row]"), false));
root.addEventListener("click", (event) => {
  const shape = event.target.closest("mark[data-box]");
  choose(shape && rows.find((row) => row.dataset.row === shape.dataset.box));
});

preview?.addEventListener("click", (event) => {
  event.preventDefault();
  const picture = root.querySelector("[data-picture]");
  const isBurnt = picture.classList.toggle("burnt");
  const image = picture.querySelector("img");
  sending.then(() => { image.src = isBurnt ? `${image.dataset.burnt}&version=${version}` : image.dataset.plain; });
  preview.querySelector("span").textContent = isBurnt ? "Show the boxes" : "Preview";
  said.textContent = isBurnt ? "As the copy will look." : "As it came, with the boxes.";
});

// What is pressed while decisions are still on their way waits for them.
document.addEventListener("submit", (event) => {
  const [act, box] = (event.submitter?.value ?? "").split("-");
  const decision = { accept: "accept", reject: "reject", undo: "undecide" }[act];
  const row = event.target.matches("[data-decide]") && rows.find((one) => one.dataset.row === box);
  if (decision && row) {
    event.preventDefault();
    decide(row, decision);
    goOn(row);
  } else if (waiting > 0) {
    event.preventDefault();
    sending.then(() => event.target.requestSubmit(event.submitter));
  }
}, true);

current?.focus();
