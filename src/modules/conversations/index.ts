export { ConversationsModule } from './conversations.module.js';
export { ConversationsService } from './conversations.service.js';
export type { Incoming } from './incoming.js';
export { previewQuestions } from './preview-questions.js';
export { takeTurn } from './turn.js';
