import { t } from "../words";

/** A way as people say it. */
export const metres = (n: number) =>
  n < 1000 ? t("resident.metres", { n: Math.max(10, Math.round(n / 10) * 10) }) : t("resident.kilometres", { n: (n / 1000).toFixed(1) });
