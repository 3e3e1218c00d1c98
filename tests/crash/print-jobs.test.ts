import { printJobs } from '../support/crash/cases/print-jobs';
import { describeCases } from '../support/crash/describe-cases';

describeCases('The print job', printJobs);
