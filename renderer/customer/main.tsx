import { createRoot } from 'react-dom/client';
import '../styles/font.css';
import '../styles/tokens.css';
import '../styles/base.css';
import type { CustomerBridge } from '../../shared/ipc-contract';
import { CustomerScreen } from './CustomerScreen';

declare global {
  interface Window {
    readonly customer: CustomerBridge;
  }
}

const page = document.getElementById('root');
if (!page) throw new Error('customer.html has no #root');

const root = createRoot(page);
window.customer.subscribe((view) => {
  document.documentElement.lang = view.locale;
  root.render(<CustomerScreen view={view} />);
});
