/** Whether a dialog covers the screen: then keys and scans are not for what lies under it. */
export function isModalOpen(): boolean {
  return document.querySelector('dialog:modal') !== null;
}
