// Where boxes stand to each other, drawn from their coordinates alone: no tiles from elsewhere.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { boxes } from "../phone/area";
import { AGES, kindText, TYPES } from "../parts/kinds";
import { useAsk } from "./ask";
import { columnsOf } from "./board_rows";
import { Shown } from "./frame";
import { DOT, MARGIN, placeLabels, TEXT } from "./map_labels";
import { type Group, groupSpots, type KindKey, levelOf, type Spot } from "./map_spots";
import { type BoardRow, LEVELS } from "./types";
import { t } from "./words";

const EARTH = 6_371_000;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

function spotsOf(rows: BoardRow[], kind: KindKey): Spot[] {
  const of = new Map(rows.map((row) => [row.box, row]));
  const placed = (boxes.value ?? []).flatMap((box) => (box.lat === null || box.lon === null ? [] : [{ ...box, lat: box.lat, lon: box.lon }]));
  const lat = placed.reduce((sum, box) => sum + box.lat, 0) / Math.max(1, placed.length);
  return placed.map((box) => ({
    code: box.code, name: box.name, level: levelOf(of.get(box.code), kind),
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

/** What is in sight: a middle in metres and how many of them a pixel is. */
interface View {
  x: number;
  y: number;
  metres: number;
}

const CLOSEST = 0.2; // metres a pixel
const FOOT = 30; // pixels that the scale takes

/** All of it fits, and is in the middle. */
function viewOf(spots: readonly Spot[], width: number, height: number): View {
  const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const metres = Math.max((right - left) / (width - 2 * MARGIN), (bottom - top) / (height - 2 * MARGIN), 120 / width);
  return { x: (left + right) / 2, y: (top + bottom) / 2, metres };
}

const radiusOf = (n: number) => (n === 1 ? DOT : Math.min(26, 13 + 3 * Math.log10(n) * 1.6));

/** The part of a group that is short, as an arc around it. */
const shareOf = (group: Group) => `${(group.share * 100).toFixed(1)} 100`;

interface MarkProps {
  group: Group;
  open: (group: Group) => void;
  point: (group: Group) => void;
}

/** A box leads to its page, several are looked at more closely. */
function Mark({ group, open, point }: MarkProps) {
  const [only] = group.spots;
  const r = radiusOf(group.spots.length);
  const about = { onFocus: () => point(group), onMouseEnter: () => point(group) };
  if (group.spots.length === 1 && only)
    return (
      <a href={`/B/${only.code}`} aria-label={`${only.name}: ${t(`level.${only.level}`)}`} {...about}>
        <circle class={only.level} cx={only.x} cy={only.y} r={r} />
      </a>
    );
  const look = () => open(group);
  return (
    <g role="button" tabIndex={0} {...about} onClick={look} onKeyDown={(event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); look(); } }}
      aria-label={t("mapgroup", { n: group.spots.length, short: Math.round(group.share * group.spots.length) })}>
      <circle class={group.level} cx={group.x} cy={group.y} r={r} />
      <circle class="share" cx={group.x} cy={group.y} r={r - 2} pathLength={100} stroke-dasharray={shareOf(group)} transform={`rotate(-90 ${group.x} ${group.y})`} />
      <text class={`count on-${group.level}`} x={group.x} y={group.y + TEXT / 3} font-size={TEXT} aria-hidden="true">{group.spots.length}</text>
    </g>
  );
}

function Drawing({ spots, width }: { spots: Spot[]; width: number }) {
  const height = Math.min(width, Math.max(360, innerHeight * 0.75));
  const all = useMemo(() => viewOf(spots, width, height), [spots.length, width, height]);
  const [view, setView] = useState<View | null>(null);
  const [chosen, setChosen] = useState<Group | null>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const { x, y, metres } = view ?? all;
  const { groups, labels } = useMemo(() => {
    const laid = spots.map((spot) => ({ ...spot, x: width / 2 + (spot.x - x) / metres, y: height / 2 + (spot.y - y) / metres }))
      .filter((spot) => spot.x > -DOT && spot.x < width + DOT && spot.y > -DOT && spot.y < height + DOT);
    const marks = groupSpots(laid, radiusOf);
    const named = marks.map((mark) => ({ code: mark.spots[0]?.code ?? "", name: mark.spots.length === 1 ? (mark.spots[0]?.name ?? "") : "", x: mark.x, y: mark.y, r: radiusOf(mark.spots.length) }));
    return { groups: marks, labels: placeLabels(named, width, height - FOOT) };
  }, [spots, width, height, x, y, metres]);
  const go = (to: View) => {
    setChosen(null);
    drawing.current?.focus({ preventScroll: true }); // the mark that had it may be gone
    setView({ ...to, metres: Math.max(CLOSEST, Math.min(to.metres, all.metres)) });
  };
  const closer = (times: number) => go({ x, y, metres: metres / times });
  const open = ({ spots: inside }: Group) => {
    const ids = new Set(inside.map((spot) => spot.code));
    const fits = viewOf(spots.filter((spot) => ids.has(spot.code)), width, height);
    go({ ...fits, metres: Math.min(fits.metres, metres / 2) });
  };
  const keys: Record<string, () => void> = {
    "+": () => closer(2), "=": () => closer(2), "-": () => closer(0.5), 0: () => setView(null),
    ArrowLeft: () => go({ x: x - metres * width / 4, y, metres }), ArrowRight: () => go({ x: x + metres * width / 4, y, metres }),
    ArrowUp: () => go({ x, y: y - metres * height / 4, metres }), ArrowDown: () => go({ x, y: y + metres * height / 4, metres }),
  };
  const scale = scaleOf(width * metres);
  const name = chosen && (chosen.spots.length === 1 ? chosen.spots[0]?.name : t("mapgroup", { n: chosen.spots.length, short: Math.round(chosen.share * chosen.spots.length) }));
  return (
    <>
      <div class="tools map-keys">
        <button type="button" class="small" disabled={metres <= CLOSEST} onClick={() => closer(2)}>{t("closer")}</button>
        <button type="button" class="small" disabled={view === null} onClick={() => closer(0.5)}>{t("farther")}</button>
        <button type="button" class="small" disabled={view === null} onClick={() => setView(null)}>{t("wholemap")}</button>
        <span class="quiet" role="status">{name ?? t("maphow")}</span>
      </div>
      <svg ref={drawing} tabIndex={-1} class="map card" width={width} height={height} role="group" aria-label={t("map")}
        onKeyDown={(event) => { const act = keys[event.key]; if (act) { event.preventDefault(); act(); } }}>
        {groups.map((group) => <Mark key={`${group.spots[0]?.code} ${group.spots.length}`} group={group} open={open} point={setChosen} />)}
        {labels.map((label) => <text key={label.code} x={label.x} y={label.y} font-size={TEXT} aria-hidden="true">{label.name}</text>)}
        <g class="scale">
          <path d={`M12 ${height - 12}h${scale / metres}`} stroke-width="2" />
          <text x={12} y={height - 18} font-size={TEXT} class="start">{scale >= 1000 ? `${scale / 1000} km` : `${scale} m`}</text>
        </g>
      </svg>
    </>
  );
}

function Sized({ spots }: { spots: Spot[] }) {
  const { place, width } = useWidth();
  return <div ref={place}>{width > 0 && <Drawing spots={spots} width={width} />}</div>;
}

function Legend({ rows, kind, choose }: { rows: BoardRow[]; kind: KindKey; choose: (kind: KindKey) => void }) {
  return (
    <div class="tools">
      <label class="tools">
        <span>{t("mapkind")}</span>
        <select value={kind} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("mapcritical")}</option>
          {columnsOf(rows, TYPES, AGES).map(({ type, age }) => <option key={`${type} ${age}`} value={`${type} ${age}`}>{kindText(type, age)}</option>)}
        </select>
      </label>
      <span class="legend">{[...LEVELS].reverse().map((level) => <span key={level}><span class={`dot ${level}`} />{t(`level.${level}`)}</span>)}</span>
    </div>
  );
}

export function MapRoom() {
  const asked = useAsk<{ rows: BoardRow[] }>("board", ["booking", "transfer", "box"]);
  const [kind, setKind] = useState<KindKey>("");
  const rows = asked.data?.rows ?? [];
  const spots = useMemo(() => spotsOf(rows, kind), [asked.data, kind, boxes.value]);
  const without = (boxes.value ?? []).length - spots.length;
  return (
    <Shown asked={asked}>
      {() => spots.length === 0 ? <p class="big-empty">{t("nocoordinates")}</p> : (
        <>
          <Legend rows={rows} kind={kind} choose={setKind} />
          <Sized spots={spots} />
          {without > 0 && <p class="quiet">{t("somewithout", { n: without })}</p>}
        </>
      )}
    </Shown>
  );
}
