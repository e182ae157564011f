import { Global, Module } from '@nestjs/common';
import { ActsController } from './acts/acts.controller.js';
import { DecisionsController } from './acts/decisions.controller.js';
import { DueMovesService } from './acts/due-moves.service.js';
import { OpeningService } from './acts/opening.service.js';
import { RoundsService } from './acts/rounds.service.js';
import { WaiversService } from './acts/waivers.service.js';
import { CalendarService } from './calendar.service.js';
import { ExtensionMessages } from './extension-messages.js';
import { ExtensionsController } from './extensions.controller.js';
import { ExtensionsService } from './extensions.service.js';
import { HolidaysController } from './holidays/holidays.controller.js';
import { HolidaysService } from './holidays/holidays.service.js';
import { CausedObligations } from './occasions/caused-obligations.js';
import { EventsService } from './occasions/events.service.js';
import { LocalRulesService } from './occasions/local-rules.service.js';
import { OccasionsController } from './occasions/occasions.controller.js';
import { SeenOccasionsService } from './occasions/seen-occasions.service.js';
import { ObligationWriter } from './obligation-writer.js';
import { ObligationsService } from './obligations.service.js';
import { ComparisonsService } from './unit-changes/comparisons.service.js';
import { UnitChangesController } from './unit-changes/unit-changes.controller.js';
import { UnitChangesService } from './unit-changes/unit-changes.service.js';
import { ToldChanges } from './unit-changes/told-changes.service.js';
import { ConferenceMessages } from './conferences/conference-messages.js';
import { ConferencesController } from './conferences/conferences.controller.js';
import { ConferencesService } from './conferences/conferences.service.js';
import { ConferenceViewService } from './conferences/conference-view.service.js';
import { MinutesService } from './conferences/minutes.service.js';
import { YearController } from './year/year.controller.js';
import { YearService } from './year/year.service.js';

@Global()
@Module({
  controllers: [
    ExtensionsController,
    OccasionsController,
    ActsController,
    DecisionsController,
    UnitChangesController,
    ConferencesController,
    YearController,
    HolidaysController,
  ],
  providers: [
    CalendarService,
    ObligationsService,
    ExtensionsService,
    ExtensionMessages,
    ObligationWriter,
    WaiversService,
    DueMovesService,
    OpeningService,
    RoundsService,
    CausedObligations,
    EventsService,
    LocalRulesService,
    SeenOccasionsService,
    HolidaysService,
    UnitChangesService,
    ComparisonsService,
    ToldChanges,
    ConferencesService,
    ConferenceMessages,
    MinutesService,
    ConferenceViewService,
    YearService,
  ],
  exports: [
    CalendarService,
    ObligationsService,
    ExtensionsService,
    WaiversService,
    DueMovesService,
    OpeningService,
    RoundsService,
    EventsService,
    LocalRulesService,
    HolidaysService,
    UnitChangesService,
  ],
})
export class CalendarModule {}
