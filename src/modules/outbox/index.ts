export { type Attachment, Attachments } from './attachments.js';
export type { Body, Button, MessageKind, SendOutcome } from './message.js';
export { OutboxModule } from './outbox.module.js';
export { OutboxService, type ClaimedMessage, type Door, type DoorAnswer, type Draft } from './outbox.service.js';
export { Wake, type WakeName } from './wake.js';
