import { Global, Module } from '@nestjs/common';
import { DocumentsService } from './documents.service.js';
import { OverviewService } from './overview.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { StatusReportsService } from './status-reports.service.js';

@Global()
@Module({
  controllers: [ReportsController],
  providers: [ReportsService, StatusReportsService, DocumentsService, OverviewService],
  exports: [ReportsService, StatusReportsService, DocumentsService, OverviewService],
})
export class ReportsModule {}
