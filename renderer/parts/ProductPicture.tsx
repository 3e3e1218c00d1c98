import { pictureAddress } from '../../shared/product-picture';
import './ProductPicture.css';

interface ProductPictureProps {
  /** Of a product's picture; or a new one itself, in base64. */
  readonly picture: { readonly version: string } | { readonly base64: string };
}

/** A product's picture on white paper. Decoration: its name stands beside it. */
export function ProductPicture({ picture }: ProductPictureProps) {
  const source = 'version' in picture ? pictureAddress(picture.version) : `data:image/webp;base64,${picture.base64}`;
  return <img className="product-picture" src={source} alt="" loading="lazy" decoding="async" draggable={false} />;
}
