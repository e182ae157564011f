export { ContactsService, type Contact } from './contacts.service.js';
export { PeopleService, type Person } from './people.service.js';
export { readUnits, type UnitsOfProfile } from './read-units.js';
export { PersonEntity, UnitEntity } from './unit.entity.js';
export { existsOn, type HeldRole, holdsOn, leadsOn, type Role, type Term, type Unit } from './unit.js';
export { UnitTree } from './unit-tree.js';
export { UnitsModule } from './units.module.js';
export { UnitsService, type BaseFigure } from './units.service.js';
