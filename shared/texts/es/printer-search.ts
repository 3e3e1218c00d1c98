/** Looking for printers in the store's network. */
export const printerSearch = {
  name: 'Impresoras de la red',
  explained:
    'Les pregunta a los aparatos cercanos de la red de la tienda (hasta 254) si son impresoras. Tarda unos segundos y no imprime nada.',
  start: 'Buscar en la red',
  asking: 'Preguntando en la red: {{asked}} de {{of}}. Encontradas: {{found}}.',
  stop: 'Dejar de buscar',
  found: 'Encontradas en la red: {{found}}. Están en la lista.',
  noneFound:
    'Entre los aparatos cercanos de la red no contestó ninguna impresora. Revisar que esté encendida y en la misma red que esta computadora, y buscar otra vez o escribir su dirección.',
  stopped: 'La búsqueda se detuvo. Encontradas: {{found}}.',
  tooLong: 'La red contesta muy despacio y no se llegó a preguntar en todas las direcciones. Encontradas: {{found}}.',
  noNetwork: 'Esta computadora no está en ninguna red de la tienda. Conectarla por cable o Wi-Fi y buscar otra vez.',
  addressMayChange:
    'La dirección de una impresora de red puede cambiar al apagarla o reiniciar el router. Conviene fijarla: en la impresora, o reservándola en el router.',
  away: 'La impresora en uso no contesta en {{place}}.',
  awayTodo: 'Revisar que esté encendida. Si cambió de dirección, buscarla en la red y elegirla otra vez.',
} as const;
