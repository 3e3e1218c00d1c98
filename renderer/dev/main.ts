import { fakeTill } from './fake-till';
import { sceneNamed } from './scenes';

/** `?scene=paid` shows that screen; what is pressed is answered, and nothing is charged. */
const name = new URLSearchParams(window.location.search).get('scene') ?? 'empty';
Object.defineProperty(window, 'till', { value: fakeTill(sceneNamed(name)) });
await import('../main');
