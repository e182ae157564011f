export { ZaloChannel, type ZaloOptions } from './zalo.channel.js';
