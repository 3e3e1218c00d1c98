export const lease = {
  region: 'Caja en uso en otra computadora',
  what: 'Esta caja está en uso en «{{holder}}» desde {{when}}',
  nameless: 'otra computadora',
  todo: 'Aquí no se puede cobrar mientras tanto: cada caja cobra desde una sola computadora.',
  takeOver: 'Usar la caja en esta computadora',
  taking: 'Pasando la caja…',
  question: '¿Usar la caja en esta computadora?',
  explained:
    '«{{holder}}» no podrá empezar cobros desde ese momento; uno que ya empezó sigue hasta su fin. Lo decide quien administra la caja.',
  yes: 'Sí, cobrar en esta',
  no: 'No, dejarla allá',
} as const;
