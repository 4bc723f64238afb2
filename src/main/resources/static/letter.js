// 意見書の自動保存: what is typed is saved a moment after the last key, and before a link or a button leads on. Without this script it
// is saved by the buttons alone.
const WAIT = 3000;
const form = document.getElementById('letter');
const said = document.getElementById('autosave');
let timer = null;
let changed = false;
let saving = Promise.resolve();
let underWay = false;
let leaving = false;

function say(name) {
  said.textContent = document.querySelector('template[data-' + name + ']').content.textContent;
}

async function save() {
  if (!changed) {
    return;
  }
  changed = false;
  underWay = true;
  let answer = null;
  try {
    answer = await fetch(form.action, {
      method: 'POST',
      headers: { 'X-Autosave': 'true', 'X-CSRF-TOKEN': form.elements._csrf.value },
      body: new URLSearchParams(new FormData(form)),
      redirect: 'manual',
    });
  } catch {
    // The line is down: it stays to be saved.
  }
  underWay = false;
  if (answer?.status === 204) {
    form.elements.seen.value = answer.headers.get('X-Saved');
    say('saved');
  } else {
    changed = true;
    say(answer === null ? 'failed' : 'conflict');
  }
}

/** One after the other: each must know what the one before has saved. */
function inTurn() {
  clearTimeout(timer);
  saving = saving.then(save);
  return saving;
}

form.addEventListener('input', () => {
  changed = true;
  clearTimeout(timer);
  timer = setTimeout(inTurn, WAIT);
});

// A button saves all by itself, but for what is under way: it must know of that.
form.addEventListener('submit', (event) => {
  clearTimeout(timer);
  if (underWay) {
    event.preventDefault();
    const button = event.submitter;
    saving.then(() => setTimeout(() => form.requestSubmit(button)));
  } else {
    leaving = true;
  }
});

document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[href]:not([href^="#"])');
  if (link === null || !changed || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  await inTurn();
  leaving = !changed;
  location.href = link.href; // what could not be saved is asked about
});

window.addEventListener('beforeunload', (event) => {
  if (changed && !leaving) {
    event.preventDefault();
  }
});
