import { smallWrites } from '../support/crash/cases/small-writes';
import { describeCases } from '../support/crash/describe-cases';

describeCases('Everything else that a sale writes', smallWrites);
