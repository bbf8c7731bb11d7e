// Passkeys: asks the server for a challenge, the passkey for its answer, and sends that back.
// <div data-passkey="PATH" data-done="/page" hidden> holds one button and one status line; it shows itself where passkeys work.
const WAIT = 4 * 60 * 1000; // a challenge is good for five minutes
let waiting = null;

async function post(path, body) {
  const response = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  const answer = response.status === 204 ? {} : await response.json();
  if (!response.ok) {
    const back = encodeURIComponent(location.pathname);
    const elsewhere = {
      "step-up-required": `/step-up?back=${back}`, locked: `/lock?back=${back}`, "not-logged-in": `/log-in?back=${back}`,
    }[answer.code];
    if (elsewhere) {
      location.assign(elsewhere);
    }
    throw new Error(answer.detail ?? "That did not work. Nothing was changed; try again.");
  }
  return answer;
}

const fields = (element) => element.dataset.fields === undefined ? {} : {
  name: element.querySelector("[name=name]").value,
  intent: element.querySelector("[name=intent]").checked,
  shown: true,
};

async function register(element) {
  const path = element.dataset.passkey;
  const { ceremony, options } = await post(`${path}/registrations`, {});
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  await post(path, { ceremony, name: element.querySelector("[name=name]").value, credential: credential.toJSON() });
  return element.dataset.done;
}

async function answer(element, how = {}) {
  const path = element.dataset.passkey;
  const { ceremony, options } = await post(`${path}/challenges`, element.dataset.fields === undefined ? undefined : fields(element));
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey, ...how });
  const result = await post(path, { ceremony, credential: credential.toJSON() });
  return element.dataset.done.replace("{receipt}", result.receipt ?? "");
}

// What a person is told: the server's sentence, or that nothing was chosen.
function say(element, failure) {
  element.querySelector("[role=status]").textContent = failure instanceof DOMException
    ? { NotAllowedError: "No passkey was used. You can try again.", InvalidStateError: "This device has a passkey for you already." }[failure.name]
      ?? "The passkey could not be used here."
    : failure.message;
}

async function press(element, button) {
  if (element.matches("form") && !element.reportValidity()) {
    return;
  }
  waiting?.abort();
  button.disabled = true;
  try {
    location.assign(await (element.dataset.register === undefined ? answer(element) : register(element)));
  } catch (failure) {
    say(element, failure);
  } finally {
    button.disabled = false;
  }
}

// The browser offers passkeys in the e-mail field; asked anew before the challenge is too old.
async function offer(element) {
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    return;
  }
  waiting = new AbortController();
  const { signal } = waiting;
  const timer = setTimeout(() => { waiting.abort(); offer(element); }, WAIT);
  try {
    location.assign(await answer(element, { mediation: "conditional", signal }));
  } catch (failure) {
    if (!(failure instanceof DOMException)) {
      say(element, failure);
    }
    if (signal.aborted) {
      clearTimeout(timer);
    }
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const element of document.querySelectorAll("[data-passkey]")) {
    element.hidden = false;
    const button = element.querySelector("button[type=button]");
    if (!button) {
      continue; // somebody who has no passkey yet
    }
    button.hidden = false;
    button.addEventListener("click", () => press(element, button));
    if (element.dataset.conditional !== undefined) {
      offer(element);
    }
  }
}
