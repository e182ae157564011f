export type { Consolidation } from './consolidate.js';
export { isWholeYear } from './earlier-measure.js';
export {
  ConsolidationService,
  nothingToConsolidate,
  type ConsolidatedForm,
  type RollUpOffer,
} from './consolidation.service.js';
export type { ChildFacts, MissingWhy, NoValue, RolledCell } from './roll-up.js';
export { RollupsModule } from './rollups.module.js';
export { type RollOver, RollOverService } from './roll-over.service.js';
