export { ExchangeModule } from './exchange.module.js';
export { PeopleWorkbookService } from './people-workbook.service.js';
export { type ReadWorkbook, ReportWorkbooksService } from './report-workbooks.service.js';
