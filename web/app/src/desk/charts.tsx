// Gifts and takings day by day, a chart for each kind; days that stand out are marked.

import { useEffect, useRef, useState } from "preact/hooks";
import type uPlot from "uplot";
import { Choice } from "../parts/choice";
import { AGES, kindText, TYPES } from "../parts/kinds";
import { lang } from "../words";
import { useAsk } from "./ask";
import { Shown } from "./frame";
import type { Charts } from "./types";
import { t } from "./words";

type Series = Charts["series"][number];

const HEIGHT = 190;
const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function options(Plot: typeof uPlot, width: number): uPlot.Options {
  const axis = { stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") } };
  return {
    width, height: HEIGHT, padding: [8, 8, 0, 0],
    scales: { x: { time: true } },
    axes: [{ ...axis, values: (_, ticks) => ticks.map((at) => new Date(at * 1000).toISOString().slice(5, 10)) }, { ...axis, size: 44 }],
    series: [
      { value: (_, at) => (at === null ? "" : new Date(at * 1000).toISOString().slice(0, 10)), label: t("day") },
      { label: t("given"), stroke: colour("--in"), fill: `${colour("--in")}33`, paths: Plot.paths.bars?.({ size: [0.7, 20] }), points: { show: false } },
      { label: t("taken"), stroke: colour("--out"), width: 2, points: { show: false } },
      { label: t("surgeday"), stroke: colour("--none"), paths: () => null, points: { show: true, size: 9, fill: colour("--none") } },
    ],
  };
}

function Chart({ days, series }: { days: Charts["days"]; series: Series }) {
  const place = useRef<HTMLDivElement>(null);
  const language = lang.value;
  useEffect(() => {
    let plot: uPlot | null = null;
    let left = false;
    const x = days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000);
    const marks = series.taken.map((taken, i) => (series.surge[i] ? taken : null));
    void import("uplot").then(({ default: Plot }) => {
      if (left || !place.current) return;
      plot = new Plot(options(Plot, place.current.clientWidth), [x, series.donated, series.taken, marks], place.current);
    });
    const resize = () => place.current && plot?.setSize({ width: place.current.clientWidth, height: HEIGHT });
    addEventListener("resize", resize);
    return () => {
      left = true;
      removeEventListener("resize", resize);
      plot?.destroy();
    };
  }, [days, series, language]);
  const sum = (numbers: number[]) => Math.round(numbers.reduce((total, n) => total + n, 0));
  const name = kindText(series.type, series.age);
  return (
    <section class="card chart">
      <h2>{name}</h2>
      <p class="quiet">{t("chartsum", { given: sum(series.donated), taken: sum(series.taken), surge: series.surge.filter(Boolean).length })}</p>
      <div ref={place} aria-hidden="true" />
      <details>
        <summary>{t("numbers")}</summary>
        <table>
          <caption>{name}</caption>
          <thead><tr><th scope="col">{t("day")}</th><th scope="col">{t("given")}</th><th scope="col">{t("taken")}</th><th scope="col">{t("surgeday")}</th></tr></thead>
          <tbody>
            {days.map((day, i) => <tr key={day}><th scope="row">{day}</th><td>{series.donated[i]}</td><td>{series.taken[i]}</td><td>{series.surge[i] ? "●" : ""}</td></tr>)}
          </tbody>
        </table>
      </details>
    </section>
  );
}

const SPANS = ["28", "90", "365"] as const;

export function ChartsRoom() {
  const [span, setSpan] = useState<(typeof SPANS)[number]>("90");
  const asked = useAsk<Charts>(`charts?days=${span}`);
  const order = (a: Series, b: Series) =>
    TYPES.indexOf(a.type as never) - TYPES.indexOf(b.type as never) || AGES.indexOf(a.age) - AGES.indexOf(b.age);
  return (
    <>
      <Choice legend={t("span")} value={span} onChoose={setSpan} options={SPANS.map((value) => ({ value, word: t("spandays", { n: value }) }))} />
      <p class="quiet">{t("persondays")}</p>
      <Shown asked={asked}>
        {({ days, series }) => series.length === 0
          ? <p class="quiet card">{t("nolast")}</p>
          : <div class="chart-grid">{[...series].sort(order).map((one) => <Chart key={`${one.type}${one.age}`} days={days} series={one} />)}</div>}
      </Shown>
    </>
  );
}
