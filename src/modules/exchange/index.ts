export { ExchangeModule } from './exchange.module.js';
export { type ReadWorkbook, ReportWorkbooksService } from './report-workbooks.service.js';
