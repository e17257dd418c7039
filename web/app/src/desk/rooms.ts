// The rooms of the desk, in the order they stand at the side. One more is a row here.

import type { ComponentType } from "preact";
import { AppealRoom } from "./appeal";
import { BoardRoom } from "./board";
import { ChartsRoom } from "./charts";
import { ExchangeRoom } from "./exchange";
import { LabelsRoom } from "./labels";
import { LedgerRoom } from "./ledger";
import { MapRoom } from "./map";
import { OverviewRoom } from "./overview";
import { PeopleRoom } from "./people";
import { RecallsRoom, SettingsRoom } from "./settings";
import { TransfersRoom } from "./transfers";
import type { DeskKey } from "./words";

export interface Room {
  path: string;
  word: DeskKey;
  View: ComponentType;
}

export const ROOMS: readonly Room[] = [
  { path: "", word: "overview", View: OverviewRoom },
  { path: "board", word: "board", View: BoardRoom },
  { path: "charts", word: "charts", View: ChartsRoom },
  { path: "map", word: "map", View: MapRoom },
  { path: "ledger", word: "ledger", View: LedgerRoom },
  { path: "transfers", word: "transfers", View: TransfersRoom },
  { path: "labels", word: "labels", View: LabelsRoom },
  { path: "appeal", word: "appeal", View: AppealRoom },
  { path: "people", word: "people", View: PeopleRoom },
  { path: "settings", word: "settings", View: SettingsRoom },
  { path: "recalls", word: "recalls", View: RecallsRoom },
  { path: "exchange", word: "exchange", View: ExchangeRoom },
];
