import { createContext, useContext, useMemo } from 'react';
import { useLanguage } from '../../texts/texts';
import { useDefinition } from '../draft/use-draft';
import type { ListName, Reference } from '../model/forms';
import { linesOf, membersOf, nameOf } from '../model/members';
import { newReference } from '../model/new-formula';

export interface PickerOption {
  value: string;
  label: string;
}

/** What formulas of this form may refer to, as options of drop-downs. */
export interface Places {
  /** Rows and measures in an indicator form; columns or questions elsewhere. */
  table: boolean;
  rows: PickerOption[];
  measures: PickerOption[];
  columns: PickerOption[];
}

export function usePlaces(): Places {
  const definition = useDefinition();
  const { locale } = useLanguage();
  return useMemo(() => {
    const options = (list: ListName) =>
      membersOf(definition, list).map((member) => ({
        value: member.key,
        label: nameOf(member, locale).replace(/\{N([+-]1)?\}/g, 'N$1'),
      }));
    return {
      table: definition.kind === 'indicators',
      rows: options('rows'),
      measures: options('measures'),
      columns: options(linesOf(definition.kind)),
    };
  }, [definition, locale]);
}

/** What new parts of a rule begin with, where it is not the row itself: a rule over its own row would be a circle. */
export const BeginWith = createContext<Reference | undefined>(undefined);

export function useBegin(): Reference {
  const places = usePlaces();
  return useContext(BeginWith) ?? newReference(places.table, places.columns[0]?.value ?? '');
}
