export { TelegramChannel, type SetUp, type TelegramOptions } from './telegram.channel.js';
