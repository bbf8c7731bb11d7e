// Joining with a passkey: the code of the invitation, a challenge, the device's answer; then the recovery codes, once.
const section = document.querySelector("[data-join]");
const PATH = "/api/v1/invitations/passkeys";

async function post(path, body) {
  const response = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.detail ?? "That did not work. Nothing was changed; try again.");
  }
  return answer;
}

async function join() {
  const { code } = section.dataset;
  const { ceremony, options } = await post(`${PATH}/challenges`, { code });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  const name = section.querySelector("[name=passkeyName]").value.trim() || "Passkey";
  const joined = await post(PATH, { code, ceremony, name, credential: credential.toJSON() });
  show(joined.recoveryCodes);
}

function show(codes) {
  const kept = document.querySelector("[data-kept]");
  kept.querySelector("ol").replaceChildren(...codes.map((code) => {
    const item = document.createElement("li");
    item.textContent = code;
    return item;
  }));
  section.hidden = true;
  document.querySelector("[data-otherwise]").hidden = true;
  kept.hidden = false;
  kept.querySelector("h2").focus();
}

if (section && window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  section.hidden = false;
  const button = section.querySelector("button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await join();
    } catch (failure) {
      section.querySelector("[role=status]").textContent = failure instanceof DOMException
        ? "No passkey was made. You can try again, or use a password below." : failure.message;
    } finally {
      button.disabled = false;
    }
  });
}
