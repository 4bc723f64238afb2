// 意見書の自動保存: what is typed is saved a moment after the last key, and when the page goes. Without this script it is saved by the
// buttons alone.
const WAIT = 3000;
const form = document.getElementById('letter');
const said = document.getElementById('autosave');
let timer = null;
let saving = Promise.resolve();
let changed = false;

function say(name) {
  said.textContent = document.querySelector('template[data-' + name + ']').content.textContent;
}

async function save() {
  if (!changed) {
    return;
  }
  changed = false;
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { 'X-Autosave': 'true', 'X-CSRF-TOKEN': form.elements._csrf.value },
    body: new URLSearchParams(new FormData(form)),
    redirect: 'manual',
    keepalive: true,
  });
  if (answer.status === 204) {
    form.elements.seen.value = answer.headers.get('X-Saved');
    say('saved');
  } else {
    say('conflict');
  }
}

/** One after the other: each must know what the one before has saved. */
function inTurn() {
  saving = saving.then(save, save);
}

form.addEventListener('input', () => {
  changed = true;
  clearTimeout(timer);
  timer = setTimeout(inTurn, WAIT);
});
form.addEventListener('submit', () => {
  clearTimeout(timer);
  changed = false;
});
window.addEventListener('pagehide', inTurn);
