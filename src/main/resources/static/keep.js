// What was typed goes to the server when the page is left; it keeps it if the page's time was over. Without this script only
// a form that is sent too late is kept.
(() => {
  'use strict';
  // Whoever goes back or on is asked first. The page that leaves by itself, once its time is over, asks nobody.
  const STAYS = 29 * 60 * 1000;
  // What came back with an error was typed. Whoever comes back to it later gets the form anew, not the browser's error.
  const returned = document.getElementById('errors') !== null;
  if (returned) {
    history.replaceState(null, '', location.href);
  }
  document.querySelectorAll('form:has(input[name=keep])').forEach((form) => {
    let typed = returned;
    form.addEventListener('input', () => { typed = true; });
    form.addEventListener('submit', () => { typed = false; });
    window.addEventListener('beforeunload', (event) => {
      if (typed && performance.now() < STAYS) {
        event.preventDefault();
      }
    });
    window.addEventListener('pagehide', () => {
      if (typed) {
        const to = encodeURIComponent(new URL(form.action).pathname);
        const age = Math.floor(performance.now() / 1000);
        navigator.sendBeacon('/kept?to=' + to + '&age=' + age, new URLSearchParams(new FormData(form)));
      }
    });
  });
})();
