// マイナンバーカード: asks for a challenge, lets the card reader of this PC answer it, sends the answer. Without it: the four items.
(() => {
  'use strict';
  const form = document.getElementById('card-form');
  const begin = form.querySelector('button[type=submit]');
  const waiting = document.getElementById('card-waiting');
  const state = document.getElementById('card-state');
  const cancel = document.getElementById('card-cancel');
  const cancelled = document.getElementById('card-cancelled');
  const problem = document.getElementById('card-problem');
  let reading = null;

  /** Why it went no further: a name of the page's texts, or what the server said. */
  class Stopped extends Error {
    constructor(name, said) {
      super(name);
      this.name = name;
      this.said = said;
    }
  }

  const texts = (name) => form.querySelector(`template[data-state=${name}]`).content.cloneNode(true);

  async function ask(path, body, signal) {
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': form.elements._csrf.value };
    let answer;
    try {
      answer = await fetch(path, { method: 'POST', redirect: 'manual', headers, body: JSON.stringify(body), signal });
    } catch {
      signal.throwIfAborted();
      throw new Stopped('NO_SERVER');
    }
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      throw new Stopped('SIGNED_OUT');
    }
    if (!answer.ok && answer.status !== 422) {
      throw new Stopped('NO_SERVER');
    }
    const said = await answer.json();
    if (!answer.ok) {
      throw new Stopped('REFUSED', said);
    }
    return said;
  }

  /** A browser that asks people before a page may reach their own machine says whether they forbade it; others know no such name. */
  async function isForbidden() {
    const asked = ['loopback-network', 'local-network-access'].map((name) => navigator.permissions.query({ name }));
    return (await Promise.allSettled(asked)).some((one) => one.value?.state === 'denied');
  }

  async function read({ challenge, office }, signal) {
    let answer;
    try {
      answer = await fetch(form.dataset.bridge + '/card/v1/read', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ challenge, office }),
        credentials: 'omit',
        redirect: 'error',
        signal,
      });
    } catch {
      signal.throwIfAborted();
      throw new Stopped(await isForbidden() ? 'FORBIDDEN' : 'NO_BRIDGE');
    }
    const said = await answer.json().catch(() => ({}));
    signal.throwIfAborted();
    if (answer.ok && typeof said.assertion === 'string') {
      return said.assertion;
    }
    throw new Stopped({ 409: 'NO_CARD', 503: 'APP_AWAY' }[answer.status] ?? 'ODD_READER');
  }

  function show(name) {
    state.replaceChildren(texts(name));
    cancel.hidden = name !== 'WAITING'; // what was sent counts, and cannot be taken back
  }

  async function check() {
    reading = new AbortController();
    const { signal } = reading;
    show('WAITING');
    cancel.focus();
    const asked = await ask(form.dataset.challenge, {}, signal);
    const over = setTimeout(() => reading.abort(new Stopped('OVER')), asked.seconds * 1000);
    const assertion = await read(asked, signal).finally(() => clearTimeout(over));
    show('CHECKING');
    waiting.focus();
    return ask(form.action, { assertion }, signal);
  }

  function tell(stopped) {
    if (stopped.name === 'CANCELLED') {
      cancelled.replaceChildren(texts('CANCELLED'));
      begin.focus();
      return;
    }
    const words = texts(stopped.name);
    if (stopped.said) {
      words.querySelector('h3').textContent = stopped.said.problem;
      words.querySelector('p').textContent = stopped.said.remedy;
    }
    problem.replaceChildren(words);
    problem.hidden = false;
    problem.focus();
  }

  function busy(isBusy) {
    begin.hidden = isBusy;
    waiting.hidden = !isBusy;
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    cancelled.replaceChildren();
    busy(true);
    try {
      const { next } = await check();
      window.location.assign(next);
    } catch (failed) {
      // Stopped while an answer is being read, the browser names its own reason.
      const stopped = reading.signal.aborted ? reading.signal.reason : failed;
      busy(false);
      tell(stopped instanceof Stopped ? stopped : new Stopped('NO_SERVER'));
    }
  });
  cancel.addEventListener('click', () => reading.abort(new Stopped('CANCELLED')));
  document.getElementById('card-without-script').hidden = true;
  form.hidden = false;
})();
