import type { decision as spanish } from '../es/decision';
import type { Same } from '../same';

export const decision = {
  note: 'Motivo',
  noteProblem: { what: 'Falta o motivo.', todo: 'Escolha um ou escreva: fica salvo.' },
  suggestions: 'Motivos frequentes',
  by: 'Nome de quem decide',
  byProblem: { what: 'Falta o nome.', todo: 'Fica salvo junto com o motivo.' },
  back: 'Voltar',
} as const satisfies Same<typeof spanish>;
