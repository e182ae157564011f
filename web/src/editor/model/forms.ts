// The one door from the editor to the form engine, for its types: what they describe is worked out by the server. Only the words
// of units and the days that there are are known here too, so that what is typed is what it means at once, what a part of a
// row is like, and how a rule is kept.
export type {
  Carry,
  Check,
  Comparison,
  Condition,
  Edit,
  Fault,
  FormDefinition,
  Formula,
  Item,
  Json,
  ListName,
  LocalText,
  NamedUnit,
  Reference,
  Row,
  SheetCell,
  SheetLayout,
  SheetRow,
} from '../../../../src/forms/index.js';
export {
  dayOfText,
  dayText,
  formulaOf,
  isCalendarDay,
  keptByColumn,
  keptByMeasure,
  partRow,
  unitNamed,
} from '../../../../src/forms/index.js';
