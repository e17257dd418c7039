// Which batches an amount is of, in the order to take them.

import type { Drug } from "../api/types";
import { amount } from "../base/amount";
import type { Part } from "../base/rules";
import { t } from "../words";
import { expiryText } from "./expiry";

export const batchText = ({ expiry, lot }: Pick<Part, "expiry" | "lot">) =>
  [expiryText(expiry), lot && `${t("basket.lot")} ${lot}`].filter(Boolean).join(" · ");

export const Batches = ({ drug, parts }: { drug: Drug; parts: Part[] }) => (
  <ol class="batches">
    {parts.map((part, i) => (
      <li key={batchText(part)}>
        {parts.length > 1 && <b>{t(i === 0 ? "basket.first" : "basket.then", { amount: amount(drug, part.units) })}</b>}
        <span>{batchText(part)}</span>
      </li>
    ))}
  </ol>
);
