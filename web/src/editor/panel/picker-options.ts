import { useMemo } from 'react';
import { useLanguage } from '../../texts/texts';
import { useDefinition } from '../draft/use-draft';
import { membersOf, nameOf } from '../model/members';

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
    const options = (list: 'rows' | 'measures' | 'columns' | 'questions') =>
      membersOf(definition, list).map((member) => ({
        value: member.key,
        label: nameOf(member, locale).replace(/\{N([+-]1)?\}/g, 'N$1'),
      }));
    return {
      table: definition.kind === 'indicators',
      rows: options('rows'),
      measures: options('measures'),
      columns: options(definition.kind === 'short' ? 'questions' : 'columns'),
    };
  }, [definition, locale]);
}
