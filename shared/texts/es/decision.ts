export const decision = {
  note: 'Motivo',
  noteProblem: { what: 'Falta el motivo.', todo: 'Elegir uno o escribirlo: queda guardado.' },
  suggestions: 'Motivos frecuentes',
  by: 'Nombre de quien decide',
  byProblem: { what: 'Falta el nombre.', todo: 'Queda guardado junto al motivo.' },
  decides: 'Queda a nombre de {{name}}.',
  decidesManager: 'Queda a nombre del encargado que lo permita.',
  back: 'Volver',
} as const;
