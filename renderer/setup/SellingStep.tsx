import type { People } from '../../shared/people/people';
import type { Setup } from '../../shared/snapshot';
import { DiscountLimitForm } from './DiscountLimitForm';
import { ScaleCodesForm } from './ScaleCodesForm';
import { ScannerTest } from './ScannerTest';
import './SellingStep.css';

interface SellingStepProps {
  readonly setup: Setup;
  readonly people: People;
}

/** How this store sells: what a cashier may take off, the labels of its scale, and its scanner. */
export function SellingStep({ setup: { selling }, people }: SellingStepProps) {
  return (
    <div className="selling-step">
      <DiscountLimitForm selling={selling} people={people} />
      <ScaleCodesForm selling={selling} />
      <ScannerTest selling={selling} />
    </div>
  );
}
