export { DefinitionsModule } from './definitions.module.js';
export { DefinitionsService } from './definitions.service.js';
export { type Draft, DraftsService, type Edited, type RefusedEdit } from './drafts.service.js';
export type { FormVersion, UnitForm, VersionRecord } from './form-version.js';
export { changedMeanwhile, formUnknown } from './problems.js';
export { labelsOf } from './labels.js';
export { type Said, Sayer } from './sayer.js';
export { PublishingService } from './publishing.service.js';
