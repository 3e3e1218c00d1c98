import { reviews } from '../support/crash/cases/reviews';
import { describeCases } from '../support/crash/describe-cases';

describeCases('Money that a person decides about', reviews);
