import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Settings } from '../../modules/settings/index.js';

/** What a command works with: the product's services, started without serving anything. */
export interface Office {
  settings: Settings;
  of<T>(service: abstract new (...given: never[]) => T): T;
  /** A new one-time sign-in link for a person. */
  link(person: string): Promise<string>;
}

type Values<O extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: O }>>['values'];

/** One command of `npm run admin`: a file of this folder, named in commands.ts. */
export interface AdminCommand {
  name: string;
  /** What follows the name, e.g. `--person <id>`. */
  usage: string;
  /** What it does, Vietnamese / English. */
  says: string;
  /** Reads its options and runs; what it returns is printed. Throws {@link WrongUse} where the options do not do. */
  run(args: string[], office: Office): Promise<string>;
}

/** The options do not do: the usage of the command is printed, after `reason` where there is one. */
export class WrongUse extends Error {
  constructor(readonly reason?: string) {
    super(reason ?? 'wrong use');
  }
}

/** Declares a command with typed options. */
export function adminCommand<const O extends ParseArgsOptionsConfig>(command: {
  name: string;
  usage: string;
  says: string;
  options: O;
  run(values: Values<O>, office: Office): Promise<string>;
}): AdminCommand {
  const { options, run, ...told } = command;
  return {
    ...told,
    async run(args, office) {
      return run(read(args, options), office);
    },
  };
}

function read<const O extends ParseArgsOptionsConfig>(args: string[], options: O): Values<O> {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new WrongUse(`${(error as Error).message.split('. ')[0]}.`);
  }
}

/** The plan year that was typed, or {@link WrongUse}. */
export function planYearOf(text: string | undefined): number {
  if (text === undefined || !/^(19|20|21)\d{2}$/.test(text)) {
    throw new WrongUse('--plan-year: năm kế hoạch gồm bốn chữ số / a plan year has four digits.');
  }
  return Number(text);
}
