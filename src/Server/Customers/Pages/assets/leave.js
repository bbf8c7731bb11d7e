// The page version of a reveal goes back to the masks as soon as somebody leaves it, not only after a minute.
const shown = document.querySelector("[data-leave]");

function leave() {
  for (const value of shown.querySelectorAll(".shown")) {
    value.remove();
  }
  location.replace(shown.dataset.leave);
}

addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => document.hidden && leave());
document.addEventListener("keydown", (event) => event.key === "Escape" && event.shiftKey && leave());
