import { appearanceSchema } from '../../shared/appearance';
import { customerViewOf } from '../../shared/customer-view';
import { localeSchema } from '../../shared/country';
import type { Scene } from './builders';
import { fakeTill, qrImage } from './fake-till';
import { sceneNamed } from './scenes';

/**
 * `?scene=paid` shows that screen; what is pressed is answered, and nothing is charged. With `&language=pt-BR` in that
 * language, with `&theme=dark` or `&contrast=more` in those colours, and with `&screen=customer` as the customer sees it;
 * `&printers=none` finds no printer, and `&sales=none`, `&sales=one` or `&sales=back` makes for quiet days.
 */
const asked = new URLSearchParams(window.location.search);
const scene = painted(spoken(sceneNamed(asked.get('scene') ?? 'empty'), asked.get('language')));
if (asked.get('screen') === 'customer') {
  const { snapshot, draft } = scene;
  const subscribe = (listener: (view: unknown) => void) => {
    listener(customerViewOf(snapshot, draft, qrImage));
  };
  Object.defineProperty(window, 'customer', { value: { subscribe } });
  await import('../customer/main');
} else {
  Object.defineProperty(window, 'till', { value: fakeTill(scene) });
  await import('../main');
}

function spoken(scene: Scene, language: string | null): Scene {
  const locale = localeSchema.safeParse(language);
  return locale.success ? { ...scene, snapshot: { ...scene.snapshot, locale: locale.data } } : scene;
}

function painted(scene: Scene): Scene {
  const theme = asked.get('theme') ?? undefined;
  const appearance = appearanceSchema.parse({ theme, highContrast: asked.get('contrast') === 'more' });
  return { ...scene, snapshot: { ...scene.snapshot, appearance } };
}
