import { givingUp } from '../support/crash/cases/giving-up';
import { describeCases } from '../support/crash/describe-cases';

describeCases('Giving a charge up', givingUp);
