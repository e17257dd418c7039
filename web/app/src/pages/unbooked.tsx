// Baskets that somebody began and did not book: named where they may have been forgotten.

import { showBoxCode } from "../code/boxcode";
import { boxOf } from "../phone/area";
import { unbooked } from "../phone/draft";
import { Icon } from "../parts/icon";
import { t } from "../words";

/** box: only its own. */
export const Unbooked = ({ box }: { box?: string }) => (
  <>
    {unbooked.value.filter((basket) => box === undefined || basket.box === box).map(({ mode, box: code, n }) => (
      <a key={mode + code} class="standing" href={`/B/${code}#${mode}`}>
        <Icon name={mode} />{t(`basket.unbooked.${mode}`, { n, box: boxOf(code)?.name ?? showBoxCode(code) })}
      </a>
    ))}
  </>
);
