export { EmailChannel, type EmailOptions } from './email.channel.js';
export { lettersOf } from './letters-of.js';
