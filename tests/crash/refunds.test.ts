import { refunds } from '../support/crash/cases/refunds';
import { describeCases } from '../support/crash/describe-cases';

describeCases('Money that goes back', refunds);
