import type { errorTexts as spanish, printerTroubleTexts as spanishTroubles } from '../es/error-texts';
import type { Same } from '../same';

export const errorTexts = {
  offline: {
    what: 'Não há conexão com o Mercado Pago.',
    todo: 'Verifique a internet. O caixa continua tentando sozinho.',
  },
  timeout: { what: 'O Mercado Pago não respondeu a tempo.', todo: 'O caixa continua tentando sozinho.' },
  rateLimited: {
    what: 'O Mercado Pago pediu para aguardar alguns segundos.',
    todo: 'O caixa volta a perguntar sozinho.',
  },
  mercadoPagoDown: {
    what: 'O Mercado Pago está com um problema neste momento.',
    todo: 'O caixa continua tentando sozinho.',
  },
  unexpectedAnswer: {
    what: 'O Mercado Pago respondeu algo que o caixa não entende.',
    todo: 'O caixa volta a perguntar sozinho. Se continuar, avise quem dá suporte ao caixa.',
  },
  tokenInvalid: {
    what: 'O Mercado Pago não reconhece o token da conta.',
    todo: 'Copie de novo o Access Token e cole em Configurações, Conta.',
  },
  accountForbidden: {
    what: 'A conta não tem permissão para isso no Mercado Pago.',
    todo: 'Entre no Mercado Pago com o dono da conta e confira se ela pode cobrar com QR.',
  },
  registerNotFound: {
    what: 'O Mercado Pago não encontra este caixa.',
    todo: 'Escolha o caixa de novo em Configurações, Loja e caixa.',
  },
  registerOccupied: {
    what: 'O caixa tem outra ordem em aberto no Mercado Pago.',
    todo: 'Aguarde alguns segundos e tente de novo. Se acontecer sempre, veja se outro computador usa o mesmo caixa.',
  },
  registerInUse: {
    what: 'Este caixa está em uso em outro computador.',
    todo: 'Cobre nesse computador, ou peça a quem administra o caixa para passá-lo para este.',
  },
  registerOpenTwice: {
    what: 'Este caixa já está aberto em outra sessão deste computador.',
    todo: 'Cobre nessa sessão, ou feche o programa lá e tente de novo.',
  },
  storeNotFound: {
    what: 'O Mercado Pago não encontra esta loja.',
    todo: 'Escolha a loja de novo em Configurações, Loja e caixa.',
  },
  externalIdTaken: { what: 'Esse código já é usado na conta.', todo: 'Digite outro código.' },
  externalIdInvalid: {
    what: 'O código tem caracteres que o Mercado Pago não aceita.',
    todo: 'Use apenas letras sem acento e números.',
  },
  locationInvalid: {
    what: 'O Mercado Pago não aceita esse endereço.',
    todo: 'Confira rua, número, cidade, estado e coordenadas.',
  },
  nameTooLong: { what: 'O nome é longo demais para o Mercado Pago.', todo: 'Digite um mais curto.' },
  siteMismatch: {
    what: 'Esse token é de uma conta de outro país.',
    todo: 'Use uma conta do mesmo país deste caixa.',
  },
  orderInvalid: {
    what: 'O Mercado Pago não aceitou os dados da cobrança.',
    todo: 'Volte para a venda e cobre de novo. Se acontecer outra vez, avise quem dá suporte ao caixa.',
  },
  amountInvalid: {
    what: 'O Mercado Pago não aceita esse valor.',
    todo: 'Volte para a venda e confira os valores.',
  },
  expirationInvalid: {
    what: 'O Mercado Pago não aceitou o tempo para pagar.',
    todo: 'Confira a hora deste computador e os minutos em Configurações, Cobrança.',
  },
  sponsorInvalid: {
    what: 'O Mercado Pago não aceitou o número do integrador.',
    todo: 'Corrija no arquivo de configuração automática ou remova.',
  },
  notificationUrlInvalid: {
    what: 'O Mercado Pago não aceitou o endereço do relay.',
    todo: 'Confira a vinculação em Configurações, Relay.',
  },
  orderLocked: {
    what: 'Alguém está pagando esta cobrança agora.',
    todo: 'Aguarde terminar. O caixa pergunta sozinho.',
  },
  saleEmpty: { what: 'A venda não tem itens.', todo: 'Adicione um produto ou um valor.' },
  amountZero: { what: 'O total é zero.', todo: 'Adicione um item com valor maior que zero.' },
  amountTooLarge: { what: 'O total passa do máximo de uma venda.', todo: 'Divida em duas vendas.' },
  productUnknown: {
    what: 'Um produto da venda não está mais no catálogo.',
    todo: 'Remova esse item e adicione de novo.',
  },
  priceChanged: {
    what: 'Mudou o preço de um produto da venda.',
    todo: 'Remova esse item, adicione de novo e confira o total.',
  },
  chargeInProgress: {
    what: 'Já há uma cobrança em andamento neste caixa.',
    todo: 'Termine ou cancele essa cobrança antes de começar outra.',
  },
  nothingToDo: { what: 'Essa cobrança já tinha terminado.', todo: 'Veja na tela como ficou.' },
  saleAlreadyPaid: {
    what: 'Já entrou um pagamento por esta venda.',
    todo: 'Veja Cobranças para conferir, ou comece uma venda nova.',
  },
  receivedTooLittle: {
    what: 'O que foi recebido não dá para o total.',
    todo: 'Receba o que falta, ou cobre o resto com QR.',
  },
  receivedTooMuch: {
    what: 'O que foi recebido é demais para esta venda.',
    todo: 'Confira o valor digitado.',
  },
  tooManyHeld: {
    what: 'Há vendas demais em espera.',
    todo: 'Retome ou descarte alguma antes de guardar outra.',
  },
  heldAlready: {
    what: 'Esta mesma venda já está em espera, com outros itens.',
    todo: 'Esvazie a que está na tela e retome a que espera.',
  },
  codeTaken: { what: 'Outro produto já tem esse código.', todo: 'Confira o código.' },
  saleNotCovered: {
    what: 'Segundo o Mercado Pago, o que entrou não basta para pagar esta venda.',
    todo: 'Cobre de novo e estorne este pagamento, ou encerre com uma explicação.',
  },
  shiftNeeded: {
    what: 'Não há um turno aberto.',
    todo: 'Abra o turno com Ctrl+T e conte o fundo de troco.',
  },
  shiftAlreadyOpen: {
    what: 'Já há um turno aberto neste caixa.',
    todo: 'Feche esse turno antes de abrir outro.',
  },
  shiftUndecided: {
    what: 'Há cobranças sem resolver: o turno ainda não pode ser fechado.',
    todo: 'Termine a cobrança em andamento ou decida em Cobranças para conferir.',
  },
  shiftCountNeeded: {
    what: 'Entrou ou saiu dinheiro depois da contagem.',
    todo: 'Conte de novo.',
  },
  shiftNoteNeeded: {
    what: 'Há uma diferença e falta a explicação.',
    todo: 'Escreva o que aconteceu: fica no fechamento.',
  },
  cashCountInvalid: {
    what: 'A contagem tem uma cédula ou moeda que não é deste país.',
    todo: 'Conte de novo.',
  },
  paymentNotFound: {
    what: 'O Mercado Pago não encontra este pagamento na conta conectada.',
    todo: 'Confira se a conta é a mesma que recebeu o pagamento.',
  },
  refundInProgress: {
    what: 'Já há um estorno deste pagamento em andamento.',
    todo: 'Aguarde terminar antes de pedir outro.',
  },
  refundTooLarge: {
    what: 'Esse valor é maior do que resta do pagamento.',
    todo: 'Digite um valor igual ou menor ao que aparece.',
  },
  refundTooOld: {
    what: 'O Mercado Pago não permite mais estornar este pagamento: passaram mais de 180 dias.',
    todo: 'Devolva o dinheiro por outro meio e registre.',
  },
  refundOnlyWhole: {
    what: 'Este pagamento só pode ser estornado inteiro.',
    todo: 'Estorne o total, ou devolva a parte por outro meio.',
  },
  refundNotPossible: {
    what: 'O Mercado Pago não permite estornar este pagamento na situação atual.',
    todo: 'Confira a operação no Mercado Pago: pode já estar estornada ou em disputa.',
  },
  lineCameBack: {
    what: 'Um dos itens marcados já voltou, ou está voltando.',
    todo: 'Feche e abra a venda de novo: os que voltaram estão riscados.',
  },
  refundNoFunds: {
    what: 'A conta do Mercado Pago não tem saldo suficiente para este estorno.',
    todo: 'Coloque dinheiro na conta e peça o estorno de novo.',
  },
  refundRejected: {
    what: 'O Mercado Pago recusou o estorno. Nada foi devolvido.',
    todo: 'Tente de novo ou devolva o dinheiro por outro meio.',
  },
  relayUnreachable: {
    what: 'O relay não responde.',
    todo: 'Verifique a internet e se o relay está ligado. Enquanto isso dá para cobrar, um pouco mais devagar.',
  },
  relayTokenRefused: {
    what: 'O relay não reconhece este caixa.',
    todo: 'Peça outro código de vinculação e cole em Configurações, Relay.',
  },
  relayNotARelay: {
    what: 'Nesse endereço responde algo que não é o relay.',
    todo: 'Confira o endereço do código de vinculação.',
  },
  pairingInvalid: {
    what: 'Esse código de vinculação não está completo.',
    todo: 'Copie inteiro, sem cortar nenhuma linha, e cole de novo.',
  },
  practiceMixed: {
    what: 'O treinamento e as vendas de verdade não usam a mesma pasta de dados.',
    todo: 'Abra o caixa com outra pasta, em CAJAQR_DATA_DIR.',
  },
  practiceNeedsTest: {
    what: 'Este token é de uma conta de verdade, e no treinamento ninguém paga de verdade.',
    todo: 'Use o token de uma conta de teste, ou tire o treinamento.',
  },
  notConfigured: {
    what: 'Falta configurar a conta ou o caixa.',
    todo: 'Complete os passos marcados em Configurações.',
  },
  printerUnavailable: {
    what: 'A impressora não está disponível.',
    todo: 'Verifique se está ligada e conectada.',
  },
  diskProblem: {
    what: 'Não foi possível salvar no disco deste computador.',
    todo: 'Libere espaço ou confira as permissões da pasta de dados antes de continuar.',
  },
  signInNeeded: {
    what: 'A tela está bloqueada.',
    todo: 'Entre com o PIN de quem está no caixa.',
  },
  permissionNeeded: {
    what: 'É preciso a permissão de um gerente.',
    todo: 'Peça a um gerente que digite o PIN.',
  },
  pinWrong: {
    what: 'Esse PIN não é de ninguém.',
    todo: 'Digite de novo, dígito por dígito.',
  },
  pinWaits: {
    what: 'Houve vários PINs errados.',
    todo: 'Aguarde a contagem terminar e tente de novo.',
  },
  pinNotOfManager: {
    what: 'Esse PIN não é de um gerente.',
    todo: 'Para isso é preciso o PIN de um gerente.',
  },
  pinTaken: {
    what: 'Outra pessoa já usa esse PIN.',
    todo: 'Escolha outro: cada pessoa tem o seu.',
  },
  pinTooEasy: {
    what: 'Esse PIN é fácil de adivinhar.',
    todo: 'Escolha um sem dígitos repetidos nem em ordem.',
  },
  operatorNameTaken: {
    what: 'Já há uma pessoa com esse nome.',
    todo: 'Acrescente a inicial do sobrenome.',
  },
  managerNeeded: {
    what: 'O caixa precisa de pelo menos um gerente.',
    todo: 'Crie primeiro outro gerente.',
  },
  ownerNotProven: {
    what: 'Esse token não é da conta conectada.',
    todo: 'Copie do Mercado Pago, com a conta dona deste caixa.',
  },
  diskFull: {
    what: 'Não há mais espaço no disco: uma cobrança não poderia ser salva.',
    todo: 'Libere espaço neste computador. O caixa volta a cobrar sozinho.',
  },
  dataUnusable: {
    what: 'Os dados do caixa não podem ser usados.',
    todo: 'Escolha nesta tela como continuar.',
  },
  catalogueChanged: {
    what: 'O catálogo mudou depois que o arquivo foi lido.',
    todo: 'Escolha o arquivo de novo para ver o que muda agora.',
  },
  pictureUnusable: {
    what: 'Esse arquivo não é uma imagem PNG, JPG ou WebP que se possa ler.',
    todo: 'Escolha outra imagem, ou salve-a de novo como PNG.',
  },
  pictureTooLarge: {
    what: 'A imagem é grande demais.',
    todo: 'Escolha uma de até 4 MB e 8000 pontos de lado.',
  },
  fileNotWritten: {
    what: 'O arquivo não pôde ser salvo ali.',
    todo: 'Escolha outra pasta, ou feche o arquivo se estiver aberto em outro programa.',
  },
  backupUnusable: {
    what: 'Essa cópia não pode ser usada: está danificada ou não está mais aqui.',
    todo: 'Escolha outra cópia. Os dados danificados continuam guardados como estavam.',
  },
  badRequest: {
    what: 'A tela pediu algo que o caixa não aceita.',
    todo: 'Tente de novo. Se acontecer outra vez, avise quem dá suporte ao caixa.',
  },
  internal: {
    what: 'O caixa teve um problema inesperado.',
    todo: 'Tente de novo. Se acontecer outra vez, feche e abra o programa: a venda fica salva.',
  },
} as const satisfies Same<typeof spanish>;

export const printerTroubleTexts = {
  notConfigured: { what: 'Nenhuma impressora foi escolhida.', todo: 'Escolha uma em Configurações, Impressora.' },
  notFound: { what: 'A impressora não aparece.', todo: 'Verifique se está ligada e com o cabo conectado.' },
  noPermission: {
    what: 'Este computador não deixa usar a impressora.',
    todo: 'Peça a quem o administra que dê permissão para a impressora.',
  },
  busy: { what: 'Outro programa está usando a impressora.', todo: 'Feche o outro programa ou aguarde terminar.' },
  paperOut: { what: 'O papel acabou.', todo: 'Coloque uma bobina nova: o recibo sai sozinho.' },
  coverOpen: { what: 'A tampa da impressora está aberta.', todo: 'Feche a tampa: o recibo sai sozinho.' },
  offline: {
    what: 'A impressora está fora de linha.',
    todo: 'Aperte o botão de avanço, ou desligue e ligue a impressora.',
  },
  printerError: {
    what: 'A impressora indica um erro.',
    todo: 'Veja as luzes dela. Desligar e ligar costuma resolver.',
  },
  unplugged: { what: 'A impressora foi desconectada.', todo: 'Conecte o cabo de novo.' },
  stalled: {
    what: 'A impressora parou de receber.',
    todo: 'Verifique o papel e a tampa. Se continuar, desligue e ligue.',
  },
  notADevice: {
    what: 'O que foi escolhido não é uma impressora de recibos.',
    todo: 'Escolha outra em Configurações, Impressora.',
  },
  queueStopped: {
    what: 'O sistema está com a impressora em pausa.',
    todo: 'Retome nas impressoras deste computador: o recibo sai sozinho.',
  },
  queueBusy: {
    what: 'O sistema tem outra impressão sem terminar.',
    todo: 'Veja se a impressora está ligada e com papel. Se não avançar, cancele essa impressão no sistema.',
  },
  leftInQueue: {
    what: 'Ficou uma impressão na fila do sistema: pode sair mais tarde.',
    todo: 'Cancele-a nas impressoras deste computador antes de imprimir de novo.',
  },
  diskFull: {
    what: 'Não há espaço para salvar o recibo.',
    todo: 'Libere espaço no disco deste computador.',
  },
  programStopped: {
    what: 'O caixa foi fechado enquanto imprimia.',
    todo: 'Veja se o recibo saiu antes de imprimir outro.',
  },
  unknown: { what: 'A impressora não diz o que acontece.', todo: 'Veja se tem papel e está ligada.' },
} as const satisfies Same<typeof spanishTroubles>;
