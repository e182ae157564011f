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
  type OneTimeText,
  type SendOutcome,
} from './message.js';
export { type OneTimeMaker, OneTimeTexts } from './one-time-texts.js';
export { OutboxModule } from './outbox.module.js';
export { type Unsent, unsentCodes, unsentOf } from './unsent.js';
export { OutboxService, type Door, type DoorAnswer, type Hours } from './outbox.service.js';
export { Wake, type WakeName } from './wake.js';
export { type Draft, givenMessages, writingMessages } from './writing-messages.js';
