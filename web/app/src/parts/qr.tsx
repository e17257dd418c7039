// A QR code on the screen, as large as there is room for: dark on white whatever the theme.

const QUIET = 4; // modules of white around it, as phones want them

export function Qr({ rows, label }: { rows: readonly string[]; label: string }) {
  const side = rows.length + 2 * QUIET;
  const path = rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`)).join("");
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <path class="qr-white" d={`M0 0h${side}v${side}h-${side}z`} />
      <path class="qr-dark" d={path} />
    </svg>
  );
}
