import { over } from '../support/crash/cases/over';
import { describeCases } from '../support/crash/describe-cases';

describeCases('Money after the end', over);
