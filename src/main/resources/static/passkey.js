// Passkeys: a button makes one, another signs in with one. Without this script there are password and code.
(() => {
  'use strict';
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  async function send(path, headers, body) {
    const answer = await fetch(path, { method: 'POST', headers, body });
    const said = await answer.json();
    if (!answer.ok) {
      throw Object.assign(new Error(String(answer.status)), { problem: said.problem });
    }
    return said;
  }

  // What was typed is asked for first: before the device is bothered, and with the password.
  const options = (form) => send(form.dataset.options, {}, new URLSearchParams(new FormData(form)));

  const answer = (form, query, body) => send(form.action + query, {
    'Content-Type': 'application/json',
    'X-CSRF-TOKEN': form.querySelector('input[name=_csrf]').value,
  }, JSON.stringify(body));

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
    const asked = await options(form);
    asked.challenge = bytes(asked.challenge);
    asked.user.id = bytes(asked.user.id);
    (asked.excludeCredentials || []).forEach((one) => { one.id = bytes(one.id); });
    delete asked.extensions;
    const made = await navigator.credentials.create({ publicKey: asked });
    const label = form.querySelector('input[name=label]').value;
    const others = form.querySelector('input[name=others]').checked;
    return answer(form, '?label=' + encodeURIComponent(label) + '&others=' + others, shown(made, {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    }));
  }

  async function ask(form) {
    const asked = await options(form);
    asked.challenge = bytes(asked.challenge);
    asked.allowCredentials = [];
    delete asked.extensions;
    const found = await navigator.credentials.get({ publicKey: asked });
    return answer(form, '', shown(found, {
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
        const done = await (form.dataset.passkey === 'create' ? create(form) : ask(form));
        window.location.assign(done.next);
      } catch (refused) {
        problem.textContent = refused.problem || form.dataset.refused;
      }
    });
  });
})();
