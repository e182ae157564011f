/**
 * The form engine of the server, run in the page: a figure is understood, worked out and checked here by the very code that
 * will judge it there (docs/adr/0006). Only this file of the pages takes more than types from it.
 */
export {
  checkAnswers,
  completeness,
  computeCells,
  fieldOf,
  fillYears,
  formatEn,
  formatVi,
  isNumeric,
  messageOf,
  reasonParams,
  understand,
} from '../../../src/forms/index.js';
export type {
  Answers,
  Cell,
  Cells,
  ChatStep,
  FormDefinition,
  IndicatorForm,
  Issue,
  LocalText,
  Measure,
  RecordRow,
  Row,
  ValueCell,
} from '../../../src/forms/index.js';
