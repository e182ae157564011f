export { WordingModule } from './wording.module.js';
export { WordingService } from './wording.service.js';
