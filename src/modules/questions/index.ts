export type { Question } from './question.js';
export { QuestionsModule } from './questions.module.js';
export { QuestionsService } from './questions.service.js';
