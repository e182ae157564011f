import { Global, Module } from '@nestjs/common';
import { CarryingService } from './carrying.service.js';
import { CorrectionsService } from './corrections.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { MovesController } from './moves.controller.js';
import { MovesService } from './moves.service.js';
import { OverviewService } from './overview.service.js';
import { ReplayService } from './replay.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { RevisionsService } from './revisions.service.js';
import { StatusReportsService } from './status-reports.service.js';
import { StatusReviewsService } from './status-reviews.service.js';
import { WordsController } from './words.controller.js';

@Global()
@Module({
  controllers: [ReportsController, DocumentsController, MovesController, FilesController, WordsController],
  providers: [
    ReportsService,
    StatusReportsService,
    StatusReviewsService,
    DocumentsService,
    OverviewService,
    CarryingService,
    FilesService,
    MovesService,
    ReplayService,
    RevisionsService,
    CorrectionsService,
  ],
  exports: [
    FilesService,
    RevisionsService,
    CorrectionsService,
    CarryingService,
    ReportsService,
    StatusReportsService,
    StatusReviewsService,
    DocumentsService,
    OverviewService,
    MovesService,
    ReplayService,
  ],
})
export class ReportsModule {}
