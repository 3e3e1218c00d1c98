import { useEffect, useState } from 'react';

/** Now, in milliseconds since 1970, told again every `everyMs` on the beat of the clock. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(Date.now());
      timer = setTimeout(tick, everyMs - (Date.now() % everyMs));
    };
    timer = setTimeout(tick, everyMs - (Date.now() % everyMs));
    return () => {
      clearTimeout(timer);
    };
  }, [everyMs]);
  return now;
}
