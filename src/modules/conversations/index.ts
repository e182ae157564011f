export { ConversationsModule } from './conversations.module.js';
export { ConversationsService } from './conversations.service.js';
export { type FetchedFile, IncomingFiles, MOST_FILE_BYTES } from './incoming-files.js';
export type { Incoming } from './incoming.js';
export { previewQuestions } from './preview-questions.js';
export { takeTurn } from './turn.js';
export { codeIn, withoutCodes } from './hidden-codes.js';
