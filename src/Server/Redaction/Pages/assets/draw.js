// Draws a box on the page, or moves one: by mouse, or by keys with the same steps. The form that it fills does the rest.
import { take } from "./take.js";

const form = document.querySelector("[data-draw]");
const over = document.querySelector("[data-over]");
const handle = form.querySelector("[data-handle]");
const title = form.querySelector("[data-draw-title]");
const SPACE = "http://www.w3.org/2000/svg";
const STEP = 100; // five points
const FINE = 20; // one point
const LEAST = 40;
const { width, height } = over ? over.viewBox.baseVal : { width: 0, height: 0 };
let shape = null;
let area = null;
let from = null;
let back = null;

const limit = (value, most) => Math.round(Math.min(Math.max(value, 0), most));

function show(next) {
  area = {
    left: limit(next.left, width - LEAST),
    top: limit(next.top, height - LEAST),
    right: limit(next.right, width),
    bottom: limit(next.bottom, height),
  };
  area.right = Math.max(area.right, area.left + LEAST);
  area.bottom = Math.max(area.bottom, area.top + LEAST);
  shape.setAttribute("x", area.left);
  shape.setAttribute("y", area.top);
  shape.setAttribute("width", area.right - area.left);
  shape.setAttribute("height", area.bottom - area.top);
  for (const [name, value] of Object.entries(area)) {
    form.elements[name].value = value;
  }
}

function open(name, box) {
  back = document.activeElement;
  title.textContent = name;
  handle.setAttribute("aria-label", name);
  form.elements.box.value = box ?? "";
  form.querySelectorAll("[data-draw-kind]").forEach((one) => { one.hidden = box !== null; });
  form.hidden = false;
  handle.focus();
}

function draw(first, name, box) {
  drop();
  shape = document.createElementNS(SPACE, "rect");
  shape.classList.add("box", "drawing");
  over.append(shape);
  show(first);
  open(name, box);
  shape.scrollIntoView({ block: "nearest" });
}

function drop() {
  shape?.remove();
  shape = area = null;
  form.hidden = true;
  form.reset();
  back?.focus();
  back = null;
}

export const isDrawing = () => !form.hidden;

export function begin(row) {
  if (!over) {
    if (take(form)) { open("Selected text", null); }
    return;
  }
  const old = row && over.querySelector(`[data-box="${row.dataset.row}"]`);
  if (old) {
    const number = (name) => Number(old.getAttribute(name));
    draw({ left: number("x"), top: number("y"), right: number("x") + number("width"), bottom: number("y") + number("height") },
      "Move the box", row.dataset.row);
  } else {
    draw({ left: width * 0.35, top: height * 0.45, right: width * 0.65, bottom: height * 0.48 }, "New box", null);
  }
}

function onKey(event) {
  const step = event.altKey ? FINE : STEP;
  const [x, y] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [0, 0];
  if (event.key === "Escape") {
    drop();
  } else if (event.key === "Enter" && event.target === handle) {
    form.requestSubmit();
  } else if (area && event.target === handle && (x || y)) {
    const grows = event.shiftKey;
    show({
      left: area.left + (grows ? 0 : x), top: area.top + (grows ? 0 : y), right: area.right + x, bottom: area.bottom + y,
    });
  } else {
    return;
  }
  event.preventDefault();
}

function place(event) {
  const box = over.getBoundingClientRect();
  return { x: (event.clientX - box.left) / box.width * width, y: (event.clientY - box.top) / box.height * height };
}

function onDrag(event) {
  const to = place(event);
  if (!from || Math.hypot(to.x - from.x, to.y - from.y) < LEAST) {
    return;
  }
  const next = {
    left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), right: Math.max(from.x, to.x), bottom: Math.max(from.y, to.y),
  };
  if (shape) { show(next); } else { draw(next, "New box", null); }
}

form.addEventListener("keydown", onKey);
form.querySelector("[data-drop-box]").addEventListener("click", drop);
over?.addEventListener("pointerdown", (event) => {
  if (event.button === 0) {
    event.preventDefault();
    drop();
    from = place(event);
    over.setPointerCapture(event.pointerId);
  }
});
over?.addEventListener("pointermove", onDrag);
over?.addEventListener("pointerup", (event) => {
  const box = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.matches("rect[data-box]"))?.dataset.box;
  if (from && !shape && box) {
    document.querySelector(`[data-row="${box}"]`)?.focus(); // a click chooses
  }
  from = null;
});
