import type { Snapshot } from '../../shared/snapshot';

export default function SetupScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  return <main>{snapshot.revision}</main>;
}
