import type { Holiday } from './queries';

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The days as the file that the import takes, ready to be changed and sent back. The mark at its head lets Excel read accents. */
export function csvAddress(days: readonly Holiday[]): string {
  const lines = days.map((day) =>
    [day.date, day.kind, day.nameVi, day.nameEn, day.status, day.source].map(quoted).join(','),
  );
  const text = `\uFEFF${['date,kind,name_vi,name_en,status,source', ...lines].join('\r\n')}\r\n`;
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}
