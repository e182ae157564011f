export { fieldFromContext, type Field, type UnderstandContext } from './field.js';
export { understand } from './understand.js';
export { reasonParams, type Absence, type Reason, type Understood } from './understood.js';
