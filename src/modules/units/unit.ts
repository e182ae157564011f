/** A body that owes or receives reports. `kind` and `level` are the profile's words; code never compares them to literals. */
export interface Unit {
  code: string;
  name: string;
  nameEn?: string;
  /** The profile's name for this sort of unit, e.g. what a milestone's `owes` selects. */
  kind: string;
  /** The tier it belongs to. */
  level: string;
  parent?: string;
  /** E.g. `rural-unit`, `urban-unit`: which indicators apply. */
  traits: string[];
  /** Names by which catalogs call this unit as lead agency. */
  leads: string[];
  /** False for bodies outside the system (a ministry, a council): named as recipient, never reminded. */
  member: boolean;
  validFrom?: string;
  validTo?: string;
  provenance: string;
}

/** Who a person is towards a unit: answers for it, heads it, watches the units below it, or administers the product. */
export type Role = 'official' | 'head' | 'supervisor' | 'admin';
