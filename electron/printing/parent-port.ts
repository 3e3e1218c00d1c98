/** The way to the process that started this one. */
export interface ParentPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Electron's `process.parentPort`, which Node's types do not know. Its messages come wrapped in an event. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/**
 * The same process runs as Electron's utility process and, in tests, as a child of plain Node.
 * @throws when it was started as neither.
 */
export function parentPort(): ParentPort {
  const utility: unknown = Reflect.get(process, 'parentPort');
  if (isUtilityPort(utility)) {
    return {
      post: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data }) => listener(data)),
    };
  }
  if (!process.send) throw new Error('the printing process is started by the till');
  process.on('disconnect', () => process.exit());
  return {
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
  };
}

function isUtilityPort(port: unknown): port is UtilityPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port;
}
