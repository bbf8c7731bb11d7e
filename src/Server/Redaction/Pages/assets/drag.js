// The mouse, a pen or a finger on the page: draws a box, moves one, sizes it at its edges. Escape takes it back.
import { between, hold, moved, sized } from "./area.js";
import { change, drawn, drop, isDrawing, open, sketch } from "./draw.js";
import { areaOf, over, page, paint, placeOf } from "./sheet.js";

const REACH = 8; // pixels around an edge
const SLACK = 4; // pixels that a hand trembles
let drag = null;
let isDragged = false; // the click that ends a drag chooses nothing

// What the pointer takes hold of: the box in hand first, then the one that has the focus, then the topmost drawn one.
function targetOf(at) {
  const current = over.querySelector(".movable.current");
  const shapes = isDrawing() ? [drawn()] : [current, ...[...over.querySelectorAll(".movable")].reverse()];
  for (const shape of shapes) {
    const outside = shape === drawn() || shape === current ? REACH * at.unit : 0;
    const grip = shape && hold(areaOf(shape), at, REACH * at.unit, outside);
    if (grip) {
      return { shape, grip };
    }
  }
  return null;
}

function begin(event, take) {
  const from = placeOf(event);
  const target = targetOf(from);
  isDragged = false;
  // A second finger, another button; and a finger beside every box scrolls.
  if (drag || !event.isPrimary || event.button !== 0 || (!target && event.pointerType === "touch")) {
    return;
  }
  event.preventDefault();
  over.setPointerCapture(event.pointerId);
  drag = { from, isMoving: false, pointer: event.pointerId, grip: "new", ...target };
  drag.before = target && areaOf(target.shape);
  if (target?.shape.dataset.box) {
    take(target.shape.dataset.box);
  }
}

function follow(event) {
  const at = placeOf(event);
  if (!drag) {
    over.dataset.grip = targetOf(at)?.grip ?? "";
    return;
  }
  const [x, y] = [at.x - drag.from.x, at.y - drag.from.y];
  if (event.pointerId !== drag.pointer || (!drag.isMoving && Math.hypot(x, y) < SLACK * at.unit)) {
    return;
  }
  isDragged = drag.isMoving = true;
  if (drag.grip === "new") {
    const area = between(drag.from, at, page);
    if (drag.shape) { change(area); } else { sketch(area); drag.shape = drawn(); }
    return;
  }
  const area = drag.grip === "move" ? moved(drag.before, x, y, page) : sized(drag.before, drag.grip, x, y, page);
  if (drag.shape === drawn()) { change(area); } else { paint(drag.shape, area); }
}

function end(event, move) {
  if (event.pointerId !== drag?.pointer) {
    return;
  }
  const { shape, grip, before, isMoving } = drag;
  drag = null;
  if (isMoving && grip === "new") {
    open("New box", null);
  } else if (isMoving && shape !== drawn()) {
    move(shape.dataset.box, areaOf(shape), before);
  }
}

function takeBack() {
  const { shape, grip, before, isMoving, pointer } = drag;
  drag = null;
  if (over.hasPointerCapture(pointer)) {
    over.releasePointerCapture(pointer);
  }
  if (isMoving && grip === "new") {
    drop();
  } else if (isMoving) {
    if (shape === drawn()) { change(before); } else { paint(shape, before); }
  }
}

// What the list does: takes the focus to a box by its number, with or without scrolling there; moves one for good.
export function watch({ take, choose, move }) {
  if (!over) {
    return;
  }
  over.addEventListener("pointerover", (event) => over.classList.toggle("pen", event.pointerType === "pen"));
  over.addEventListener("pointerdown", (event) => begin(event, take));
  over.addEventListener("pointermove", follow);
  over.addEventListener("pointerup", (event) => end(event, move));
  over.addEventListener("lostpointercapture", () => drag && takeBack());
  over.addEventListener("touchstart", (event) => drag && event.preventDefault(), { passive: false });
  over.addEventListener("click", (event) => {
    const shape = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.matches("rect[data-box]"));
    if (shape && !isDragged && !isDrawing()) {
      choose(shape.dataset.box);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (drag && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      takeBack();
    }
  }, true);
}
