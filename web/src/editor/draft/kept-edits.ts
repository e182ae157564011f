import type { Edit } from '../model/forms';

/** Where edits lie until the server has them. `keep` with none clears the place. */
export interface KeptEdits {
  read: () => Edit[];
  keep: (edits: readonly Edit[]) => void;
}

/** In this browser, for one person and form: a reload, a closed laptop or a cut network loses nothing. */
export function keptInBrowser(form: string, person: string): KeptEdits {
  const place = `nhip.unsent.${person}.${form}`;
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
        return Array.isArray(kept) ? (kept as Edit[]) : [];
      } catch {
        return [];
      }
    },
    keep: (edits) => {
      try {
        if (edits.length === 0) localStorage.removeItem(place);
        else localStorage.setItem(place, JSON.stringify(edits));
      } catch {
        // Without room or permission the edits live as long as the page; what is not sent is still shown as unsent.
      }
    },
  };
}
