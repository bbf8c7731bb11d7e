// Decides on boxes by single keys: the list is the control, the page shows what is decided.
import { afterwards, isWaiting, newest, send } from "./decisions.js";
import { watch } from "./drag.js";
import { begin, drop, end, isDrawing } from "./draw.js";
import { choose, focused, goOn, near, rowOf, say, shapes, show } from "./rows.js";
import { areaOf, paint } from "./sheet.js";

const root = document.querySelector("[data-review]");
const tools = root.querySelector("[data-tools]");
const preview = root.querySelector("[data-preview]");
const DONE = { accept: "accepted", reject: "rejected", undecide: "undecided" };
const moves = new Map(); // row → the areas that it was moved from since it was decided on

function decide(row, decision) {
  moves.delete(row);
  show(row, DONE[decision]);
  send({ box: Number(row.dataset.row), decision });
}

function decideAndGoOn(row, decision) {
  decide(row, decision);
  if (!goOn(row)) {
    afterwards(() => location.assign(location.pathname)); // the first page with something left
  }
}

function put(row, area) {
  paint(shapes(row)[0], area);
  send({ box: Number(row.dataset.row), move: { area } });
}

function move(row, area, before) {
  moves.set(row, [...moves.get(row) ?? [], before]);
  put(row, area);
  say("Moved. U moves it back.");
}

function undo(row) {
  const before = moves.get(row)?.pop();
  if (before) {
    put(row, before);
    say("Moved back.");
  } else {
    decide(row, "undecide");
  }
  choose(row);
}

const TOOLS = {
  accept: (row) => decideAndGoOn(row, "accept"),
  reject: (row) => decideAndGoOn(row, "reject"),
  undo,
  next: (row) => choose(near(row, 1)),
  before: (row) => choose(near(row, -1)),
};

tools.hidden = false;
tools.addEventListener("click", (event) => {
  const tool = event.target.closest("button")?.dataset.tool;
  const row = focused();
  if (tool === "new") {
    begin(null);
  } else if (tool === "move") {
    if (row?.dataset.drawn) { begin(row); } else { say("Only a drawn box moves. Reject this one and draw another."); }
  } else if (row && !isDrawing()) {
    TOOLS[tool]?.(row);
  }
});

root.addEventListener("keydown", (event) => {
  const step = { ArrowDown: "next", ArrowUp: "before" }[event.key];
  if (step && event.target.matches("[data-row]")) {
    event.preventDefault();
    TOOLS[step](event.target);
  }
});

root.addEventListener("focusin", (event) => choose(event.target.closest("[data-row]"), false));
root.addEventListener("click", (event) => choose(rowOf(event.target.closest("mark[data-box]")?.dataset.box)));
watch({
  take: (box) => rowOf(box).focus({ preventScroll: true }),
  choose: (box) => choose(rowOf(box)),
  move: (box, area, before) => move(rowOf(box), area, before),
});

preview?.addEventListener("click", (event) => {
  event.preventDefault();
  const picture = root.querySelector("[data-picture]");
  const isBurnt = picture.classList.toggle("burnt");
  const image = picture.querySelector("img");
  afterwards(() => { image.src = isBurnt ? `${image.dataset.burnt}&version=${newest()}` : image.dataset.plain; });
  preview.querySelector("span").textContent = isBurnt ? "Show the boxes" : "Preview";
  say(isBurnt ? "As the copy will look." : "As it came, with the boxes.");
});

// The form of a drawn box that is moved is sent as a decision, and the page stays as it is.
function takeMove(form) {
  const moved = form.matches("[data-draw]") && end();
  if (!moved) {
    return false;
  }
  const row = rowOf(moved.box);
  drop();
  move(row, moved.area, areaOf(shapes(row)[0]));
  choose(row);
  return true;
}

// What is pressed while decisions are still on their way waits for them.
document.addEventListener("submit", (event) => {
  const [act, box] = (event.submitter?.value ?? "").split("-");
  const tool = ["accept", "reject", "undo"].includes(act) && TOOLS[act];
  const row = event.target.matches("[data-decide]") && rowOf(box);
  if (tool && row) {
    event.preventDefault();
    tool(row);
  } else if (takeMove(event.target)) {
    event.preventDefault();
  } else if (isWaiting()) {
    event.preventDefault();
    afterwards(() => event.target.requestSubmit(event.submitter));
  }
}, true);

choose(focused(), false);
focused()?.focus();
