// Boxes by kinds of medicine, coloured by days of cover. Only what is in sight is drawn, so that a
// city of two thousand boxes scrolls like a street of ten.

import { useMemo, useRef, useState } from "preact/hooks";
import { AGES, kindText, TYPES } from "../parts/kinds";
import { word } from "../words";
import { useAsk } from "./ask";
import { boardLines, columnsOf, figureOf, type Line } from "./board_rows";
import { Shown } from "./frame";
import type { BoardRow, Cell } from "./types";
import { type Asking, WhySheet } from "./why";
import { t } from "./words";

const ROW_REM = 2.6; // as in desk.css
const rowPx = () => ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);
const SPARE = 8; // rows drawn beyond the sight

function said(cell: Cell): string {
  if (cell.level === "empty") return "";
  const [n = "", minimum] = figureOf(cell).split("/");
  return minimum !== undefined ? t("belowminimum", { n, minimum }) : cell.days === null ? t("nouse") : t("cover", { n });
}

type Columns = ReturnType<typeof columnsOf>;

function BoxCells({ row, columns, ask }: { row: BoardRow; columns: Columns; ask: (asking: Asking) => void }) {
  const cells = new Map(row.cells.map((cell) => [`${cell.type} ${cell.age}`, cell]));
  return (
    <>
      {columns.map((column) => {
        const cell: Cell | undefined = cells.get(`${column.type} ${column.age}`);
        const shown = cell ? figureOf(cell) : "";
        return (
          <div role="cell" key={`${column.type} ${column.age}`} class="cell">
            {cell && (
              <button type="button" class={`cover ${cell.level}`} onClick={() => ask({ place: row, cell })}
                aria-label={`${shown}: ${row.name} ${kindText(cell.type, cell.age)}: ${[t(`level.${cell.level}`), said(cell)].filter(Boolean).join(", ")}`}>
                {shown}
              </button>
            )}
          </div>
        );
      })}
    </>
  );
}

function BoardLine({ line, top, index, columns, toggle, ask }: {
  line: Line; top: number; index: number; columns: Columns; toggle: (key: string) => void; ask: (asking: Asking) => void;
}) {
  const style = { transform: `translateY(${top}px)` };
  if (line.what === "group")
    return (
      <div role="row" aria-rowindex={index} class={`board-row group depth-${line.depth}`} style={style}>
        <div role="rowheader" class="board-name">
          <button type="button" class="bare" aria-expanded={line.open} onClick={() => toggle(line.key)}>
            <span class={`dot ${line.worst}`} />{line.name} <small>{t("boxes", { n: line.boxes })}</small>
          </button>
        </div>
      </div>
    );
  return (
    <div role="row" aria-rowindex={index} class="board-row" style={style}>
      <div role="rowheader" class="board-name"><a href={`/B/${line.row.box}`}>{line.row.name}</a></div>
      <BoxCells row={line.row} columns={columns} ask={ask} />
    </div>
  );
}

function Head({ columns }: { columns: Columns }) {
  return (
    <div role="row" aria-rowindex={1} class="board-row board-head">
      <div role="columnheader" class="board-name">{t("box")}</div>
      {columns.map((column) => (
        <div role="columnheader" key={`${column.type} ${column.age}`} class="cell">
          <span>{word("type", column.type)}<small>{column.age === "all" ? t("all") : word("age", column.age)}</small></span>
        </div>
      ))}
    </div>
  );
}

function Board({ rows }: { rows: BoardRow[] }) {
  const [query, setQuery] = useState("");
  const [shortOnly, setShortOnly] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [sight, setSight] = useState({ top: 0, height: 800 });
  const [asking, setAsking] = useState<Asking | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => boardLines(rows, query, shortOnly, closed), [rows, query, shortOnly, closed]);
  const columns = useMemo(() => columnsOf(rows, TYPES, AGES), [rows]);
  const row = rowPx();
  const first = Math.max(0, Math.floor(sight.top / row) - SPARE);
  const last = Math.min(lines.length, Math.ceil((sight.top + sight.height) / row) + SPARE);
  const toggle = (key: string) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  const look = () => view.current && setSight({ top: view.current.scrollTop, height: view.current.clientHeight });
  const boxes = lines.filter((line) => line.what === "box").length;
  return (
    <>
      <div class="tools">
        <input type="search" aria-label={t("find")} placeholder={t("find")} value={query}
          onInput={(event) => { setQuery(event.currentTarget.value); view.current?.scrollTo(0, 0); }} />
        <button type="button" class="chip" aria-pressed={shortOnly} onClick={() => setShortOnly(!shortOnly)}>{t("shortonly")}</button>
        <button type="button" class="chip" onClick={() => setClosed(closed.size > 0 ? new Set() : new Set(rows.map((row) => row.community ?? "")))}>
          {t(closed.size > 0 ? "openall" : "closeall")}
        </button>
        <span class="quiet" role="status">{t("boxes", { n: boxes })}</span>
        <span class="quiet">{t("boardhow")}</span>
        <span class="legend">{(["ok", "yellow", "orange", "red", "empty"] as const).map((level) => <span key={level}><span class={`dot ${level}`} />{t(`level.${level}`)}</span>)}</span>
      </div>
      <div class="board" role="table" aria-label={t("board")} aria-rowcount={lines.length + 1} ref={view} onScroll={look} tabIndex={0}
        style={{ "--columns": columns.length }}>
        <Head columns={columns} />
        <div role="rowgroup" class="board-body" style={{ height: `${lines.length * row}px` }}>
          {lines.slice(first, last).map((line, i) => (
            <BoardLine key={line.what === "group" ? `g${line.key}` : line.row.box} line={line} index={first + i + 2} top={(first + i) * row}
              columns={columns} toggle={toggle} ask={setAsking} />
          ))}
        </div>
      </div>
      {asking && <WhySheet {...asking} onClose={() => setAsking(null)} />}
    </>
  );
}

export function BoardRoom() {
  const asked = useAsk<{ rows: BoardRow[] }>("board", ["booking", "transfer", "box", "catalogue"]);
  return <Shown asked={asked}>{({ rows }) => (rows.length === 0 ? <p class="quiet card">{t("nobox")}</p> : <Board rows={rows} />)}</Shown>;
}
