import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { OneTimeService } from '../access/index.js';
import { type Body, OneTimeTexts } from '../outbox/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { type Clock, newId, WALL_CLOCK } from '../shared/index.js';
import { GroupsService } from '../units/index.js';
import { GROUP_CODE, SIGN_IN_LINK, type Turn } from './effect.js';

/** A link or a code in a chat is used at once or not at all. */
const MINUTES = 15;

/** The links and codes that turns promise: the replies name them, and they are made as a reply leaves or is shown. */
@Injectable()
export class OneTimeRepliesService implements OnModuleInit {
  constructor(
    private readonly oneTime: OneTimeService,
    private readonly groups: GroupsService,
    private readonly texts: OneTimeTexts,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(WALL_CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.texts.addMaker('sign-in', async (ref, person, onOurPage) => {
      const [message = '', until = ''] = ref.split('/');
      const secret = await this.oneTime.signInSecretFor(message, person, new Date(until));
      // The web chat is on the same address as the pages, whatever that is called from outside.
      const at = onOurPage ? '' : (this.settings.publicUrl ?? `http://localhost:${this.settings.port}`);
      return secret && `${at}/dang-nhap#${secret}`;
    });
    this.texts.addMaker('group-code', (ref, person) => {
      const [message = '', until = '', unit = ''] = ref.split('/');
      return this.groups.issueFor(message, unit, person, new Date(until));
    });
  }

  /** The replies of a turn of `person`, those that hold something that works once with what is to be made. */
  named({ replies, effects }: Turn, person: string | undefined): Body[] {
    if (!person) return replies;
    const until = new Date(this.clock.now().getTime() + MINUTES * 60_000).toISOString();
    const promised = effects.flatMap((effect) => {
      if (effect.do === 'sign-in') return [{ place: SIGN_IN_LINK, ref: `sign-in/${newId()}/${until}`, person }];
      if (effect.do !== 'group-code') return [];
      return [{ place: GROUP_CODE, ref: `group-code/${newId()}/${until}/${effect.unit}`, person }];
    });
    return replies.map((body) => {
      const oneTime = promised.find(({ place }) => body.text.includes(place));
      return oneTime ? { ...body, oneTime } : body;
    });
  }
}
