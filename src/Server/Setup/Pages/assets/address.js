// Says while somebody types whether passkeys will work under that host. The server says the same without script.
const host = document.querySelector("[data-host]");
const verdict = document.querySelector("[data-verdict]");
const button = document.querySelector("[data-check]");

function isAddress(text) {
  const bare = text.trim().replace(/^https:\/\//i, "").replace(/\/$/, "");
  return /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/.test(bare) || /^\[[0-9a-f:.]+\](:\d+)?$/i.test(bare);
}

function show() {
  const badge = document.createElement("span");
  const bad = isAddress(host.value);
  badge.className = bad ? "badge warn" : "badge good";
  badge.textContent = bad
    ? "Passkeys will work here: no, because this is an IP address"
    : "Passkeys will work here: yes";
  verdict.replaceChildren(...(host.value.trim() ? [badge] : []));
}

if (host && verdict && button) {
  button.remove(); // it would take the Enter key
  host.addEventListener("input", show);
  show();
}
