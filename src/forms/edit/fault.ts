import type { ListName } from './edit.js';

/** One thing that keeps a draft from being published. Its text is the message `definitions.fault.<code>` with `params`. */
export interface Fault {
  code: string;
  /** The member and field it is about; absent where it is about the form as a whole. */
  list?: ListName;
  key?: string;
  field?: string;
  params: Record<string, string>;
}
