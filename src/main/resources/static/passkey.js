// Passkeys: a button makes one, another signs in with one. Without this script there are password and code.
(() => {
  'use strict';
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  async function send(form, path, body) {
    const token = form.querySelector('input[name=_csrf]').value;
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token },
      body: body === undefined ? '{}' : JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return answer.json();
  }

  function shown(credential, response) {
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
      clientExtensionResults: {},
      response,
    };
  }

  async function create(form) {
    const options = await send(form, form.dataset.options);
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    (options.excludeCredentials || []).forEach((one) => { one.id = bytes(one.id); });
    delete options.extensions;
    const made = await navigator.credentials.create({ publicKey: options });
    const label = form.querySelector('input[name=label]').value;
    return send(form, form.action + '?label=' + encodeURIComponent(label), shown(made, {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    }));
  }

  async function ask(form) {
    const options = await send(form, form.dataset.options);
    options.challenge = bytes(options.challenge);
    options.allowCredentials = [];
    delete options.extensions;
    const found = await navigator.credentials.get({ publicKey: options });
    return send(form, form.action, shown(found, {
      authenticatorData: text(found.response.authenticatorData),
      clientDataJSON: text(found.response.clientDataJSON),
      signature: text(found.response.signature),
      userHandle: found.response.userHandle ? text(found.response.userHandle) : undefined,
    }));
  }

  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    if (!window.PublicKeyCredential) {
      return;
    }
    form.hidden = false;
    const problem = form.querySelector('[role=alert]');
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      problem.textContent = '';
      try {
        const answer = await (form.dataset.passkey === 'create' ? create(form) : ask(form));
        window.location.assign(answer.next);
      } catch (refused) {
        problem.textContent = form.dataset.refused;
      }
    });
  });
})();
