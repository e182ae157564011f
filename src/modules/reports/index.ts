export { DocumentsService, type SignedDocument } from './documents.service.js';
export { MoveBody } from './moves.controller.js';
export { type Replayed, ReplayService } from './replay.service.js';
export type { Change, Doer, Report, ReportState, Written } from './report.js';
export { ReportsModule } from './reports.module.js';
export { ReportsService } from './reports.service.js';
export { StatusReportsService, type StatusReport } from './status-reports.service.js';
export { titleOf, type OwedItem } from './overview.js';
export { OverviewService } from './overview.service.js';
