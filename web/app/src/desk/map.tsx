// Where boxes stand to each other, drawn from their coordinates alone: no tiles from elsewhere.

import { useState } from "preact/hooks";
import { boxes } from "../phone/area";
import { useAsk } from "./ask";
import { worstOf } from "./board_rows";
import { Shown } from "./frame";
import type { BoardRow, NeedLevel } from "./types";
import { t } from "./words";

interface Spot {
  code: string;
  name: string;
  x: number;
  y: number; // metres from the middle, north is up
  level: NeedLevel;
}

const EARTH = 6_371_000;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

function spotsOf(rows: BoardRow[]): Spot[] {
  const levels = new Map(rows.map((row) => [row.box, worstOf(row.cells)]));
  const placed = (boxes.value ?? []).flatMap((box) => (box.lat === null || box.lon === null ? [] : [{ ...box, lat: box.lat, lon: box.lon }]));
  const middle = (of: (box: (typeof placed)[number]) => number) => placed.reduce((sum, box) => sum + of(box), 0) / Math.max(1, placed.length);
  const [lat, lon] = [middle((box) => box.lat), middle((box) => box.lon)];
  return placed.map((box) => ({
    code: box.code, name: box.name, level: levels.get(box.code) ?? "ok",
    x: EARTH * rad(box.lon - lon) * Math.cos(rad(lat)), y: -EARTH * rad(box.lat - lat),
  }));
}

/** A round length that is about a fifth of the width. */
function scaleOf(width: number): number {
  const step = 10 ** Math.floor(Math.log10(width / 4));
  return [5, 2, 1].map((n) => n * step).find((length) => length <= width / 4) ?? step;
}

function Drawing({ spots }: { spots: Spot[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const reach = Math.max(60, ...spots.flatMap((spot) => [Math.abs(spot.x), Math.abs(spot.y)])) * 1.15;
  const size = reach / 45;
  const scale = scaleOf(reach * 2);
  const named = spots.length <= 40;
  return (
    <svg class="map card" viewBox={`${-reach} ${-reach} ${reach * 2} ${reach * 2}`} role="group" aria-label={t("map")}>
      {spots.map((spot) => (
        <a key={spot.code} href={`/B/${spot.code}`} aria-label={`${spot.name}: ${t(`level.${spot.level}`)}`}
          onFocus={() => setChosen(spot.code)} onMouseEnter={() => setChosen(spot.code)}>
          <circle class={spot.level} cx={spot.x} cy={spot.y} r={size} />
          {(named || chosen === spot.code) && <text x={spot.x} y={spot.y - size * 1.5} font-size={size * 1.7}>{spot.name}</text>}
        </a>
      ))}
      <g class="scale">
        <path d={`M${-reach * 0.95} ${reach * 0.93}h${scale}`} stroke-width={size / 4} />
        <text x={-reach * 0.95} y={reach * 0.9} font-size={size * 1.7} class="start">{scale >= 1000 ? `${scale / 1000} km` : `${scale} m`}</text>
      </g>
    </svg>
  );
}

export function MapRoom() {
  const asked = useAsk<{ rows: BoardRow[] }>("board", ["booking", "transfer", "box"]);
  return (
    <Shown asked={asked}>
      {({ rows }) => {
        const spots = spotsOf(rows);
        const without = (boxes.value ?? []).length - spots.length;
        return (
          <>
            {spots.length > 0 ? <Drawing spots={spots} /> : <p class="big-empty">{t("nocoordinates")}</p>}
            {spots.length > 0 && without > 0 && <p class="quiet">{t("somewithout", { n: without })}</p>}
          </>
        );
      }}
    </Shown>
  );
}
