// Follows the jobs of a page while they go on. Without it the page offers a link that loads it again.
const number = new Intl.NumberFormat("en");
const MOST = 4; // a stream is a connection, and a browser has few of them for one host
const SAY_EVERY = 4000; // a screen reader is told now and then, not at each row

function words(done, total) {
  if (total > 0) {
    return `${number.format(done)} of ${number.format(total)}`;
  }
  return done > 0 ? `${number.format(done)} so far` : "Beginning…";
}

function follow(box) {
  const bar = box.querySelector("progress");
  const text = box.querySelector("[data-job-words]");
  let said = 0;
  const source = new EventSource(box.dataset.job);
  source.addEventListener("open", () => offerRefresh(false));
  source.addEventListener("job", (event) => {
    const job = JSON.parse(event.data);
    if (job.total > 0) {
      bar.max = job.total;
      bar.value = Math.min(job.done, job.total);
    }
    if (performance.now() - said > SAY_EVERY) {
      said = performance.now();
      text.textContent = words(job.done, job.total);
    }
  });
  source.addEventListener("end", () => {
    source.close();
    location.reload();
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) {
      offerRefresh(true);
    }
  });
}

function offerRefresh(isNeeded) {
  for (const link of document.querySelectorAll("[data-refresh]")) {
    link.hidden = !isNeeded;
  }
}

[...document.querySelectorAll("[data-job]")].slice(0, MOST).forEach(follow);
