/** A form that was sent with something missing puts the cursor there: nobody has to look for it, or to hear the form again. */
export function leadToProblem(): void {
  window.addEventListener('submit', ({ target }) => {
    // Once the form shows what it made of it.
    requestAnimationFrame(() => {
      if (target instanceof HTMLFormElement) target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  });
}
