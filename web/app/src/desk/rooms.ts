// The rooms of the desk, in the order they stand at the side. One more is a row here.

import type { ComponentType } from "preact";
import { AppealRoom } from "./appeal";
import { AreasRoom } from "./areas";
import { BoardRoom } from "./board";
import { BoxesRoom } from "./boxes";
import { CardsRoom } from "./cards";
import { ChartsRoom } from "./charts";
import { ExchangeRoom } from "./exchange";
import { HooksRoom } from "./hooks";
import { LabelsRoom } from "./labels";
import { LedgerRoom } from "./ledger";
import { MapRoom } from "./map";
import { MedicinesRoom } from "./medicines";
import { OverviewRoom } from "./overview";
import { PeopleRoom } from "./people";
import { RecallsRoom } from "./recalls";
import { SettingsRoom } from "./settings";
import { StockRoom } from "./stock";
import { TransfersRoom } from "./transfers";
import type { DeskKey } from "./words";

export const GROUPS = ["look", "act", "keep"] as const;

export interface Room {
  group: (typeof GROUPS)[number];
  path: string;
  word: DeskKey;
  View: ComponentType;
}

export const ROOMS: readonly Room[] = [
  { group: "look", path: "", word: "overview", View: OverviewRoom },
  { group: "look", path: "board", word: "board", View: BoardRoom },
  { group: "look", path: "stock", word: "stock", View: StockRoom },
  { group: "look", path: "charts", word: "charts", View: ChartsRoom },
  { group: "look", path: "map", word: "map", View: MapRoom },
  { group: "look", path: "ledger", word: "ledger", View: LedgerRoom },
  { group: "act", path: "transfers", word: "transfers", View: TransfersRoom },
  { group: "act", path: "appeal", word: "appeal", View: AppealRoom },
  { group: "act", path: "labels", word: "labels", View: LabelsRoom },
  { group: "act", path: "cards", word: "cards", View: CardsRoom },
  { group: "act", path: "recalls", word: "recalls", View: RecallsRoom },
  { group: "keep", path: "boxes", word: "boxesroom", View: BoxesRoom },
  { group: "keep", path: "areas", word: "areas", View: AreasRoom },
  { group: "keep", path: "medicines", word: "medicines", View: MedicinesRoom },
  { group: "keep", path: "people", word: "people", View: PeopleRoom },
  { group: "keep", path: "hooks", word: "hooks", View: HooksRoom },
  { group: "keep", path: "settings", word: "settings", View: SettingsRoom },
  { group: "keep", path: "exchange", word: "exchange", View: ExchangeRoom },
];
