import type { product as spanish } from '../es/product';
import type { Same } from '../same';

export const product = {
  create: 'Criar produto',
  newTitle: 'Produto novo',
  editTitle: 'Produto',
  code: 'Código',
  codeHelp: 'O que o leitor lê. Pode ficar vazio.',
  name: 'Nome',
  nameMissing: { what: 'Falta o nome.', todo: 'Digite como deve sair no recibo.' },
  price: 'Preço',
  unit: 'Vendido',
  units: { unit: 'Por unidade', kg: 'Por quilo' },
  tax: 'Imposto incluído, em % (opcional)',
  taxProblem: { what: 'Isso não é uma porcentagem.', todo: 'Digite uma de 0 a 100.' },
  category: 'Categoria (opcional)',
  favourite: 'Favorito: com tecla rápida',
  save: 'Salvar',
  saveAndAdd: 'Salvar e adicionar à venda',
  picture: 'Imagem (opcional)',
  pictureHelp:
    'PNG, JPG ou WebP de até 4 MB. Ela é reduzida e fica neste caixa: uma planilha de produtos não a leva nem a apaga.',
  choosePicture: 'Escolher imagem…',
  choosing: 'Abrindo…',
  removePicture: 'Tirar imagem',
  noPicture: 'Sem imagem',
  pictures: 'Imagens',
  favourites: 'Favoritos',
  categories: 'Categorias',
  noneInCategory: 'Esta categoria ficou sem produtos.',
} as const satisfies Same<typeof spanish>;
