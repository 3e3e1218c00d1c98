/** What is wrong with the virtual printer. Assigning to a field takes effect at once. */
export interface PrinterFaults {
  /** Stops and says so, until there is paper again. */
  paperOut: boolean;
  paperLow: boolean;
  coverOpen: boolean;
  /** Stops and says no more than that. */
  offline: boolean;
  /** Stops with an error that only switching it off and on clears. */
  broken: boolean;
  /** False: `DLE EOT` is swallowed, as many cheap printers do. */
  answersStatus: boolean;
  /** False: `GS r` and `GS ( H` are swallowed. */
  answersFences: boolean;
  /** False: only `GS ( H` is swallowed, which many clones do not know. */
  answersProcessIds: boolean;
  /** False: `GS I` is swallowed, so that it is known by its address only. */
  named: boolean;
  /** Nothing is taken from the wire, so that the sender's own buffers fill up. */
  neverReads: boolean;
  /** How fast it prints; null is as fast as bytes come. */
  bytesPerSecond: number | null;
  /** The roll ends after so many more lines. */
  paperOutAfterLines: number | null;
  /** The cable is pulled when so many more bytes have arrived. Status requests do not count. */
  unplugAfterBytes: number | null;
}

const noFaults: Readonly<PrinterFaults> = {
  paperOut: false,
  paperLow: false,
  coverOpen: false,
  offline: false,
  broken: false,
  answersStatus: true,
  answersFences: true,
  answersProcessIds: true,
  named: true,
  neverReads: false,
  bytesPerSecond: null,
  paperOutAfterLines: null,
  unplugAfterBytes: null,
};

/** Faults that call back whenever one of them is assigned. */
export function watchedFaults(onChange: () => void): PrinterFaults {
  return new Proxy(
    { ...noFaults },
    {
      set: (faults, name, value) => {
        const assigned = Reflect.set(faults, name, value);
        onChange();
        return assigned;
      },
    },
  );
}
