// Draws a box on the page, or moves one, by keys; drag.js does the same by mouse. The form that it fills does the rest.
import { moved, sized } from "./area.js";
import { areaOf, grip, over, page, paint, put } from "./sheet.js";
import { take } from "./take.js";

const form = document.querySelector("[data-draw]");
const handle = form.querySelector("[data-handle]");
const title = form.querySelector("[data-draw-title]");
const SPACE = "http://www.w3.org/2000/svg";
const STEP = 100; // five points
const FINE = 20; // one point
let shape = null;
let back = null;

export const isDrawing = () => !form.hidden;

// The box that is being drawn or moved; null where there is none.
export const drawn = () => shape;

export function change(area) {
  paint(shape, area);
  for (const [name, value] of Object.entries(area)) {
    form.elements[name].value = value;
  }
}

export function sketch(area) {
  drop();
  shape = document.createElementNS(SPACE, "rect");
  shape.classList.add("box", "drawing");
  put(shape);
  change(area);
}

export function open(name, box) {
  back = document.activeElement;
  title.textContent = name;
  handle.setAttribute("aria-label", name);
  form.elements.box.value = box ?? "";
  form.querySelectorAll("[data-draw-kind]").forEach((one) => { one.hidden = box !== null; });
  form.hidden = false;
  handle.focus();
}

export function drop() {
  shape?.remove();
  shape = null;
  grip(over?.querySelector(".movable.current"));
  form.hidden = true;
  form.reset();
  back?.focus();
  back = null;
}

export function begin(row) {
  if (!over) {
    if (take(form)) { open("Selected text", null); }
    return;
  }
  const old = row && over.querySelector(`[data-box="${row.dataset.row}"]`);
  const { width, height } = page;
  sketch(old ? areaOf(old) : { left: width * 0.35, top: height * 0.45, right: width * 0.65, bottom: height * 0.48 });
  open(old ? "Move the box" : "New box", old ? row.dataset.row : null);
  shape.scrollIntoView({ block: "nearest" });
}

// Ends the moving of a box: its number and where it is to go; null where the form is about a new one.
export function end() {
  const box = form.elements.box.value;
  const area = shape && areaOf(shape);
  return box && area ? { box, area } : null;
}

function onKey(event) {
  const step = event.altKey ? FINE : STEP;
  const [x, y] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [0, 0];
  if (event.key === "Escape") {
    drop();
  } else if (event.key === "Enter" && event.target === handle) {
    form.requestSubmit();
  } else if (shape && event.target === handle && (x || y)) {
    change(event.shiftKey ? sized(areaOf(shape), "se", x, y, page) : moved(areaOf(shape), x, y, page));
  } else {
    return;
  }
  event.preventDefault();
}

form.addEventListener("keydown", onKey);
form.querySelector("[data-drop-box]").addEventListener("click", drop);
