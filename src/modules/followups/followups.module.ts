import { Global, Module } from '@nestjs/common';
import { AlarmsController } from './alarms.controller.js';
import { BoardService } from './board.service.js';
import { ChannelLimits } from './channel-limits.js';
import { AskedTargetsService } from './asked-targets.service.js';
import { DeskController } from './desk.controller.js';
import { DeskService } from './desk.service.js';
import { DigestWriter } from './digest-writer.js';
import { DryRunController } from './dry-run.controller.js';
import { DryRunService } from './dry-run.service.js';
import { EscalationsService } from './escalations.service.js';
import { EvidenceService } from './evidence.service.js';
import { FollowupsController } from './followups.controller.js';
import { FollowupsService } from './followups.service.js';
import { ForecastController } from './forecast.controller.js';
import { ForecastService } from './forecast.service.js';
import { LadderController } from './ladder.controller.js';
import { LadderDraftsService } from './ladder-drafts.service.js';
import { LaddersService } from './ladders.service.js';
import { NoticeDoor } from './notice-door.service.js';
import { NoticeLedger } from './notice-ledger.js';
import { OpenForms } from './open-forms.js';
import { NoticePreviewService } from './notice-preview.service.js';
import { PlanningFactsService } from './planning-facts.service.js';
import { PromisesService } from './promises.service.js';
import { RemindNowService } from './remind-now.service.js';
import { SilenceService } from './silence.service.js';
import { TakeBackService } from './take-back.service.js';
import { UnitQuestionsService } from './unit-questions.service.js';
import { MovedDaysService } from './moved-days.service.js';
import { UnreachedService } from './unreached.service.js';
import { WatchdogService } from './watchdog.service.js';

@Global()
@Module({
  controllers: [
    DeskController,
    FollowupsController,
    ForecastController,
    DryRunController,
    LadderController,
    AlarmsController,
  ],
  providers: [
    DeskService,
    AskedTargetsService,
    FollowupsService,
    ForecastService,
    PlanningFactsService,
    DigestWriter,
    OpenForms,
    EvidenceService,
    NoticeDoor,
    NoticeLedger,
    UnreachedService,
    MovedDaysService,
    SilenceService,
    TakeBackService,
    LaddersService,
    PromisesService,
    BoardService,
    EscalationsService,
    RemindNowService,
    UnitQuestionsService,
    DryRunService,
    ChannelLimits,
    LadderDraftsService,
    NoticePreviewService,
    WatchdogService,
  ],
  exports: [
    ChannelLimits,
    WatchdogService,
    OpenForms,
    FollowupsService,
    ForecastService,
    LaddersService,
    PromisesService,
    BoardService,
    EscalationsService,
    RemindNowService,
    TakeBackService,
    UnitQuestionsService,
  ],
})
export class FollowupsModule {}
