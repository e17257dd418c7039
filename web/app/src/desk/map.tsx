// Where boxes stand to each other, drawn from their coordinates alone: no tiles from elsewhere.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { boxes } from "../phone/area";
import { useAsk } from "./ask";
import { worstOf } from "./board_rows";
import { Shown } from "./frame";
import { DOT, MARGIN, type Mark as Placed, placeLabels, TEXT } from "./map_labels";
import type { BoardRow, NeedLevel } from "./types";
import { t } from "./words";

type Mark = Spot & Placed;

interface Spot {
  code: string;
  name: string;
  x: number;
  y: number; // metres, north is up
  level: NeedLevel;
}

const EARTH = 6_371_000;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

function spotsOf(rows: BoardRow[]): Spot[] {
  const levels = new Map(rows.map((row) => [row.box, worstOf(row.cells)]));
  const placed = (boxes.value ?? []).flatMap((box) => (box.lat === null || box.lon === null ? [] : [{ ...box, lat: box.lat, lon: box.lon }]));
  const lat = placed.reduce((sum, box) => sum + box.lat, 0) / Math.max(1, placed.length);
  return placed.map((box) => ({
    code: box.code, name: box.name, level: levels.get(box.code) ?? "ok",
    x: EARTH * rad(box.lon) * Math.cos(rad(lat)), y: -EARTH * rad(box.lat),
  }));
}

/** A round length that is about a fifth of the width. */
function scaleOf(width: number): number {
  const step = 10 ** Math.floor(Math.log10(width / 4));
  return [5, 2, 1].map((n) => n * step).find((length) => length <= width / 4) ?? step;
}

/** The width there is, also after the window is turned. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const measure = () => setWidth(place.current?.clientWidth ?? 0);
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  return { place, width };
}

/** Metres as pixels: all of it fits, and is in the middle. */
function layOut(spots: readonly Spot[], width: number, height: number) {
  const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const metres = Math.max((right - left) / (width - 2 * MARGIN), (bottom - top) / (height - 2 * MARGIN), 120 / width); // a pixel
  const at = (spot: Spot): Mark => ({
    ...spot, x: width / 2 + (spot.x - (left + right) / 2) / metres, y: height / 2 + (spot.y - (top + bottom) / 2) / metres,
  });
  return { metres, marks: spots.map(at) };
}

function Drawing({ spots, width }: { spots: Spot[]; width: number }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const height = Math.min(width, Math.max(360, innerHeight * 0.75));
  const { marks, labels, metres } = useMemo(() => {
    const laid = layOut(spots, width, height);
    return { ...laid, labels: placeLabels(laid.marks, width, height) };
  }, [spots, width, height]);
  const scale = scaleOf(width * metres);
  const shown = marks.find((mark) => mark.code === chosen);
  return (
    <svg class="map card" width={width} height={height} role="group" aria-label={t("map")}>
      {marks.map((mark) => (
        <a key={mark.code} href={`/B/${mark.code}`} aria-label={`${mark.name}: ${t(`level.${mark.level}`)}`}
          onFocus={() => setChosen(mark.code)} onMouseEnter={() => setChosen(mark.code)}>
          <circle class={mark.level} cx={mark.x} cy={mark.y} r={DOT} />
        </a>
      ))}
      {labels.map((label) => <text key={label.code} x={label.x} y={label.y} font-size={TEXT} aria-hidden="true">{label.name}</text>)}
      {shown && <text class="chosen" x={Math.min(Math.max(shown.x, MARGIN), width - MARGIN)} y={shown.y - DOT - 5} font-size={TEXT} aria-hidden="true">{shown.name}</text>}
      <g class="scale">
        <path d={`M12 ${height - 12}h${scale / metres}`} stroke-width="2" />
        <text x={12} y={height - 18} font-size={TEXT} class="start">{scale >= 1000 ? `${scale / 1000} km` : `${scale} m`}</text>
      </g>
    </svg>
  );
}

function Sized({ spots }: { spots: Spot[] }) {
  const { place, width } = useWidth();
  return <div ref={place}>{width > 0 && <Drawing spots={spots} width={width} />}</div>;
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
            {spots.length > 0 ? <Sized spots={spots} /> : <p class="big-empty">{t("nocoordinates")}</p>}
            {spots.length > 0 && without > 0 && <p class="quiet">{t("somewithout", { n: without })}</p>}
          </>
        );
      }}
    </Shown>
  );
}
