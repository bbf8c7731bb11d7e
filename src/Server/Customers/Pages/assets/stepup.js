// Proves that it is still the same person: by a passkey that signs this one act, or by an authenticator's code.
export async function post(path, body) {
  const answer = await fetch(`/api/v1/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, ok: answer.ok, body: text ? JSON.parse(text) : {} };
}

// True where a passkey signed; false where there is none, or the person waved it off: then a code is asked for.
export async function byPasskey(act) {
  if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    return false;
  }
  const asked = await post("sessions/current/step-ups/passkeys/challenges", act);
  if (!asked.ok || !asked.body.options.allowCredentials?.length) {
    return false;
  }
  try {
    const credential = await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.body.options),
    });
    const answer = await post("sessions/current/step-ups/passkeys", {
      ceremony: asked.body.ceremony,
      credential: credential.toJSON(),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

export const byCode = (code) => post("sessions/current/step-ups", { code });
