import { describe } from 'vitest';
import { fieldFaults, type FaultId } from './field-faults';

/** The tests of one fault of the field, under its name. */
export function describeFault(id: FaultId, tests: () => void): void {
  describe(`${id} ${fieldFaults[id].broken}`, tests);
}
