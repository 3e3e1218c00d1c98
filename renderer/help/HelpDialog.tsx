import { hotkeys, type HotkeyName } from '../../shared/hotkeys';
import { useWords } from '../hooks/use-words';
import { KeyCap } from '../parts/KeyCap';
import { Modal } from '../parts/Modal';
import { dialogs } from '../till/stores';
import './HelpDialog.css';

// The table's own keys.
const names = Object.keys(hotkeys) as readonly HotkeyName[];
const withCtrl = names.filter((name) => hotkeys[name].startsWith('Ctrl'));
const alone = names.filter((name) => !withCtrl.includes(name));
const fieldKeys = ['code', 'many', 'quantity', 'more', 'remove', 'choose', 'escape'] as const;

/** Every key and what it does, from the table that the buttons and the keyboard use. */
export function HelpDialog() {
  const { t } = useWords();
  return (
    <Modal title={t('help.title')} onClose={dialogs.getState().close}>
      {/* The arrows scroll it. */}
      <div className="help" role="group" aria-label={t('help.title')} tabIndex={0} data-first-focus>
        <section>
          <h3>{t('help.keysTitle')}</h3>
          <dl>
            {alone.map((name) => (
              <KeyRow key={name} cap={hotkeys[name]} does={t(`help.keys.${name}`)} />
            ))}
          </dl>
        </section>
        <section>
          <h3>{t('help.ctrlTitle')}</h3>
          <dl>
            {withCtrl.map((name) => (
              <KeyRow key={name} cap={hotkeys[name]} does={t(`help.keys.${name}`)} />
            ))}
          </dl>
          <h3>{t('help.fieldTitle')}</h3>
          <dl>
            {fieldKeys.map((name) => (
              <KeyRow key={name} cap={t(`help.field.${name}.key`)} does={t(`help.field.${name}.does`)} />
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}

function KeyRow({ cap, does }: { readonly cap: string; readonly does: string }) {
  return (
    <>
      <dt>
        <KeyCap name={cap} />
        <span className="only-heard">{cap}</span>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
