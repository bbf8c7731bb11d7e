// The page's picture with the boxes over it; everything in the page's own units. Nothing of it is there for a text.
export const over = document.querySelector("[data-over]");
export const page = over ? over.viewBox.baseVal : { width: 0, height: 0 };
const grips = over?.querySelector("[data-grips]");
let held = null;

const number = (shape, name) => Number(shape.getAttribute(name));

export function areaOf(shape) {
  const [left, top] = [number(shape, "x"), number(shape, "y")];
  return { left, top, right: left + number(shape, "width"), bottom: top + number(shape, "height") };
}

export function paint(shape, area) {
  shape.setAttribute("x", Math.round(area.left));
  shape.setAttribute("y", Math.round(area.top));
  shape.setAttribute("width", Math.round(area.right - area.left));
  shape.setAttribute("height", Math.round(area.bottom - area.top));
  if (shape === held) {
    grip(shape);
  }
}

// Shows where a box can be taken hold of: dots of one size at its corners, however large the page is shown.
export function grip(shape) {
  held = shape ?? null;
  const { left, top, right, bottom } = held ? areaOf(held) : {};
  const corners = held ? [[left, top], [right, top], [right, bottom], [left, bottom]] : [];
  grips?.setAttribute("d", corners.map(([x, y]) => `M${x} ${y}h.01`).join(""));
}

// Puts a new box on the page, under the dots.
export function put(shape) {
  over.insertBefore(shape, grips);
  grip(shape);
}

// Where on the page a pointer is, and how many units one pixel is.
export function placeOf(event) {
  const box = over.getBoundingClientRect();
  const unit = page.width / box.width;
  return { x: (event.clientX - box.left) * unit, y: (event.clientY - box.top) * unit, unit };
}
