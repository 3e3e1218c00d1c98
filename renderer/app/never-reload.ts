/** A cashier who presses F5 means nothing by it. Reloading would only blink, but it would blink in front of a queue. */
export function neverReload(): void {
  window.addEventListener('keydown', (event) => {
    const reload = event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r');
    if (reload) event.preventDefault();
  });
}
