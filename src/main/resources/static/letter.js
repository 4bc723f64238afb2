// 意見書の自動保存: what is typed is saved a moment after the last key, and before a link or a button leads on, or the page goes.
// As long as somebody types, the page stays; after half an hour without, it goes. Without this script the buttons save, and the
// page goes half an hour after it has come.
const WAIT = 3000;
const form = document.getElementById('letter');
const said = document.getElementById('autosave');
let timer = null;
const open = form.dataset.open === 'true'; // else a button has to be pressed first
let changed = !open || isTyped();
let saving = Promise.resolve();
let underWay = false;
let leaving = false;
let over = false;
let idle = null;

/** Also what was typed before this script had come (as in keep.js: a name with its hash cannot be imported). */
function isTyped() {
  const asItCame = form.cloneNode(true);
  asItCame.reset();
  return fields(form).toString() !== fields(asItCame).toString();
}

function fields(of) {
  return new URLSearchParams(new FormData(of));
}

/** The page's time begins anew. */
function stay() {
  const [seconds, where] = form.dataset.idle.split('; url=');
  clearTimeout(idle);
  idle = setTimeout(() => {
    over = true;
    leaving = true;
    location.href = where;
  }, seconds * 1000);
}
stay();

function say(name) {
  said.textContent = document.querySelector('template[data-' + name + ']').content.textContent;
}

function send(more) {
  return fetch(form.action, {
    method: 'POST',
    headers: { 'X-Autosave': 'true', 'X-CSRF-TOKEN': form.elements._csrf.value },
    body: fields(form),
    redirect: 'manual',
    ...more,
  });
}

async function save() {
  if (!changed) {
    return;
  }
  changed = false;
  underWay = true;
  let answer = null;
  try {
    answer = await send();
  } catch {
    // The line is down: it stays to be saved.
  }
  underWay = false;
  if (answer?.status === 204) {
    form.elements.seen.value = answer.headers.get('X-Saved');
    say('saved');
    stay();
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

function saveSoon() {
  clearTimeout(timer);
  timer = open ? setTimeout(inTurn, WAIT) : null;
}

form.addEventListener('input', () => {
  changed = true;
  saveSoon();
});
if (changed) {
  saveSoon();
}

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
  if (open) {
    await inTurn();
  }
  leaving = !changed;
  location.href = link.href; // what could not be saved is asked about
});

window.addEventListener('beforeunload', (event) => {
  if (changed && !leaving) {
    event.preventDefault();
  }
});

// What is left then is saved while the page goes; if its time is over, it is kept for the next sign-in.
window.addEventListener('pagehide', () => {
  if (!changed || (leaving && !over)) {
    return;
  }
  if (open && !over) {
    send({ keepalive: true });
  } else {
    navigator.sendBeacon('/kept?to=' + encodeURIComponent(new URL(form.action).pathname), fields(form));
  }
});
