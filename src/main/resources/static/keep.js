// 書きかけの入力: what was typed goes to the server when its page is left, and stands in the form again when the page is opened
// anew, until it is sent or thrown away. If the page's time was over, it is offered at the next sign-in. So it goes before the
// form is sent: the page stays as it is if the server cannot be reached. Without this script only what was sent is kept.
const STAYS = 29 * 60 * 1000;
const TYPED = 'input:not([type=hidden], [type=password], [type=file]), select, textarea';

const forms = document.querySelectorAll('form:has(input[name=keep])');

// Whoever comes back later to a page that came back with an error gets the form anew, not the browser's error.
const isWrong = document.getElementById('errors') !== null;
if (isWrong) {
  history.replaceState(null, '', location.href);
}

const unsent = location.pathname.startsWith('/office') ? '/office/unsent' : '/account/unsent';

function named(form, more) {
  return '?to=' + encodeURIComponent(new URL(form.action).pathname) + more;
}

/** Not of a form about somebody or something else that is sent to the same place: its hidden fields differ. */
function isOf(form, fields) {
  return [...form.querySelectorAll('input[type=hidden]:enabled')]
    .filter((one) => !['_csrf', 'keep', 'kept', 'form'].includes(one.name))
    .every((one) => fields[one.name]?.includes(one.value));
}

function sent(form) {
  return new URLSearchParams(new FormData(form));
}

/** Also what was typed before this script had come. */
function isTyped(form) {
  const asItCame = form.cloneNode(true);
  asItCame.reset();
  return sent(form).toString() !== sent(asItCame).toString();
}

function fill(form, fields) {
  const left = new Map(Object.entries(fields).map(([name, values]) => [name, [...values]]));
  form.querySelectorAll(TYPED).forEach((field) => {
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = fields[field.name]?.includes(field.value) ?? false;
    } else if (left.get(field.name)?.length > 0) {
      field.value = left.get(field.name).shift();
    }
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

forms.forEach((form) => {
  const title = '&keep=' + encodeURIComponent(form.elements.keep.value);
  const notice = document.createElement('div');
  notice.role = 'status';
  const returned = isWrong && (forms.length === 1 || form.querySelector('[aria-invalid]') !== null);
  const down = document.createElement('div');
  down.role = 'alert';
  form.prepend(down);
  let typed = returned || isTyped(form);
  let asking = false;

  function keeping() {
    const age = '&age=' + Math.floor(performance.now() / 1000);
    return ['/kept' + named(form, age), sent(form)];
  }

  async function isKept() {
    const [address, body] = keeping();
    try {
      return (await fetch(address, { method: 'POST', body })).ok;
    } catch {
      return false;
    }
  }

  form.addEventListener('input', () => { typed = true; });
  form.addEventListener('submit', async (event) => {
    if (!typed) {
      return;
    }
    event.preventDefault();
    if (asking) {
      return;
    }
    asking = true;
    down.replaceChildren();
    if (await isKept()) {
      typed = false;
      form.requestSubmit(event.submitter);
    } else {
      down.append(form.querySelector('template[data-down]').content.cloneNode(true));
    }
    asking = false;
  });
  form.addEventListener('reset', () => {
    typed = false;
    notice.remove();
    form.querySelector(TYPED).focus();
    fetch(unsent + named(form, title), { method: 'DELETE', headers: { 'X-CSRF-TOKEN': form.elements._csrf.value } });
  });

  // Whoever goes back or on is asked first. The page that leaves by itself, once its time is over, asks nobody.
  window.addEventListener('beforeunload', (event) => {
    if (typed && performance.now() < STAYS) {
      event.preventDefault();
    }
  });
  window.addEventListener('pagehide', () => {
    if (typed) {
      navigator.sendBeacon(...keeping());
    }
  });

  async function restore() {
    const answer = await fetch(unsent + named(form, title), { redirect: 'manual' });
    if (answer.status !== 200) {
      return;
    }
    const fields = await answer.json();
    if (!typed && isOf(form, fields)) {
      form.closest('details')?.setAttribute('open', '');
      fill(form, fields);
      form.prepend(notice); // empty at first, so that it is heard
      requestAnimationFrame(() => notice.append(form.querySelector('template[data-unsent]').content.cloneNode(true)));
    }
  }
  if (!returned) {
    restore();
  }
});
