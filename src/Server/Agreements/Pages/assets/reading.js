// How far the text has been read, for information only: nothing depends on it.
const bar = document.querySelector("[data-reading]");
const text = document.querySelector("[data-text]");
const progress = bar.querySelector("progress");

function show() {
  const { top, height } = text.getBoundingClientRect();
  const read = Math.min(1, Math.max(0, (innerHeight - top) / height));
  progress.value = Math.round(read * 100);
  bar.querySelector("span").textContent = `${progress.value} %`;
}

bar.hidden = false;
addEventListener("scroll", show, { passive: true });
addEventListener("resize", show);
show();
