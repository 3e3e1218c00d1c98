import { paper } from '../support/crash/cases/paper';
import { describeCases } from '../support/crash/describe-cases';

describeCases('The ticket', paper);
