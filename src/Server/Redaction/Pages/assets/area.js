// Areas of a page, in its own units: moved, sized and drawn so that they stay on the page and never vanish.
export const LEAST = 40; // two points

const within = (value, least, most) => Math.round(Math.min(Math.max(value, least), most));

export function moved(area, x, y, page) {
  const right = within(x, -area.left, page.width - area.right);
  const down = within(y, -area.top, page.height - area.bottom);
  return { left: area.left + right, top: area.top + down, right: area.right + right, bottom: area.bottom + down };
}

// The sides are letters of the compass: "n", "se"…
export function sized(area, sides, x, y, page) {
  const next = { ...area };
  if (sides.includes("w")) { next.left = within(area.left + x, 0, area.right - LEAST); }
  if (sides.includes("e")) { next.right = within(area.right + x, area.left + LEAST, page.width); }
  if (sides.includes("n")) { next.top = within(area.top + y, 0, area.bottom - LEAST); }
  if (sides.includes("s")) { next.bottom = within(area.bottom + y, area.top + LEAST, page.height); }
  return next;
}

export function between(one, other, page) {
  const left = within(Math.min(one.x, other.x), 0, page.width - LEAST);
  const top = within(Math.min(one.y, other.y), 0, page.height - LEAST);
  return {
    left,
    top,
    right: within(Math.max(one.x, other.x), left + LEAST, page.width),
    bottom: within(Math.max(one.y, other.y), top + LEAST, page.height),
  };
}

// What of an area a place takes hold of: sides, "move" for its middle, or nothing. Small areas keep a middle.
export function hold(area, at, reach, outside) {
  const across = Math.min(reach, (area.right - area.left) / 4);
  const along = Math.min(reach, (area.bottom - area.top) / 4);
  if (at.x < area.left - outside || at.x > area.right + outside || at.y < area.top - outside || at.y > area.bottom + outside) {
    return null;
  }
  const north = at.y < area.top + along ? "n" : at.y > area.bottom - along ? "s" : "";
  const west = at.x < area.left + across ? "w" : at.x > area.right - across ? "e" : "";
  return north + west || "move";
}
