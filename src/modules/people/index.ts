export { DeepLinks } from './deep-links.js';
export type { Delegation, DelegationWish } from './delegation.js';
export { DelegationsService } from './delegations.service.js';
export { EnrolmentService, type Given, type Key, type Recognised } from './enrolment.service.js';
export { type Particulars, readParticulars } from './particulars.js';
export { PeopleModule } from './people.module.js';
export { RegisterService } from './register.service.js';
export type { GivenRole, RegisteredPerson } from './registered-person.js';
