// The list of boxes: which one has the focus, what is decided about each, and the same on the page.
import { grip } from "./sheet.js";

const root = document.querySelector("[data-review]");
const copy = document.querySelector("[data-copy]");
const said = root.querySelector("[data-said]");
const WORDS = { accepted: "Accepted", rejected: "Rejected", undecided: "To decide" };
const BADGES = { accepted: "accepted", rejected: "rejected", undecided: "warn" };
const rows = [...root.querySelectorAll("[data-row]")];
let left = Number(root.dataset.undecided);
let current = rows.find((row) => row.tabIndex === 0);

export const focused = () => current;
export const rowOf = (box) => rows.find((row) => row.dataset.row === box);
export const near = (row, step) => rows[rows.indexOf(row) + step];
export const shapes = (row) => root.querySelectorAll(`[data-box="${row.dataset.row}"]`);
const labelOf = (row) => row.querySelector("strong").firstChild.textContent;
export const say = (sentence) => { said.textContent = sentence; };

export function choose(row, isToBeSeen = true) {
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
  grip(row.dataset.drawn ? shapes(row)[0] : null);
  if (isToBeSeen) {
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    shapes(row)[0]?.scrollIntoView({ block: "nearest" });
  }
}

export function show(row, decision) {
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
  say(`${labelOf(row)} ${decision}. ${left === 0 ? "Nothing left." : `${left} left.`}`);
  copy.disabled = left > 0;
}

// To the next box that is open; false where this page has none.
export function goOn(row) {
  const isOpen = (one) => one.dataset.decision === "undecided";
  const next = rows.slice(rows.indexOf(row) + 1).find(isOpen) ?? rows.find(isOpen);
  if (next) {
    choose(next);
  } else if (left === 0) {
    copy.focus();
  }
  return next !== undefined || left === 0;
}
