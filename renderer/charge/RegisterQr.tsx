import { useEffect, useState } from 'react';
import { useWords } from '../hooks/use-words';
import { ask } from '../till/bridge';
import './RegisterQr.css';

type Image = { readonly state: 'asking' } | { readonly state: 'known'; readonly url: string | null };

/** The caja's own QR, for stores where the customer sees this screen. It is the same for every sale. */
export function RegisterQr({ registerName }: { readonly registerName: string }) {
  const { t } = useWords();
  const [image, setImage] = useState<Image>({ state: 'asking' });

  useEffect(() => {
    let gone = false;
    void ask('register.qrImage').then((reply) => {
      if (!gone) setImage({ state: 'known', url: reply.ok ? reply.value : null });
    });
    return () => {
      gone = true;
    };
  }, []);

  if (image.state === 'asking') return <div className="register-qr" />;
  if (image.url === null) return <p className="register-qr-missing">{t('charge.qrMissing')}</p>;
  return <img className="register-qr" src={image.url} alt={t('charge.qrAlt', { register: registerName })} />;
}
