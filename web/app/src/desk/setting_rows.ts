// Settings as they hold for the own area.

export interface SettingRow {
  key: string;
  kind: "number" | "text" | "flag" | "day";
  value: string;
  meaning: string;
  low: number;
  high: number;
  area: number | null; // null: nobody has set it
  box: string | null;
  above: string | null; // the area that it is inherited from
  ours: boolean; // to change; else it is one for the whole district
}

export interface Named {
  own: SettingRow;
  within: { row: SettingRow; where: string }[]; // set for a part of the area
}

/** What was set for the own area comes before what holds above it, and that before the default. */
export function named(rows: readonly SettingRow[], own: number | undefined, path: (area: number) => string): Named[] {
  const all = new Map<string, Named>();
  for (const row of rows) {
    if (row.box !== null) continue;
    const known = all.get(row.key);
    if (!known) all.set(row.key, { own: row, within: [] });
    else if (row.area === own) known.own = row;
    else if (row.above !== null) known.own = known.own.area === own ? known.own : row;
    else if (row.area !== null) known.within.push({ row, where: path(row.area) });
  }
  return [...all.values()];
}
