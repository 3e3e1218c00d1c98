import { ScrollText, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Operator, People } from '../../shared/people/people';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Row, RowList } from '../parts/RowList';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';
import { PersonForm } from './PersonForm';
import { RemovePerson } from './RemovePerson';
import { PeopleRules } from './PeopleRules';
import './PeopleStep.css';

/** Who works at this till, what cashiers may do alone, and what everybody did. */
export function PeopleStep({ people }: { readonly people: People }) {
  const { t } = useWords();
  const { operators } = people;
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <div className="people">
      {operators.length === 0 ? (
        <p className="setup-note">{t('people.setup.none')}</p>
      ) : (
        <RowList label={t('people.setup.list')}>
          {operators.map((operator) => (
            <PersonRow
              key={operator.id}
              operator={operator}
              here={operator.id === people.current?.id}
              open={operator.id === openId}
              onToggle={() => {
                setOpenId(operator.id === openId ? null : operator.id);
              }}
            />
          ))}
        </RowList>
      )}
      {adding ? (
        <PersonForm
          title={t('people.setup.add')}
          operator={null}
          // The first one runs the shop: nobody else could make the next.
          roles={operators.length === 0 ? ['manager'] : ['cashier', 'manager']}
          onSave={(person) => ask('people.create', { ...person, pin: person.pin ?? '' })}
          onDone={() => {
            setAdding(false);
          }}
          onBack={() => {
            setAdding(false);
          }}
        />
      ) : (
        <div className="setup-actions">
          <Button
            look={operators.length === 0 ? 'main' : 'plain'}
            icon={<UserPlus aria-hidden="true" size={20} />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('people.setup.add')}
          </Button>
          <Button
            icon={<ScrollText aria-hidden="true" size={20} />}
            onClick={() => {
              dialogs.getState().open({ kind: 'log' });
            }}
          >
            {t('people.setup.log')}
          </Button>
        </div>
      )}
      {operators.length > 0 && <PeopleRules settings={people.settings} />}
    </div>
  );
}

interface PersonRowProps {
  readonly operator: Operator;
  readonly here: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function PersonRow({ operator, here, open, onToggle }: PersonRowProps) {
  const { t } = useWords();
  const { id, name, role } = operator;
  return (
    <Row
      title={name}
      beside={here ? t('people.setup.here') : ''}
      amount={t(`people.roles.${role}`)}
      open={open}
      onToggle={onToggle}
    >
      <PersonForm
        title={name}
        operator={operator}
        roles={['cashier', 'manager']}
        onSave={(person) => ask('people.change', { id, ...person })}
        onDone={onToggle}
        onBack={onToggle}
      />
      <RemovePerson operator={operator} />
    </Row>
  );
}
