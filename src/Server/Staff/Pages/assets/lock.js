// Locks the screen after the minutes that nobody used it, in every tab at once; the server locks the session.
const after = Number(document.querySelector('meta[name="lock-minutes"]').content) * 60 * 1000;
const tabs = new BroadcastChannel("strongroom-screen");
const TELL = 5000;
let used = Date.now();
let isLocking = false;

function leave() {
  // Nothing shown may stay on the screen while the next page comes.
  document.body.replaceChildren();
  location.replace(`/lock?back=${encodeURIComponent(location.pathname)}`);
}

async function lock() {
  if (isLocking) {
    return;
  }
  isLocking = true;
  document.body.replaceChildren();
  try {
    await fetch("/api/v1/sessions/current/locks", { method: "POST", keepalive: true });
  } finally {
    tabs.postMessage("locked");
    leave();
  }
}

function check() {
  if (Date.now() - used >= after) {
    lock();
  }
}

function use() {
  const now = Date.now();
  check(); // after a sleep the first movement must not count as use
  if (now - used > TELL) {
    tabs.postMessage("used");
  }
  used = now;
}

tabs.addEventListener("message", (event) => {
  if (event.data === "used") {
    used = Date.now();
  } else if (!isLocking) {
    isLocking = true;
    leave();
  }
});

for (const name of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
  addEventListener(name, use, { passive: true });
}
document.addEventListener("visibilitychange", check);
setInterval(check, 1000);
