export type { Delegation, DelegationWish } from './delegation.js';
export { DelegationsService } from './delegations.service.js';
export { PeopleModule } from './people.module.js';
