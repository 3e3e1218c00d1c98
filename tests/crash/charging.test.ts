import { charging } from '../support/crash/cases/charging';
import { describeCases } from '../support/crash/describe-cases';

describeCases('From the first key to the payment', charging);
