// 審査会資料: the arrow keys turn the pages, but not while somebody types. Without this script the links do.
document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('input, textarea, select')) {
    return;
  }
  const to = { ArrowLeft: 'previous-page', ArrowRight: 'next-page' }[event.key];
  if (to !== undefined) {
    document.getElementById(to)?.click();
  }
});
