import type { DataFault } from '../../shared/recovery';

/** The till's data can't be used as it is; a person decides how to go on. */
export class DataUnusable extends Error {
  override readonly name = 'DataUnusable';

  constructor(
    readonly fault: DataFault,
    detail: string,
  ) {
    super(detail);
  }
}
