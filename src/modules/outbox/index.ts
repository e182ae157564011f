export { type Attachment, Attachments } from './attachments.js';
export type { ClaimedMessage, Settlement } from './claimed-message.js';
export { ClaimsService } from './claims.service.js';
export {
  GUARANTEES,
  guaranteeOf,
  MESSAGE_KINDS,
  MESSAGE_STATES,
  type Body,
  type Button,
  type Guarantee,
  type MessageKind,
  type SendOutcome,
} from './message.js';
export { OutboxModule } from './outbox.module.js';
export { OutboxService, type Door, type DoorAnswer, type Draft, type Hours } from './outbox.service.js';
export { Wake, type WakeName } from './wake.js';
