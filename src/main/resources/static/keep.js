// What was typed goes to the server when the page is left; it keeps it if the page's time was over. Without this script only
// a form that is sent too late is kept.
(() => {
  'use strict';
  document.querySelectorAll('form:has(input[name=keep])').forEach((form) => {
    let typed = false;
    form.addEventListener('input', () => { typed = true; });
    form.addEventListener('submit', () => { typed = false; });
    window.addEventListener('pagehide', () => {
      if (typed) {
        const to = encodeURIComponent(new URL(form.action).pathname);
        const age = Math.floor(performance.now() / 1000);
        navigator.sendBeacon('/kept?to=' + to + '&age=' + age, new URLSearchParams(new FormData(form)));
      }
    });
  });
})();
