import type { Result } from '../../shared/errors';
import type { PictureFile } from '../../shared/picture-file';
import type { Translate } from '../../shared/texts/create-texts';
import type { FileDialogs } from '../files/file-dialogs';
import { choosePicture } from '../pictures/choose-picture';
import type { ProductPictureStore } from '../storage/product-picture-store';

export interface ProductPicturePorts {
  readonly store: ProductPictureStore;
  readonly dialogs: FileDialogs;
  /** In the language of the till. */
  readonly texts: () => Translate;
}

/** Pictures of products: chosen from a file, kept small, and fetched by the window where it shows them. */
export class ProductPictures implements ProductPictureStore {
  readonly #ports: ProductPicturePorts;

  constructor(ports: ProductPicturePorts) {
    this.#ports = ports;
  }

  choose(): Promise<Result<PictureFile | null>> {
    const { dialogs, texts } = this.#ports;
    const t = texts();
    return choosePicture(dialogs, { title: t('product.pictureTitle'), filter: t('product.pictures') });
  }

  put(productId: string, bytes: Uint8Array | null): void {
    this.#ports.store.put(productId, bytes);
  }

  read(version: string): Uint8Array | null {
    return this.#ports.store.read(version);
  }
}
