// The areas within one's reach, each with the path by which people know it.

import { useMemo } from "preact/hooks";
import { type Asked, useAsk } from "./ask";
import { t } from "./words";

interface Told {
  id: number;
  name: string;
  kind: string;
  parent: number;
}

export interface AreaRow extends Told {
  path: string; // "书院社区 · 二网格"
}

const KINDS = ["city", "district", "community", "grid", "building"] as const;
type Kind = (typeof KINDS)[number];

const rank = (kind: string) => KINDS.indexOf(kind as Kind);
const COMMUNITY = rank("community");

export const kindWord = (kind: string) => t(`area.${kind as Kind}`);
/** What can be made in an area of a kind: cities and districts come with the inventory. */
export const kindsBelow = (kind: string) => KINDS.slice(Math.max(COMMUNITY, rank(kind) + 1));

/** A community's path begins with itself: which city and district it is in is known. */
export function withPaths(rows: readonly Told[]): AreaRow[] {
  const paths = new Map<number, string>();
  return rows.map((row) => { // each stands behind what it lies in
    const above = rank(row.kind) > COMMUNITY ? paths.get(row.parent) : undefined;
    const path = above === undefined ? row.name : `${above} · ${row.name}`;
    paths.set(row.id, path);
    return { ...row, path };
  });
}

export function useAreas(): Asked<AreaRow[]> {
  const asked = useAsk<{ rows: Told[] }>("areas");
  const data = useMemo(() => (asked.data ? withPaths(asked.data.rows) : null), [asked.data]);
  return { ...asked, data };
}
