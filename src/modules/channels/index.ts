export type { Capabilities, Channel, Outgoing } from './channel.port.js';
export { ChannelRegistry } from './channel-registry.js';
export { ChannelsModule } from './channels.module.js';
export { chatOf } from './webchat/chat-cookie.js';
export { DeliveryService } from './delivery.service.js';
