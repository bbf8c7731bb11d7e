// The owner's first passkeys: the page holds the server's options; the answer goes back in the form.
const form = document.querySelector("[data-first-passkey]");

async function make(event) {
  event.preventDefault();
  const status = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const options = JSON.parse(form.querySelector("script").textContent);
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = await navigator.credentials.create({ publicKey });
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch (failure) {
    status.textContent = {
      NotAllowedError: "No passkey was made. You can try again.",
      InvalidStateError: "This device has a passkey for you already. Use another one.",
      SecurityError: "This address and its certificate do not allow passkeys. Trust the certificate first, or go on without.",
    }[failure.name] ?? "The passkey could not be made here. You can try again, or go on without.";
    button.disabled = false;
  }
}

if (form && window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  form.hidden = false;
  form.addEventListener("submit", make);
}
