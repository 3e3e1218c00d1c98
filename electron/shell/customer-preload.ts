import { contextBridge, ipcRenderer } from 'electron';
import { customerViewSchema, type CustomerView } from '../../shared/customer-view';
import { CUSTOMER_CHANNEL, type CustomerBridge } from '../../shared/ipc-contract';

let newest: CustomerView | null = null;
const listeners = new Set<(view: CustomerView) => void>();

ipcRenderer.on(CUSTOMER_CHANNEL, (_event, payload: unknown) => {
  const parsed = customerViewSchema.safeParse(payload);
  if (!parsed.success) return;
  newest = parsed.data;
  for (const listener of listeners) listener(parsed.data);
});

/** The customer's page hears what it shows. There is no way for it to say anything. */
const bridge: CustomerBridge = {
  subscribe: (listener) => {
    if (typeof listener !== 'function') return;
    listeners.add(listener);
    if (newest) listener(newest);
  },
};

contextBridge.exposeInMainWorld('customer', bridge);
