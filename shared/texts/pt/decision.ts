import type { decision as spanish } from '../es/decision';
import type { Same } from '../same';

export const decision = {
  note: 'Motivo',
  noteProblem: { what: 'Falta o motivo.', todo: 'Escolha um ou escreva: fica salvo.' },
  suggestions: 'Motivos frequentes',
  by: 'Nome de quem decide',
  byProblem: { what: 'Falta o nome.', todo: 'Fica salvo junto com o motivo.' },
  decides: 'Fica no nome de {{name}}.',
  decidesManager: 'Fica no nome do gerente que permitir.',
  back: 'Voltar',
} as const satisfies Same<typeof spanish>;
