export { DefinitionsModule } from './definitions.module.js';
export { DefinitionsService, type FormVersion, type UnitForm } from './definitions.service.js';
