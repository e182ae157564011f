export { ExchangeModule } from './exchange.module.js';
export { PeopleWorkbookService } from './people-workbook.service.js';
export { type ReadWorkbook, ReportWorkbooksService, roundOf } from './report-workbooks.service.js';
export type { ToldFault } from './report-workbook/mark-faults.js';
