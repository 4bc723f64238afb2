// Sends each chosen file as the body of a request of its own, one after another. Without this script the form does it.
(() => {
  'use strict';
  const form = document.getElementById('upload');
  const texts = form.dataset;
  const field = document.getElementById('files');
  const problem = document.getElementById('files-error');
  const drop = document.getElementById('drop');
  const chosen = document.getElementById('chosen');
  const state = document.getElementById('upload-state');
  const list = document.getElementById('outcomes');
  const queue = [];
  let running = false;

  const warn = (event) => {
    event.preventDefault();
    event.returnValue = true; // browsers of before 2023 look at this one
  };

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
      request.open('PUT', texts.path);
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
    const accepted = list.querySelectorAll('.accepted').length;
    const refused = list.querySelectorAll('.refused');
    list.prepend(...refused); // among hundreds of documents nobody would find them
    state.textContent =
      texts.done.replace('{0}', accepted).replace('{1}', refused.length) + (accepted > 0 ? texts.next : '');
    running = false;
  }

  function complain(text) {
    problem.textContent = '＊' + text;
    problem.hidden = text === '';
    drop.classList.toggle('field-wrong', text !== '');
    field.setAttribute('aria-invalid', String(text !== ''));
  }

  function show() {
    const files = [...field.files];
    chosen.textContent = files.length === 0 ? '' : texts.chosen
      .replace('{0}', files.length)
      .replace('{1}', files.map((file) => file.name).join('、'));
    complain('');
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (field.files.length === 0) {
      complain(texts.none);
      field.focus();
      return;
    }
    document.getElementById('sent').hidden = false;
    // A document, in an archive of whatever name too, has to be there before the index that names it.
    const isIndex = (file) => texts.indexes.split(' ').includes(file.name.split('_')[0]);
    for (const file of [...field.files].sort((a, b) => isIndex(a) - isIndex(b))) {
      queue.push({ file, row: line(file) });
    }
    field.value = '';
    show();
    if (!running) {
      work();
    }
  });
  field.addEventListener('change', show);

  // Beside the frame a dropped file would replace the page.
  for (const name of ['dragover', 'drop']) {
    window.addEventListener(name, (event) => event.preventDefault());
  }
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, () => drop.classList.add('drop-over'));
  }
  for (const name of ['dragleave', 'drop']) {
    drop.addEventListener(name, () => drop.classList.remove('drop-over'));
  }
  drop.addEventListener('drop', (event) => {
    const folders = [...event.dataTransfer.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory);
    if (folders) {
      complain(texts.folder);
    } else if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
      show();
    }
  });
  form.noValidate = true;
  form.classList.add('scripted');
  show(); // a browser that comes back keeps what was chosen
})();
