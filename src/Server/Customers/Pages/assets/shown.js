// A value in the lines that people read, and the ring that says how long it stays.
const ORDER = ["lines", "city", "region", "postalCode", "country", "number", "expiry", "account", "routing"];
const SVG = "http://www.w3.org/2000/svg";
const AROUND = 2 * Math.PI * 9;

export function valueLines(value) {
  if (value === undefined) {
    return ["The customer has no such field."];
  }
  return typeof value === "string" ? [value] : ORDER.flatMap((part) => value[part] ?? []);
}

function circle(name) {
  const one = document.createElementNS(SVG, "circle");
  for (const [key, at] of Object.entries({ cx: 12, cy: 12, r: 9, class: name, transform: "rotate(-90 12 12)" })) {
    one.setAttribute(key, at);
  }
  return one;
}

export class Ring {
  constructor(seconds) {
    this.end = performance.now() + seconds * 1000;
    this.whole = seconds;
    this.element = document.createElement("span");
    this.element.className = "ring";
    this.element.setAttribute("role", "timer");
    const picture = document.createElementNS(SVG, "svg");
    picture.setAttribute("viewBox", "0 0 24 24");
    picture.setAttribute("aria-hidden", "true");
    this.left = circle("left");
    this.left.setAttribute("stroke-dasharray", AROUND);
    picture.append(circle("all"), this.left);
    this.text = document.createElement("span");
    this.element.append(picture, this.text);
    this.isOver();
  }

  add(seconds) {
    this.end += seconds * 1000;
    this.whole = Math.max(this.whole, (this.end - performance.now()) / 1000);
    this.isOver();
  }

  // Draws what is left, and says whether nothing is.
  isOver() {
    const left = Math.max(0, (this.end - performance.now()) / 1000);
    this.left.setAttribute("stroke-dashoffset", AROUND * (1 - left / this.whole));
    this.text.textContent = `${Math.ceil(left)} s`;
    return left <= 0;
  }
}
