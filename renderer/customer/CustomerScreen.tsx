import { useMemo } from 'react';
import type { CustomerScene, CustomerView } from '../../shared/customer-view';
import { useAppearance } from '../appearance/use-appearance';
import { createWords, WordsContext } from '../hooks/use-words';
import { CustomerCharge } from './CustomerCharge';
import { CustomerNews } from './CustomerNews';
import { CustomerSale } from './CustomerSale';
import './CustomerScreen.css';

/** The customer's side of the counter: three things at most, readable at two metres. */
export function CustomerScreen({ view }: { readonly view: CustomerView }) {
  const { locale, currency, practice, business, scene } = view;
  // The computer's own colours: what the cashier chose is for their side of the counter.
  useAppearance(null);
  const words = useMemo(() => createWords(locale, currency), [locale, currency]);
  return (
    <WordsContext value={words}>
      <main className="customer" data-scene={scene.kind}>
        {practice && <p className="customer-practice">{words.t('app.practice')}</p>}
        <Scene scene={scene} business={business} />
      </main>
    </WordsContext>
  );
}

function Scene({ scene, business }: { readonly scene: CustomerScene; readonly business: string | null }) {
  switch (scene.kind) {
    case 'welcome':
      return <CustomerNews kind="welcome" business={business} />;
    case 'sale':
      return <CustomerSale scene={scene} />;
    case 'charge':
      return <CustomerCharge scene={scene} />;
    case 'paid':
      return <CustomerNews kind="paid" amount={scene.total} />;
    case 'notCharged':
      return <CustomerNews kind="notCharged" />;
    case 'askAtTheCounter':
      return <CustomerNews kind="askAtTheCounter" />;
  }
}
