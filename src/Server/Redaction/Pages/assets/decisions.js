// Sends what is decided, one after the other: each on the version that the one before it has made.
const root = document.querySelector("[data-review]");
let version = root.dataset.version;
let sending = Promise.resolve();
let waiting = 0;

export const isWaiting = () => waiting > 0;

export const newest = () => version;

// Does something once all that was sent before is in.
export const afterwards = (work) => sending.then(work);

async function ask(rule) {
  const answer = await fetch(`/api/v1/documents/${root.dataset.review}/boxes`, {
    method: "PATCH",
    headers: { "Content-Type": "application/json", "If-Match": `"${version}"` },
    body: JSON.stringify({ decisions: [rule] }),
  });
  if (!answer.ok) {
    throw new Error("refused");
  }
  await answer.text(); // what nobody reads keeps its connection
  version = answer.headers.get("ETag").replaceAll('"', "");
  document.querySelectorAll("[data-versioned]").forEach((field) => { field.value = version; });
}

export function send(rule) {
  waiting += 1;
  // Whoever decides at the same time was faster, or the session is over: the page tells how it stands.
  sending = sending.then(() => ask(rule)).then(
    () => { waiting -= 1; },
    () => location.reload());
}
