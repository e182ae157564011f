import { Global, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { IncomingFiles } from '../conversations/index.js';
import { ChannelLimits } from '../followups/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { MESSAGES, type Messages } from '../shared/index.js';
import { ContactsService } from '../units/index.js';
import { AttachmentLinks } from './attachment-links.service.js';
import { AttachmentsController } from './attachments.controller.js';
import type { Channel } from './channel.port.js';
import { ChannelRegistry } from './channel-registry.js';
import { ComposeService } from './compose.service.js';
import { DeliveryService } from './delivery.service.js';
import { Postman } from './postman.js';
import { SharedPaceStore } from './pace/index.js';
import { TelegramChannel } from './telegram/index.js';
import { TelegramController } from './telegram/telegram.controller.js';
import { TelegramIntake } from './telegram/telegram-intake.js';
import { EmailChannel, lettersOf } from './email/index.js';
import { StopLettersController } from './email/stop-letters.controller.js';
import { IntakeService } from './intake.service.js';
import { ChatFilesController } from './webchat/chat-files.controller.js';
import { LinesService } from './webchat/lines.service.js';
import { SentFilesService } from './webchat/sent-files.service.js';
import { WebChatChannel } from './webchat/webchat.channel.js';
import { WebChatController } from './webchat/webchat.controller.js';
import { ZaloChannel } from './zalo/index.js';
import { ZaloController } from './zalo/zalo.controller.js';

@Global()
@Module({
  controllers: [
    AttachmentsController,
    ChatFilesController,
    WebChatController,
    TelegramController,
    ZaloController,
    StopLettersController,
  ],
  providers: [
    LinesService,
    SentFilesService,
    WebChatChannel,
    {
      provide: TelegramChannel,
      inject: [SETTINGS],
      useFactory: ({ telegram }: Settings) => {
        const log = new Logger('telegram');
        return telegram ? new TelegramChannel({ ...telegram, log: (line) => log.warn(line) }) : null;
      },
    },
    {
      provide: ZaloChannel,
      inject: [SETTINGS],
      useFactory: ({ zalo }: Settings) => {
        const log = new Logger('zalo');
        return zalo ? new ZaloChannel({ ...zalo, log: (line) => log.warn(line) }) : null;
      },
    },
    {
      provide: EmailChannel,
      inject: [SETTINGS, MESSAGES, ContactsService],
      useFactory: (settings: Settings, messages: Messages, contacts: ContactsService) =>
        settings.email ? new EmailChannel(lettersOf(settings, messages, contacts)) : null,
    },
    {
      provide: ChannelRegistry,
      inject: [WebChatChannel, TelegramChannel, ZaloChannel, EmailChannel],
      useFactory: (...channels: (Channel | null)[]) => new ChannelRegistry(channels.filter((one) => one !== null)),
    },
    TelegramIntake,
    IntakeService,
    AttachmentLinks,
    ComposeService,
    SharedPaceStore,
    Postman,
    DeliveryService,
  ],
  exports: [DeliveryService, ChannelRegistry],
})
export class ChannelsModule implements OnModuleInit {
  constructor(
    private readonly registry: ChannelRegistry,
    private readonly files: IncomingFiles,
    private readonly limits: ChannelLimits,
  ) {}

  /** Tells the dialogs how the files of each channel are fetched, and the dry run how fast each takes messages. */
  onModuleInit(): void {
    this.limits.tell(
      this.registry.all.flatMap(({ name, capabilities: { perSecond } }) =>
        perSecond === undefined ? [] : [{ channel: name, perSecond }],
      ),
      this.registry.all.map(({ name }) => name),
    );
    for (const channel of this.registry.all) {
      if (channel.fetchFile) this.files.from(channel.name, (fileId) => channel.fetchFile!(fileId));
    }
  }
}
