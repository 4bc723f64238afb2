// Sends each chosen file as the body of a request of its own, one after another. Without this script the form does it.
(() => {
  'use strict';
  const form = document.getElementById('upload');
  const texts = form.dataset;
  const field = document.getElementById('files');
  const drop = document.getElementById('drop');
  const state = document.getElementById('upload-state');
  const list = document.getElementById('outcomes');
  const queue = [];
  let running = false;

  const warn = (event) => event.preventDefault();

  function line(file) {
    const item = document.createElement('li');
    const name = document.createElement('p');
    name.className = 'name';
    name.textContent = file.name;
    const note = document.createElement('p');
    note.textContent = texts.waiting;
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    item.append(name, note, bar);
    list.append(item);
    return { item, note, bar };
  }

  function send(file, row) {
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open('PUT', '/upload');
      request.setRequestHeader('X-CSRF-TOKEN', texts.token);
      request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.onprogress = (event) => {
        const percent = event.lengthComputable ? Math.floor(event.loaded * 100 / event.total) : 0;
        row.bar.value = percent;
        row.note.textContent = percent < 100 ? texts.sending.replace('%', percent + '%') : texts.checking;
      };
      request.onloadend = () => {
        if (request.status === 200) {
          row.item.insertAdjacentHTML('beforebegin', request.responseText);
          row.item.remove();
        } else {
          row.bar.remove();
          row.item.className = 'refused';
          row.note.textContent = request.status === 401 || request.status === 403 ? texts.signedOut : texts.broken;
        }
        done();
      };
      request.send(file);
    });
  }

  async function work() {
    running = true;
    window.addEventListener('beforeunload', warn);
    state.textContent = texts.running;
    while (queue.length > 0) {
      const next = queue.shift();
      await send(next.file, next.row);
    }
    window.removeEventListener('beforeunload', warn);
    state.textContent = texts.done;
    running = false;
  }

  function take(files) {
    if (files.length === 0) {
      state.textContent = texts.none;
      return;
    }
    document.getElementById('sent').hidden = false;
    for (const file of files) {
      queue.push({ file, row: line(file) });
    }
    if (!running) {
      work();
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    take([...field.files]);
    field.value = '';
  });
  document.getElementById('drop-hint').hidden = false;
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('drop-over');
    });
  }
  for (const name of ['dragleave', 'drop']) {
    drop.addEventListener(name, () => drop.classList.remove('drop-over'));
  }
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
})();
