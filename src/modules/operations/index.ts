export { QUEUE_ANSWERS, type QueueAnswers } from './health.controller.js';
export { OperationsModule } from './operations.module.js';
export { TrainingService } from './training.service.js';
export { runningPlanYear, TrainingStartService, type TrainingLinks } from './training-start.service.js';
export { readCast, readFigures } from './training-cast.js';
